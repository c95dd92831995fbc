import Catalog
import Diagnostics
import Values

extension Call where Receiver == SetValue {
    func perform(_ operation: SetOperation) throws(Failure) -> Value {
        switch operation {
        case .add: try add()
        case .clear: replace([])
        case .copy: .set(SetValue(receiver.items))
        case .difference: .set(SetValue(try remaining()))
        case .differenceUpdate: replace(try remaining())
        case .discard: try discard()
        case .intersection: .set(SetValue(try shared()))
        case .intersectionUpdate: replace(try shared())
        case .isdisjoint: .bool(try other().items.allSatisfy { !receiver.contains($0) })
        case .issubset: .bool(try isSubset())
        case .issuperset: .bool(try other().items.allSatisfy(receiver.contains))
        case .remove: try remove()
        case .symmetricDifference: .set(SetValue(try exclusive()))
        case .symmetricDifferenceUpdate: replace(try exclusive())
        case .union: .set(SetValue(try receiver.items + others().flatMap(\.items)))
        case .update: replace(try receiver.items + others().flatMap(\.items))
        }
    }

    private func other() throws(Failure) -> SetValue { try interpreter.set(of: arguments.require("other")) }

    private func others() throws(Failure) -> [SetValue] {
        var sets: [SetValue] = []
        for value in arguments.rest("others") { sets.append(try interpreter.set(of: value)) }
        return sets
    }

    private func replace(_ items: [Value]) -> Value {
        receiver.replace(with: items)
        return .none
    }

    private func add() throws(Failure) -> Value {
        try interpreter.charge(bytes: 48)
        receiver.insert(try interpreter.hashable(arguments.require("object")))
        return .none
    }

    private func discard() throws(Failure) -> Value {
        receiver.remove(try interpreter.hashable(arguments.require("object")))
        return .none
    }

    private func remove() throws(Failure) -> Value {
        let item = try interpreter.hashable(arguments.require("object"))
        guard receiver.remove(item) else { throw Failure(.keyError, Interpreter.brief(item)) }
        return .none
    }

    private func remaining() throws(Failure) -> [Value] {
        let others = try others()
        return receiver.items.filter { item in !others.contains { $0.contains(item) } }
    }

    private func shared() throws(Failure) -> [Value] {
        let others = try others()
        return receiver.items.filter { item in others.allSatisfy { $0.contains(item) } }
    }

    private func exclusive() throws(Failure) -> [Value] {
        let other = try other()
        return receiver.items.filter { !other.contains($0) } + other.items.filter { !receiver.contains($0) }
    }

    private func isSubset() throws(Failure) -> Bool {
        let other = try other()
        return receiver.items.allSatisfy(other.contains)
    }
}

extension Interpreter {
    /// Python's `set(iterable)`.
    func set(of value: Value) throws(Failure) -> SetValue {
        if case .set(let set) = value { return set }
        let items = try iterate(value)
        try charge(bytes: items.count &* 48)
        return SetValue(try hashable(items))
    }
}
