import Values

/// Finds the JSON pointer of a byte by walking the text before it, which the parser has found well formed.
///
/// The parser keeps no path while it works; this second walk happens only for an error.
struct PointerFinder {
    private enum Level {
        case array(Int)
        case object(Text?, expectsKey: Bool)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private let includesKey: Bool
    private var levels: [Level] = []

    /// `including`: the byte begins a key, and the pointer shall name that key.
    init(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, including includesKey: Bool) {
        self.bytes = bytes
        self.end = end
        self.includesKey = includesKey
    }

    consuming func find(_ element: Int?) -> JSONPointer {
        var at = 0
        while at < end { at = step(at) }
        if includesKey { _ = string(at) }
        let steps = (element.map { [.index($0)] } ?? []) + levels.compactMap(PointerFinder.step)
        return JSONPointer(steps)
    }

    private static func step(_ level: Level) -> JSONPointer.Step? {
        switch level {
        case .array(let index): .index(index)
        case .object(let key, _): key.map(JSONPointer.Step.key)
        }
    }

    private mutating func step(_ at: Int) -> Int {
        switch bytes[at] {
        case UInt8(ascii: "{"): levels.append(.object(nil, expectsKey: true))
        case UInt8(ascii: "["): levels.append(.array(0))
        case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = levels.popLast()
        case UInt8(ascii: ","): comma()
        case UInt8(ascii: "\""): return string(at)
        default: break
        }
        return at + 1
    }

    private mutating func comma() {
        switch levels.popLast() {
        case .array(let index): levels.append(.array(index + 1))
        case .object: levels.append(.object(nil, expectsKey: true))
        case nil: break
        }
    }

    /// Passes a string; remembers it where a key is due. Gives the position after it.
    private mutating func string(_ at: Int) -> Int {
        var close = at + 1
        while close < bytes.count, bytes[close] != UInt8(ascii: "\"") {
            close += bytes[close] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard case .object(_, expectsKey: true) = levels.last, close < bytes.count else { return close + 1 }
        let quoted = UnsafeBufferPointer(rebasing: bytes[at...close])
        guard let key = try? JSONValue.parse(quoted).text else { return close + 1 }
        levels[levels.count - 1] = .object(key, expectsKey: false)
        return close + 1
    }
}
