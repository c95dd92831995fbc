import Diagnostics
import Values

/// How deep values may stand inside one another. A chain of lists is freed, compared and printed by recursion, so its length is a matter
/// of the stack; queries that people and models write nest a handful.
///
/// Every loop that makes a value deeper keeps it in a variable or inside a container that is kept: those two doors are guarded.
extension Interpreter {
    private static let nestingLimit = 100

    /// - Parameter owner: the list or dict that the value goes into.
    /// - Throws: `depthLimit`; `unsupportedValue` where a container would come to hold itself.
    func checkNesting(_ value: Value, in owner: AnyObject? = nil) throws(Failure) {
        switch value {
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .range, .type, .dtype,
            .module:
            return
        case .list, .tuple, .set, .dict, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function:
            try visit(value, owner, depth: 1)
        }
    }

    private func visit(_ value: Value, _ owner: AnyObject?, depth: Int) throws(Failure) {
        switch value {
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .range, .type, .dtype,
            .module:
            return
        case .list(let list): try visit(list.items, of: list, owner, depth)
        case .tuple(let tuple): try visit(tuple.items, of: nil, owner, depth)
        case .set(let set): try visit(set.items, of: set, owner, depth)
        case .dict(let dict): try visit(dict.keys + dict.values, of: dict, owner, depth)
        case .iterator(let iterator): try visit(Array(iterator.pending), of: iterator, owner, depth)
        case .slice(let slice): try visit([slice.lower, slice.upper, slice.step], of: slice, owner, depth)
        case .series(let series): try visit([series.column] + columns(of: series.index), owner, depth)
        case .frame(let frame): try visit(frame.allColumns + columns(of: frame.index), owner, depth)
        case .index(let index): try visit(columns(of: index), owner, depth)
        case .array(let array): try visit([array.column], owner, depth)
        case .groupBy(let groups): try visit([.frame(groups.frame)], of: nil, owner, depth)
        case .accessor(let accessor): try visit([accessor.receiver], of: nil, owner, depth)
        case .function(let function): try visit(held(by: function), of: function, owner, depth)
        }
    }

    private func visit(_ items: [Value], of container: AnyObject?, _ owner: AnyObject?, _ depth: Int) throws(Failure) {
        try meter.charge(steps: 1)
        guard depth <= Interpreter.nestingLimit else {
            throw Failure(.depthLimit, "values are nested more than \(Interpreter.nestingLimit) deep")
        }
        if let owner, container === owner { throw Failure(.unsupportedValue, "a container that holds itself is not supported") }
        for item in items { try visit(item, owner, depth: depth + 1) }
    }

    /// Only object columns can hold containers.
    private func visit(_ columns: [Column], _ owner: AnyObject?, _ depth: Int) throws(Failure) {
        for case .object(let cells) in columns { try visit(cells, of: nil, owner, depth) }
    }

    private func columns(of index: Index) -> [Column] {
        switch index.labels {
        case .range: []
        case .column(let column): [column]
        case .multi(let levels): levels
        }
    }

    private func held(by function: any Callable) -> [Value] {
        if let closure = function as? Closure { return closure.defaults.compactMap(\.self) }
        return (function as? OperationValue)?.receiver.map { [$0] } ?? []
    }
}
