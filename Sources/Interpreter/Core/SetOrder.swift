import Diagnostics
import JSON
import Plan
import Values

/// The order in which a run reads the items of sets.
///
/// Python leaves it open: where an item comes depends on its hash, and the hashes of texts differ from process to process
/// (`PYTHONHASHSEED`). A query that reads a set in order is therefore run in each of these orders, and answered where all agree.
enum SetOrder {
    case inserted, reversed
    /// Neighbours, ends and the middle are other items than in both other orders.
    case scattered

    func arranged(_ items: [Value]) -> [Value] {
        switch self {
        case .inserted: items
        case .reversed: items.reversed()
        case .scattered: Array(items.indices.filter { !$0.isMultiple(of: 2) }.reversed() + items.indices.filter { $0.isMultiple(of: 2) }).map { items[$0] }
        }
    }
}

extension Interpreter {
    /// The items of a set as this run orders them.
    func items(of set: SetValue) -> [Value] {
        guard set.items.count > 1 else { return set.items }
        hasReadSet = true
        return setOrder.arranged(set.items)
    }

    /// The items where their order makes no difference to what is done with them.
    func members(_ value: Value) throws(Failure) -> [Value] {
        if case .set(let set) = value { set.items } else { try iterate(value) }
    }
}

/// What one run came to.
struct Outcome {
    let result: Result<Value, Failure>
    /// Whether the items of a set were read one after the other.
    let hasReadSet: Bool

    /// Whether both runs gave one value, or failed with one code.
    func agrees(with other: Outcome) -> Bool {
        switch (result, other.result) {
        case (.success(let a), .success(let b)): Outcome.same(a, b)
        case (.failure(let a), .failure(let b)): a.code == b.code
        case (.success, .failure), (.failure, .success): false
        }
    }

    /// A value without a canonical form (it is too large, or nests too deep) equals none.
    private static func same(_ a: Value, _ b: Value) -> Bool {
        guard let x = canonical(a), let y = canonical(b) else { return false }
        return canonicalEqual(x, y)
    }

    private static func canonical(_ value: Value) -> JSONValue? {
        var writer = JSONWriter()
        do throws(Failure) { try writeCanonical(value, to: &writer) } catch { return nil }
        return try? JSONValue.parse(writer.bytes)
    }
}
