import Values

#if canImport(Glibc)
    import Glibc
#endif

/// A JSON document in memory. Strings without escapes are slices of the input's storage.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// A number written without fraction and exponent.
    case int(Int)
    /// Any other number; always finite.
    case double(Double)
    case string(Text)
    case array([JSONValue])
    case object(JSONObject)
}

/// A JSON object: its members in the order written, no key twice.
public struct JSONObject: Sendable {
    public struct Member: Sendable {
        public let key: Text
        public let value: JSONValue

        public init(key: Text, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    public let members: [Member]

    /// The caller answers for the keys being distinct; the reader has checked it.
    public init(_ members: [Member]) { self.members = members }

    public var isEmpty: Bool { members.isEmpty }

    /// The value under a key. Linear: objects of requests and records have few keys.
    public subscript(key: String) -> JSONValue? {
        var key = key
        return key.withUTF8 { wanted in
            for member in members where member.key.hasBytes(wanted) { return member.value }
            return nil
        }
    }
}

extension JSONValue {
    public var isNull: Bool { if case .null = self { true } else { false } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var int: Int? { if case .int(let value) = self { value } else { nil } }
    public var text: Text? { if case .string(let value) = self { value } else { nil } }
    public var string: String? { text?.string }
    public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The number, whether written as an integer or not.
    public var double: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        case .null, .bool, .string, .array, .object: nil
        }
    }

    /// The type's name in error messages.
    public var kind: Kind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    public enum Kind: String, Sendable {
        case null
        case bool = "a boolean"
        case int = "an integer"
        case double = "a number"
        case string = "a string"
        case array = "an array"
        case object = "an object"
    }
}

extension Text {
    func hasBytes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(count) == other.count else { return false }
        guard let theirs = other.baseAddress, count > 0 else { return true }
        return withBytes { memcmp($0.baseAddress ?? theirs, theirs, $0.count) == 0 }
    }
}
