import Diagnostics
import Kernels
import Values

// The ways a method of `.str` walks a column. A text column is walked over its bytes; an object column cell by cell,
// where what is no text gives NaN, as pandas falls back to.
extension StrAccessor {
    /// The cells.
    var column: Column {
        switch receiver {
        case .series(let series): series.column
        case .index(let index): index.column
        default: .object([])
        }
    }

    var isIndex: Bool { if case .index = receiver { true } else { false } }

    var name: Value {
        switch receiver {
        case .series(let series): series.name
        case .index(let index): index.name
        default: .none
        }
    }

    /// Row labels for a frame made of the result.
    var rows: Index {
        switch receiver {
        case .series(let series): series.index
        default: Index(count: column.count)
        }
    }

    /// A result as a Series or an Index; flags of an Index are an array.
    func wrapped(_ column: Column, name: Value? = nil) -> Value {
        switch receiver {
        case .series(let series): return .series(Series(column, index: series.index, name: name ?? series.name))
        default:
            if case .bool = column { return .array(NDArray(column)) }
            return .index(Index(column, name: name ?? self.name))
        }
    }
}

extension Call where Receiver == StrAccessor {
    // MARK: Texts

    /// Texts that a method writes.
    func texts(_ write: (Text, inout TextBuilder) throws(Failure) -> Void) throws(Failure) -> Value {
        guard case .text(let cells) = receiver.column else {
            return try objects { (value) throws(Failure) in
                guard case .text(let text) = value else { return nil }
                var builder = TextBuilder(rows: 1, bytes: Int(text.count))
                try write(text, &builder)
                return .text(builder.finishText())
            }
        }
        return receiver.wrapped(.text(try written(cells, write)))
    }

    func written(_ cells: TextColumn, _ write: (Text, inout TextBuilder) throws(Failure) -> Void) throws(Failure) -> TextColumn {
        var charged = cells.cells.reduce(0) { $0 + ($1.isMissing ? 0 : Int($1.count)) }
        try interpreter.charge(cells: cells.count)
        try interpreter.charge(bytes: charged + cells.count * 8)
        var builder = TextBuilder(rows: cells.count, bytes: charged)
        for row in 0..<cells.count {
            guard let text = cells[row] else {
                builder.appendMissing()
                continue
            }
            try write(text, &builder)
            builder.endCell()
            if builder.byteCount > charged {
                try interpreter.charge(bytes: builder.byteCount - charged)
                charged = builder.byteCount
                guard charged <= TextStorage.limit else { throw Failure(.byteLimit, "a column of \(charged) bytes of text is too long") }
            }
        }
        return builder.finish()
    }

    /// Texts that are parts of the cells, nil for NaN: the storage is shared.
    func slices(_ body: (Text) throws(Failure) -> Text?) throws(Failure) -> Value {
        guard case .text(let cells) = receiver.column else {
            return try objects { (value) throws(Failure) in
                guard case .text(let text) = value else { return nil }
                return try body(text).map(Value.text)
            }
        }
        return receiver.wrapped(settled(try sliced(cells, body), like: cells))
    }

    func sliced(_ cells: TextColumn, _ body: (Text) throws(Failure) -> Text?) throws(Failure) -> TextColumn {
        try interpreter.charge(cells: cells.count)
        try interpreter.charge(bytes: cells.count * 8)
        var parts: [TextColumn.Cell] = []
        parts.reserveCapacity(cells.count)
        for row in 0..<cells.count {
            guard let text = cells[row], let part = try body(text) else {
                parts.append(.missing)
                continue
            }
            guard part.storage === cells.storage || part.isEmpty else { return try rebuilt(cells, body) }
            parts.append(TextColumn.Cell(start: part.isEmpty ? 0 : part.start, count: part.count))
        }
        return TextColumn(storage: cells.storage, cells: parts)
    }

    /// For parts that had to be made anew, such as slices with a step.
    private func rebuilt(_ cells: TextColumn, _ body: (Text) throws(Failure) -> Text?) throws(Failure) -> TextColumn {
        var texts: [Text?] = []
        texts.reserveCapacity(cells.count)
        for row in 0..<cells.count { texts.append(try cells[row].flatMap { text throws(Failure) in try body(text) }) }
        try interpreter.charge(bytes: texts.reduce(0) { $0 + Int($1?.count ?? 0) })
        return TextColumn(texts)
    }

    /// Nothing but NaN is a float column, unless nothing but NaN was asked.
    func settled(_ result: TextColumn, like cells: TextColumn) -> Column {
        guard result.cells.allSatisfy(\.isMissing), cells.cells.contains(where: { !$0.isMissing }) else { return .text(result) }
        return .float(Array(repeating: .nan, count: result.count))
    }

    // MARK: Flags and numbers

    /// A flag a cell; `na` stands in for gaps.
    func flags(na: Value? = nil, _ body: (Text) throws(Failure) -> Bool) throws(Failure) -> Value {
        guard case .text(let cells) = receiver.column else {
            return try objects(na: na, empty: .bool([])) { (value) throws(Failure) in
                guard case .text(let text) = value else { return nil }
                return .bool(try body(text))
            }
        }
        try interpreter.charge(cells: cells.count)
        var flags: [Bool] = []
        flags.reserveCapacity(cells.count)
        var gaps = 0
        for row in 0..<cells.count {
            if let text = cells[row] {
                flags.append(try body(text))
            } else {
                flags.append(false)
                gaps += 1
            }
        }
        return receiver.wrapped(filled(flags, gaps, cells, na))
    }

    private func filled(_ flags: [Bool], _ gaps: Int, _ cells: TextColumn, _ na: Value?) -> Column {
        if gaps == 0 { return .bool(flags) }
        switch na {
        case .bool(let fill)?, .numpyBool(let fill)?:
            return .bool(flags.indices.map { cells.isMissing($0) ? fill : flags[$0] })
        case .some(let fill): return converted(flags.indices.map { cells.isMissing($0) ? fill : .bool(flags[$0]) })
        case nil:
            if gaps == flags.count { return .text(cells) }
            return .object(flags.indices.map { cells.isMissing($0) ? .float(.nan) : .bool(flags[$0]) })
        }
    }

    func flags(_ property: KeyPath<Text, Bool>) throws(Failure) -> Value { try flags { $0[keyPath: property] } }

    /// An integer a cell.
    func numbers(_ body: (Text) throws(Failure) -> Int, others: (Value) throws(Failure) -> Value? = { _ in nil }) throws(Failure) -> Value {
        guard case .text(let cells) = receiver.column else {
            return try objects(empty: .int([])) { (value) throws(Failure) in
                guard case .text(let text) = value else { return try others(value) }
                return .int(try body(text))
            }
        }
        try interpreter.charge(cells: cells.count)
        var numbers: [Int] = []
        numbers.reserveCapacity(cells.count)
        var gaps = 0
        for row in 0..<cells.count {
            if let text = cells[row] {
                numbers.append(try body(text))
            } else {
                numbers.append(0)
                gaps += 1
            }
        }
        if gaps == 0 { return receiver.wrapped(.int(numbers)) }
        if gaps == numbers.count { return receiver.wrapped(.text(cells)) }
        return receiver.wrapped(.float(numbers.indices.map { cells.isMissing($0) ? .nan : Double(numbers[$0]) }))
    }

    // MARK: Any values

    /// A value a cell, whatever the cells are; nil, a TypeError or an AttributeError gives NaN or `na`.
    func objects(na: Value? = nil, empty: Column = .object([]), _ body: (Value) throws(Failure) -> Value?) throws(Failure) -> Value {
        let cells = receiver.column.values
        try interpreter.charge(cells: cells.count)
        try interpreter.charge(bytes: cells.count &* 24)
        if cells.isEmpty { return receiver.wrapped(empty) }
        var results: [Value] = []
        results.reserveCapacity(cells.count)
        for cell in cells { results.append(cell.isMissing ? na ?? cell : try attempted(cell, body) ?? na ?? .float(.nan)) }
        if na == nil, cells.allSatisfy(\.isMissing) { return receiver.wrapped(.object(results)) }
        return receiver.wrapped(converted(results))
    }

    private func attempted(_ cell: Value, _ body: (Value) throws(Failure) -> Value?) throws(Failure) -> Value? {
        do throws(Failure) {
            return try body(cell)
        } catch {
            guard error.code == .typeError || error.code == .attributeError else { throw error }
            return nil
        }
    }

    /// pandas' `maybe_convert_objects`: flags and numbers get typed columns, times stay objects.
    func converted(_ values: [Value]) -> Column {
        let column = Column(values: values)
        switch column {
        case .timestamp, .timedelta: return .object(values)
        case .bool, .int, .float, .text, .object, .categorical: return column
        }
    }

    /// What a method gives whose argument makes every cell fail with a TypeError: NaN in every row.
    func allFailed(empty: Column = .object([])) throws(Failure) -> Value { try objects(empty: empty) { _ in nil } }
}
