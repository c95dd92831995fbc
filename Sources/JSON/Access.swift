import Diagnostics
import Values

/// Typed access that says, when it fails, which key of which object is missing or of the wrong type.
///
/// `pointer` is the place of this object in its document. The `optional…` forms give nil for a missing key and for null.
extension JSONObject {
    public func text(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> Text {
        guard case .string(let text) = try required(key, at: pointer) else { throw wrongType(key, .string, pointer) }
        return text
    }

    public func optionalText(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> Text? {
        guard let value = present(key) else { return nil }
        guard case .string(let text) = value else { throw wrongType(key, .string, pointer) }
        return text
    }

    public func int(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> Int {
        guard case .int(let value) = try required(key, at: pointer) else { throw wrongType(key, .int, pointer) }
        return value
    }

    public func optionalInt(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> Int? {
        guard let value = present(key) else { return nil }
        guard case .int(let int) = value else { throw wrongType(key, .int, pointer) }
        return int
    }

    public func double(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> Double {
        guard let value = try required(key, at: pointer).double else { throw wrongType(key, .double, pointer) }
        return value
    }

    public func optionalDouble(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> Double? {
        guard let value = present(key) else { return nil }
        guard let double = value.double else { throw wrongType(key, .double, pointer) }
        return double
    }

    public func bool(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> Bool {
        guard case .bool(let value) = try required(key, at: pointer) else { throw wrongType(key, .bool, pointer) }
        return value
    }

    public func optionalBool(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> Bool? {
        guard let value = present(key) else { return nil }
        guard case .bool(let bool) = value else { throw wrongType(key, .bool, pointer) }
        return bool
    }

    public func array(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> [JSONValue] {
        guard case .array(let value) = try required(key, at: pointer) else { throw wrongType(key, .array, pointer) }
        return value
    }

    public func optionalArray(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> [JSONValue]? {
        guard let value = present(key) else { return nil }
        guard case .array(let array) = value else { throw wrongType(key, .array, pointer) }
        return array
    }

    public func object(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> JSONObject {
        guard case .object(let value) = try required(key, at: pointer) else { throw wrongType(key, .object, pointer) }
        return value
    }

    public func optionalObject(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> JSONObject? {
        guard let value = present(key) else { return nil }
        guard case .object(let object) = value else { throw wrongType(key, .object, pointer) }
        return object
    }

    /// The value under a key of any type, null included; throws where the key is missing.
    public func required(_ key: String, at pointer: JSONPointer = .root) throws(Diagnostic) -> JSONValue {
        guard let value = self[key] else { throw missing(key, pointer) }
        return value
    }

    /// Throws for the first key that is not in the list.
    public func refuseKeys(except known: [String], at pointer: JSONPointer = .root) throws(Diagnostic) {
        for member in members where !known.contains(where: { member.key.isEqual($0) }) {
            throw Diagnostic(
                .unknownKey, "unknown key '\(clipped(member.key))' (JSON pointer \(pointer.appending(member.key)))",
                helps: ["known keys: \(known.joined(separator: ", "))"])
        }
    }

    private func present(_ key: String) -> JSONValue? {
        guard let value = self[key], !value.isNull else { return nil }
        return value
    }

    private func missing(_ key: String, _ pointer: JSONPointer) -> Diagnostic {
        let keys = members.prefix(12).map { clipped($0.key) }.joined(separator: ", ")
        let note = members.isEmpty ? "the object is empty" : "keys present: \(keys)\(members.count > 12 ? ", …" : "")"
        return Diagnostic(.missingKey, "missing key '\(key)' (JSON pointer \(pointer.appending(key)))", notes: [note])
    }

    private func wrongType(_ key: String, _ wanted: JSONValue.Kind, _ pointer: JSONPointer) -> Diagnostic {
        let found = self[key]?.kind ?? .null
        return Diagnostic(
            .wrongKeyType, "the value of '\(key)' must be \(wanted.rawValue), not \(found.rawValue) (JSON pointer \(pointer.appending(key)))")
    }
}

extension JSONValue {
    /// The value as an object, for documents and elements that must be one.
    public func requireObject(at pointer: JSONPointer = .root) throws(Diagnostic) -> JSONObject {
        guard case .object(let object) = self else { throw wrongType(.object, pointer) }
        return object
    }

    public func requireArray(at pointer: JSONPointer = .root) throws(Diagnostic) -> [JSONValue] {
        guard case .array(let array) = self else { throw wrongType(.array, pointer) }
        return array
    }

    public func requireText(at pointer: JSONPointer = .root) throws(Diagnostic) -> Text {
        guard case .string(let text) = self else { throw wrongType(.string, pointer) }
        return text
    }

    private func wrongType(_ wanted: Kind, _ pointer: JSONPointer) -> Diagnostic {
        let place = pointer.steps.isEmpty ? "the document" : "the value at \(pointer)"
        return Diagnostic(.wrongKeyType, "\(place) must be \(wanted.rawValue), not \(kind.rawValue) (JSON pointer '\(pointer)')")
    }
}

extension Text {
    func isEqual(_ string: String) -> Bool {
        var string = string
        return string.withUTF8 { hasBytes($0) }
    }
}
