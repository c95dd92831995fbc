import Diagnostics
import Kernels
import Values

// `cat`: all cells into one text, or each with its neighbours.
extension Call where Receiver == StrAccessor {
    func cat() throws(Failure) -> Value {
        if case .text? = arguments["others"] { throw Failure(.valueError, "Did you mean to supply a `sep` keyword?") }
        try requireTexts(receiver.column)
        let separator = try arguments.given("sep") == nil ? Text.empty : arguments.text("sep")
        let filler = try arguments.given("na_rep") == nil ? nil : arguments.text("na_rep")
        guard let others = arguments.given("others") else { return .text(try joined(separator, filler)) }
        return try beside(others, separator, filler)
    }

    private func requireTexts(_ column: Column) throws(Failure) {
        let isText = column.values.allSatisfy { if case .text = $0 { true } else { $0.isMissing } }
        guard isText else { throw Failure(.typeError, "Cannot use .str.cat with values of inferred dtype 'mixed'.") }
    }

    private func joined(_ separator: Text, _ filler: Text?) throws(Failure) -> Text {
        let cells = receiver.column.values
        try interpreter.charge(cells: cells.count)
        let texts = cells.compactMap { $0.isMissing ? filler.map(Value.text) : $0 }
        return try interpreter.join(texts, with: separator)
    }

    private func beside(_ others: Value, _ separator: Text, _ filler: Text?) throws(Failure) -> Value {
        let columns = try [receiver.column] + neighbours(others)
        try interpreter.charge(cells: columns.count &* receiver.column.count)
        var rows: [Value] = []
        for row in 0..<receiver.column.count {
            let cells = columns.map { $0.isMissing(row) ? filler.map(Value.text) : $0[row] }
            let present = cells.compactMap { $0 }
            rows.append(present.count == cells.count ? .text(try interpreter.join(present, with: separator)) : .float(.nan))
        }
        return receiver.wrapped(objectColumn(rows))
    }

    /// The other columns, their rows in the receiver's order.
    private func neighbours(_ others: Value) throws(Failure) -> [Column] {
        switch others {
        case .series(let series): return [try aligned(series)]
        case .index(let index): return [try sized(index.column)]
        case .array(let array) where array.isFlat: return [try sized(array.column)]
        case .frame(let frame):
            var columns: [Column] = []
            for at in 0..<frame.columnCount { columns.append(try aligned(frame.series(at))) }
            return columns
        case .list, .tuple: return try listed(interpreter.iterate(others))
        default: throw Failure(.typeError, "others must be Series, Index, DataFrame, np.ndarray or list-like")
        }
    }

    private func listed(_ items: [Value]) throws(Failure) -> [Column] {
        guard items.contains(where: { if case .series = $0 { true } else if case .index = $0 { true } else if case .array = $0 { true } else { false } })
        else { return [try sized(Column(values: items))] }
        var columns: [Column] = []
        for item in items { columns += try neighbours(item) }
        return columns
    }

    private func sized(_ column: Column) throws(Failure) -> Column {
        guard column.count == receiver.column.count else {
            throw Failure(.valueError, "If `others` contains arrays or lists, these must all be of the same length as the calling Series/Index.")
        }
        return try textOnly(column)
    }

    private func textOnly(_ column: Column) throws(Failure) -> Column {
        guard column.values.allSatisfy({ if case .text = $0 { true } else { $0.isMissing } }) else {
            throw Failure(.typeError, "Concatenation requires list-likes containing only strings (or missing values).")
        }
        return column
    }

    /// A Series' cells under the receiver's labels, NaN where it lacks one.
    private func aligned(_ series: Series) throws(Failure) -> Column {
        let rows = receiver.rows
        if rows.equals(series.index) { return try textOnly(series.column) }
        guard try arguments.word("join", default: "left") == "left" else {
            throw Failure(.unsupportedArgument, "'join' of cat() other than 'left' is not supported where labels differ")
        }
        guard series.index.isUnique, rows.isUnique else {
            throw Failure(.unsupportedOperation, "cat() of columns whose labels differ and repeat is not supported")
        }
        var positions: [HashKey: Int] = [:]
        for (at, label) in series.index.values.enumerated() { positions[HashKey(label)] = at }
        return try textOnly(series.column.gatherWithGaps(rows.values.map { positions[HashKey($0)] ?? -1 }))
    }
}
