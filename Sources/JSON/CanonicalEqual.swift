import Values

/// What `canonicalEqual` looks at.
public enum CanonicalComparison: Sendable {
    /// Everything.
    case exact
    /// All but the names and dtypes of a series or a frame.
    case loose
}

/// Whether two canonical values agree: floats to a relative 1e-9 (or 1e-12), types told apart, an object's keys in any order.
public func canonicalEqual(_ a: JSONValue, _ b: JSONValue, _ comparison: CanonicalComparison = .exact) -> Bool {
    switch comparison {
    case .exact: same(a, b)
    case .loose: same(loose(a), loose(b))
    }
}

private func loose(_ value: JSONValue) -> JSONValue {
    guard case .object(let object) = value else { return value }
    return .object(JSONObject(object.members.filter { !$0.key.isEqual("dtype") && !$0.key.isEqual("dtypes") && !$0.key.isEqual("name") }))
}

private func same(_ a: JSONValue, _ b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let x), .bool(let y)): x == y
    case (.int(let x), .int(let y)): x == y
    case (.double(let x), .double(let y)): x == y
    case (.string(let x), .string(let y)): x == y
    case (.array(let x), .array(let y)): x.count == y.count && zip(x, y).allSatisfy { same($0, $1) }
    case (.object(let x), .object(let y)): same(x, y)
    case (.null, _), (.bool, _), (.int, _), (.double, _), (.string, _), (.array, _), (.object, _): false
    }
}

private func same(_ a: JSONObject, _ b: JSONObject) -> Bool {
    guard a.members.count == b.members.count else { return false }
    if let x = soleFloat(a), let y = soleFloat(b) { return sameFloat(x, y) }
    return a.members.allSatisfy { member in
        b.members.first { $0.key == member.key }.map { same(member.value, $0.value) } ?? false
    }
}

private func soleFloat(_ object: JSONObject) -> JSONValue? {
    guard object.members.count == 1, let member = object.members.first, member.key.isEqual("float") else { return nil }
    return member.value
}

private func sameFloat(_ a: JSONValue, _ b: JSONValue) -> Bool {
    guard let x = a.double, let y = b.double else { return same(a, b) }
    return x == y || (x - y).magnitude <= max(1e-9 * max(x.magnitude, y.magnitude), 1e-12)
}
