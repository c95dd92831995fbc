import Catalog
import Diagnostics
import Values

/// What `re.search` gives.
struct MatchReceiver {
    let text: Text
    let groups: MatchGroups

    init?(_ value: Value) {
        guard case .accessor(let accessor) = value else { return nil }
        self.init(accessor)
    }

    init?(_ accessor: AccessorValue) {
        guard let groups = accessor.groups, case .text(let text) = accessor.receiver else { return nil }
        self.text = text
        self.groups = groups
    }

    /// What a group took, by number or by name; nil where it took no part.
    func group(_ key: Value) throws(Failure) -> Value? { try range(key).map { .text(text.slice($0.lowerBound, $0.upperBound)) } }

    func range(_ key: Value) throws(Failure) -> Range<Int>? {
        let number = if case .text(let name) = key { groups.names.first { $0.name == name.string }?.number } else { key.integer }
        guard let number, groups.ranges.indices.contains(number) else { throw Failure(.indexError, "no such group") }
        return groups.ranges[number]
    }
}

extension Call where Receiver == MatchReceiver {
    func perform(_ operation: MatchOperation) throws(Failure) -> Value {
        switch operation {
        case .group: try group()
        case .groups: .tuple(try (0..<receiver.groups.ranges.count).dropFirst().map(Value.int).map { key throws(Failure) in try receiver.group(key) ?? standard })
        case .groupdict: .dict(try named())
        case .start: .int(try characters().0)
        case .end: .int(try characters().1)
        case .span: .tuple(try [.int(characters().0), .int(characters().1)])
        case .string: .text(receiver.text)
        }
    }

    private var standard: Value { arguments["default"] ?? .none }

    private func group() throws(Failure) -> Value {
        let keys = arguments.rest("group")
        guard keys.count > 1 else { return try receiver.group(keys.first ?? .int(0)) ?? .none }
        return .tuple(try keys.map { key throws(Failure) in try receiver.group(key) ?? .none })
    }

    private func named() throws(Failure) -> DictValue {
        let pairs = DictValue()
        for (name, number) in receiver.groups.names { pairs[.string(name)] = try receiver.group(.int(number)) ?? standard }
        return pairs
    }

    /// Where a group starts and ends, in characters; -1 where it took no part.
    private func characters() throws(Failure) -> (Int, Int) {
        guard let range = try receiver.range(arguments["group"] ?? .int(0)) else { return (-1, -1) }
        func count(_ bytes: Int) -> Int { receiver.text.isKnownASCII ? bytes : receiver.text.slice(0, bytes).scalars.count }
        return (count(range.lowerBound), count(range.upperBound))
    }
}

extension Interpreter {
    /// `match[1]`, `match['name']`
    func matchSubscript(_ accessor: AccessorValue, _ key: Value) throws(Failure) -> Value {
        guard let match = MatchReceiver(accessor) else { throw Failure(.internalFault, "a match without its text") }
        return try match.group(key) ?? .none
    }
}
