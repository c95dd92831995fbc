import Catalog
import Diagnostics
import Values

extension Call where Receiver == ListValue {
    func perform(_ operation: ListOperation) throws(Failure) -> Value {
        switch operation {
        case .append: try append()
        case .clear: clear()
        case .copy: .list(receiver.items)
        case .count: .int(try on(receiver.items).occurrences())
        case .extend: try extend()
        case .index: .int(try on(receiver.items).position())
        case .insert: try insert()
        case .pop: try pop()
        case .remove: try remove()
        case .reverse: reverse()
        case .sort: try sort()
        }
    }

    private func append() throws(Failure) -> Value {
        try interpreter.charge(bytes: 24)
        receiver.items.append(try arguments.require("object"))
        return .none
    }

    private func clear() -> Value {
        receiver.items = []
        return .none
    }

    private func extend() throws(Failure) -> Value {
        let items = try interpreter.iterate(arguments.require("iterable"))
        try interpreter.charge(bytes: items.count * 24)
        receiver.items += items
        return .none
    }

    private func insert() throws(Failure) -> Value {
        let at = try interpreter.index(arguments.require("index"))
        let count = receiver.items.count
        try interpreter.charge(bytes: 24)
        receiver.items.insert(try arguments.require("object"), at: at < 0 ? max(0, count &+ at) : min(at, count))
        return .none
    }

    private func pop() throws(Failure) -> Value {
        guard !receiver.items.isEmpty else { throw Failure(.indexError, "pop from empty list") }
        let given = try arguments["index"].map { value throws(Failure) in try interpreter.index(value) } ?? -1
        let at = given < 0 ? given &+ receiver.items.count : given
        guard receiver.items.indices.contains(at) else { throw Failure(.indexError, "pop index out of range") }
        return receiver.items.remove(at: at)
    }

    private func remove() throws(Failure) -> Value {
        let value = try arguments.require("value")
        for (at, item) in receiver.items.enumerated() where try interpreter.isSame(item, value) {
            receiver.items.remove(at: at)
            return .none
        }
        throw Failure(.valueError, "list.remove(x): x not in list")
    }

    private func reverse() -> Value {
        receiver.items.reverse()
        return .none
    }

    private func sort() throws(Failure) -> Value {
        receiver.items = try interpreter.sorted(receiver.items, key: arguments.given("key"), reverse: arguments["reverse"])
        return .none
    }
}
