import Diagnostics
import Values

/// Recursive descent over bytes in memory, RFC 8259 to the letter.
struct Parser {
    let storage: TextStorage
    let base: UnsafeMutablePointer<UInt8>
    let end: Int
    let maximumDepth: Int
    var position: Int
    private var depth = 0

    init(_ storage: TextStorage, from start: Int, to end: Int, depth: Int) {
        self.storage = storage
        base = storage.base
        self.end = end
        maximumDepth = depth
        position = start
    }

    /// One value and nothing but blanks around it.
    mutating func document() throws(Fault) -> JSONValue {
        skipBlanks()
        let value = try value()
        skipBlanks()
        guard position == end else { throw Fault(.trailingText, position) }
        return value
    }

    private mutating func value() throws(Fault) -> JSONValue {
        guard position < end else { throw Fault(.endOfInput, position) }
        switch base[position] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw Fault(.expectedValue, position)
        }
    }

    private mutating func object() throws(Fault) -> JSONObject {
        try enter()
        var members: [JSONObject.Member] = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return leave(JSONObject(members)) }
        members.reserveCapacity(4)
        var seen = KeySet()
        repeat {
            skipBlanks()
            guard position < end else { throw Fault(.endOfInput, position) }
            guard base[position] == UInt8(ascii: "\"") else { throw Fault(.expectedKey, position) }
            let at = position
            let key = try string()
            guard seen.insert(key, after: members) else { throw Fault(.duplicateKey, at) }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw Fault(missing(.expectedColon), position) }
            skipBlanks()
            members.append(JSONObject.Member(key: key, value: try value()))
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw Fault(missing(.expectedCommaOrBrace), position) }
        return leave(JSONObject(members))
    }

    private mutating func array() throws(Fault) -> [JSONValue] {
        try enter()
        var items: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return leave(items) }
        repeat {
            skipBlanks()
            items.append(try value())
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw Fault(missing(.expectedCommaOrBracket), position) }
        return leave(items)
    }

    private mutating func enter() throws(Fault) {
        guard depth < maximumDepth else { throw Fault(.depth, position) }
        depth += 1
        position += 1
    }

    private mutating func leave<T>(_ result: T) -> T {
        depth -= 1
        return result
    }

    private func missing(_ kind: Fault.Kind) -> Fault.Kind { position < end ? kind : .endOfInput }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position + offset < end else { throw Fault(.endOfInput, end) }
            guard base[position + offset] == word.utf8Start[offset] else { throw Fault(.expectedValue, position) }
        }
        position += word.utf8CodeUnitCount
        return value
    }

    @inline(__always) private mutating func take(_ byte: UInt8) -> Bool {
        guard position < end, base[position] == byte else { return false }
        position += 1
        return true
    }

    @inline(__always) private mutating func skipBlanks() {
        while position < end, isJSONBlank(base[position]) { position += 1 }
    }
}

@inline(__always) func isJSONBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// Tells whether a key is new to an object: by comparing while the object is small, by hashing afterwards,
/// so that an object of a million keys does not cost a million squared.
private struct KeySet {
    private static let comparedUpTo = 12
    private var hashed: Set<Text>?

    mutating func insert(_ key: Text, after members: [JSONObject.Member]) -> Bool {
        if members.count < KeySet.comparedUpTo {
            for member in members where member.key == key { return false }
            return true
        }
        if hashed == nil { hashed = Set(members.lazy.map(\.key)) }
        return hashed?.insert(key).inserted ?? true
    }
}
