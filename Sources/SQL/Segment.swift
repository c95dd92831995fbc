import Values

/// A piece of a statement: text of our own, a value to bind, or a name to quote.
public enum Segment: Hashable, Sendable {
    case text(String)
    case binding(Text)
    case identifier(String)
    /// A place where a long statement may go on in the next line, so deep.
    case lineBreak(Int)
}

/// A statement as segments, ready to be run or to be read.
public struct SQLText: Hashable, Sendable {
    public var segments: [Segment]

    public init(_ segments: [Segment]) {
        self.segments = segments
    }

    /// The text to prepare, with `?1`, `?2` … for what is bound.
    public var prepared: (text: String, bindings: [Text]) {
        var text = ""
        var bindings: [Text] = []
        for segment in segments {
            switch segment {
            case .text(let piece): text += piece
            case .identifier(let name): text += SQLText.quote(name)
            case .lineBreak: text += " "
            case .binding(let value):
                bindings.append(value)
                text += "?\(bindings.count)"
            }
        }
        return (text, bindings)
    }

    /// The statement as a person would write it, on one line where it fits.
    public func readable(width: Int = 100) -> String {
        let line = written { _ in " " }
        return line.count <= width ? line : written { "\n" + String(repeating: "  ", count: $0) }
    }

    private func written(_ lineBreak: (Int) -> String) -> String {
        segments.map { segment in
            switch segment {
            case .text(let piece): piece
            case .identifier(let name): SQLText.quote(name)
            case .binding(let value): SQLText.literal(value.string)
            case .lineBreak(let depth): lineBreak(depth)
            }
        }.joined()
    }

    /// A name in double quotes. NUL cannot stand in a statement; names with one are not used, and texts with one are only ever bound.
    public static func quote(_ name: String) -> String { "\"" + doubled(name, "\"") + "\"" }

    private static func literal(_ text: String) -> String { "'" + doubled(text, "'") + "'" }

    private static func doubled(_ text: String, _ mark: Character) -> String {
        String(text.flatMap { $0 == mark ? [mark, mark] : [$0] })
    }
}
