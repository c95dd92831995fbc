import Diagnostics
import JSON
import Values

/// The order in which a run reads the items of sets.
///
/// Python leaves it open: where an item comes depends on its hash, and the hashes of texts differ from process to process
/// (`PYTHONHASHSEED`). A query that reads a set in order is therefore run in each of these orders, and answered where all agree. Of any two items
/// each comes first in one of them, and no place has the same item in all (the middle one stays where it is when a row is reversed).
enum SetOrder {
    case inserted, reversed, scattered

    func arranged(_ items: [Value]) -> [Value] {
        switch self {
        case .inserted: items
        case .reversed: items.reversed()
        case .scattered: stride(from: 1, to: items.count, by: 2).reversed().map { items[$0] } + stride(from: 0, to: items.count, by: 2).map { items[$0] }
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

    /// Whether it stands in every order: no set was read, or the budget ran out, which more runs would not change.
    var isSettled: Bool {
        guard hasReadSet else { return true }
        if case .failure(let failure) = result { return failure.code.phase == .limits }
        return false
    }

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
