import Values

/// A place inside a document (RFC 6901), as error messages name it: `/limits/steps`, or the empty text for the whole document.
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    public enum Step: Hashable, Sendable {
        case key(Text)
        case index(Int)
    }

    public private(set) var steps: [Step]

    public init(_ steps: [Step] = []) { self.steps = steps }

    public static let root = JSONPointer()

    public func appending(_ key: String) -> JSONPointer { JSONPointer(steps + [.key(Text(key))]) }
    public func appending(_ key: Text) -> JSONPointer { JSONPointer(steps + [.key(key)]) }
    public func appending(_ index: Int) -> JSONPointer { JSONPointer(steps + [.index(index)]) }

    public var description: String {
        steps.reduce(into: "") { $0 += "/" + JSONPointer.token($1) }
    }

    /// A key from a hostile document may be megabytes long: a message carries its beginning.
    private static func token(_ step: Step) -> String {
        switch step {
        case .index(let index): String(index)
        case .key(let key): escaped(clipped(key))
        }
    }

    private static func escaped(_ key: String) -> String {
        var out = ""
        for scalar in key.unicodeScalars {
            switch scalar {
            case "~": out += "~0"
            case "/": out += "~1"
            case let other: out.unicodeScalars.append(other)
            }
        }
        return out
    }
}

/// The beginning of a text from outside, short enough for a message.
func clipped(_ text: Text, to limit: Int = 60) -> String {
    let scalars = text.slice(0, min(Int(text.count), limit * 4)).string.unicodeScalars
    guard Int(text.count) > limit, scalars.count > limit else { return text.string }
    return String(String.UnicodeScalarView(scalars.prefix(limit))) + "…"
}
