import Diagnostics
import Plan
import Values

extension Interpreter {
    /// Python's and pandas' binary operators on any two values.
    func binary(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Failure) -> Value {
        try charge(cells: 1)
        switch (left, right) {
        case (.frame(let a), .frame(let b)): return .frame(try frames(a, b) { x, y, rows throws(Failure) in try column(symbol, x, y, rows) })
        case (.frame(let a), .series(let b)): return .frame(try frame(a, beside: b, symbol, swapped: false))
        case (.series(let a), .frame(let b)): return .frame(try frame(b, beside: a, symbol, swapped: true))
        case (.frame(let frame), .list), (.frame(let frame), .tuple), (.frame(let frame), .array):
            return .frame(try self.frame(frame, beside: right) { x, y, rows throws(Failure) in try column(symbol, x, y, rows) })
        case (.list, .frame(let frame)), (.tuple, .frame(let frame)), (.array, .frame(let frame)):
            return .frame(try self.frame(frame, beside: left) { x, y, rows throws(Failure) in try column(symbol, y, x, rows) })
        case (.frame(let frame), _): return .frame(try map(frame) { x, rows throws(Failure) in try column(symbol, x, operand(right, rows), rows) })
        case (_, .frame(let frame)): return .frame(try map(frame) { x, rows throws(Failure) in try column(symbol, operand(left, rows), x, rows) })
        case (.series(let a), .series(let b)): return .series(try series(symbol, a, b))
        case (.series(let a), _):
            return .series(a.with(try column(symbol, .column(a.column), operand(right, a.count), a.count)))
        case (_, .series(let b)):
            return .series(b.with(try column(symbol, operand(left, b.count), .column(b.column), b.count)))
        case (.array, _), (_, .array), (.index, _), (_, .index): return try arrays(symbol, left, right)
        default: return try Scalars.binary(symbol, left, right, self)
        }
    }

    /// Two columns, or a column and a scalar.
    func column(
        _ symbol: BinaryOperator, _ left: Operand, _ right: Operand, _ rows: Int, rules: OperatorRules = .pandas
    ) throws(Failure) -> Column {
        switch symbol {
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power:
            return try ColumnArithmetic(symbol: symbol, rows: rows, rules: rules, interpreter: self).apply(left, right)
        case .bitAnd, .bitOr, .bitXor:
            let logical = Logical(symbol: symbol, rows: rows, interpreter: self)
            switch (left, right) {
            case (.column(let column), _): return try logical.apply(column, right)
            case (.scalar(let value), .column(let column)): return try logical.apply(column, .scalar(value))
            case (.scalar, .scalar): throw Failure(.internalFault, "two scalars met a column's operator")
            }
        case .shiftLeft, .shiftRight:
            throw Failure(.typeError, "unsupported operand type(s) for \(symbol.rawValue)")
        case .matrixMultiply:
            throw Failure(.unsupportedOperation, "the operator '@' is not supported")
        }
    }

    /// A side beside a column of so many rows: a list or an array must have that length.
    func operand(_ value: Value, _ rows: Int) throws(Failure) -> Operand {
        let column: Column
        switch value {
        case .list(let list): column = Column(values: list.items)
        case .tuple(let tuple): column = Column(values: tuple.items)
        case .array(let array) where array.isFlat: column = array.column
        case .index(let index): column = index.column
        case .range(let range):
            try fit(range.count, rows)
            column = .int((0..<range.count).map { range[$0] })
        case .series(let series): column = series.column
        case .set: throw Failure(.typeError, "a set cannot stand beside a column")
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .dict, .slice,
            .iterator, .frame, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            return .scalar(value)
        }
        try fit(column.count, rows)
        return .column(column)
    }

    private func fit(_ count: Int, _ rows: Int) throws(Failure) {
        guard count == rows else { throw Failure(.valueError, "operands could not be broadcast together: \(rows) rows and \(count)") }
    }

    /// Two series: labels are aligned first, flags as objects; the name stays where both agree.
    private func series(_ symbol: BinaryOperator, _ a: Series, _ b: Series) throws(Failure) -> Series {
        let alignment = Alignment(a.index, b.index)
        let isLogical = [.bitAnd, .bitOr, .bitXor].contains(symbol) && alignment.isMoved
            && [a, b].allSatisfy { $0.column.dtype == .bool || $0.column.dtype == .object }
        let (left, right) = isLogical ? (a.column.asObject, b.column.asObject) : (a.column, b.column)
        let (x, y) = (left.aligned(alignment.left), right.aligned(alignment.right))
        let result = try column(symbol, .column(x), .column(y), alignment.index.count)
        return Series(result, index: alignment.index, name: commonName(a, b))
    }

    func commonName(_ a: Series, _ b: Series) -> Value { HashKey(a.name) == HashKey(b.name) ? a.name : .none }

    // MARK: Frames

    func map(_ frame: Frame, _ body: (Operand, Int) throws(Failure) -> Column) throws(Failure) -> Frame {
        var columns: [Column] = []
        for at in 0..<frame.columnCount { columns.append(try body(.column(frame.column(at)), frame.rowCount)) }
        return Frame(columns, index: frame.index, columns: frame.columns)
    }

    /// Two frames: where they share some columns, the others come out as gaps (pandas' `_arith_method_with_reindex`).
    private func frames(
        _ a: Frame, _ b: Frame, _ body: (Operand, Operand, Int) throws(Failure) -> Column
    ) throws(Failure) -> Frame {
        let rows = Alignment(a.index, b.index)
        let labels = Alignment(a.columns, b.columns)
        let sharesSome = (0..<labels.index.count).contains { !labels.isOneSided($0) }
        try charge(cells: rows.index.count.multipliedReportingOverflow(by: labels.index.count).partialValue)
        var columns: [Column] = []
        for at in 0..<labels.index.count {
            let x = side(a, labels.left.map { $0[at] } ?? at, rows.left, rows.index.count)
            let y = side(b, labels.right.map { $0[at] } ?? at, rows.right, rows.index.count)
            columns.append(
                sharesSome && labels.isOneSided(at) ? .gaps(.float64, count: rows.index.count)
                    : try body(.column(x), .column(y), rows.index.count))
        }
        return Frame(columns, index: rows.index, columns: labels.index)
    }

    /// One side's column, or a column of NaN where the side lacks it.
    private func side(_ frame: Frame, _ at: Int, _ rows: [Int]?, _ count: Int) -> Column {
        at < 0 ? .float(Array(repeating: .nan, count: count)) : frame.column(at).aligned(rows)
    }

    /// A frame beside a series: the series' labels are matched with the frame's columns, and each of its cells stands beside a whole column.
    private func frame(_ frame: Frame, beside series: Series, _ symbol: BinaryOperator, swapped: Bool) throws(Failure) -> Frame {
        let isLogical = [.bitAnd, .bitOr, .bitXor].contains(symbol)
        let labels = Alignment(frame.columns, series.index)
        let beside = series.column.aligned(labels.right)
        let rows = frame.rowCount
        try charge(cells: rows.multipliedReportingOverflow(by: labels.index.count).partialValue)
        var columns: [Column] = []
        for at in 0..<labels.index.count {
            let x = side(frame, labels.left.map { $0[at] } ?? at, nil, rows)
            let y = beside.gather(Array(repeating: at, count: rows))
            columns.append(try isLogical ? logical(symbol, x, y, rows) : swapped ? column(symbol, .column(y), .column(x), rows) : column(symbol, .column(x), .column(y), rows))
        }
        return Frame(columns, index: frame.index, columns: labels.index)
    }

    /// `&`, `|` and `^` keep the frame on the left, whichever side it was written on; pandas (`logical_op`, `vec_binop`) cannot work cell by cell on
    /// the one row that a Series of objects was broadcast to.
    private func logical(_ symbol: BinaryOperator, _ frame: Column, _ beside: Column, _ rows: Int) throws(Failure) -> Column {
        if rows == 1, frame.dtype != .bool, beside.dtype == .object, !beside.isMissing(0) {
            do { _ = try Scalars.binary(symbol, frame[0].asPython, beside[0].asPython, self) } catch {
                throw error.code == .typeError ? Failure(.valueError, "buffer source array is read-only") : error
            }
        }
        return try column(symbol, .column(frame), .column(beside), rows)
    }

    /// A frame beside a sequence: one item a column; an array of two dimensions stands cell beside cell, its only row or column repeated.
    ///
    /// - Throws: `valueError` for any other length, as pandas' `DataFrame._align_for_op`.
    func frame(
        _ frame: Frame, beside sequence: Value, _ body: (Operand, Operand, Int) throws(Failure) -> Column
    ) throws(Failure) -> Frame {
        let (height, width) = (frame.rowCount, frame.columnCount)
        try charge(cells: height.multipliedReportingOverflow(by: width).partialValue)
        var columns: [Column] = []
        let cells = try matrix(sequence, height, width)
        for at in 0..<width {
            let rows = (0..<height).map { row in cells.rows == 1 ? (cells.width == 1 ? 0 : at) : row * cells.width + (cells.width == 1 ? 0 : at) }
            columns.append(try body(.column(frame.column(at)), .column(cells.column.gather(rows)), height))
        }
        return Frame(columns, index: frame.index, columns: frame.columns)
    }

    private func matrix(_ sequence: Value, _ height: Int, _ width: Int) throws(Failure) -> (column: Column, rows: Int, width: Int) {
        if case .array(let array) = sequence, array.shape.count == 2 {
            let (rows, across) = (array.shape[0], array.shape[1])
            guard rows == height && (across == width || across == 1) || rows == 1 && across == width else {
                throw Failure(.valueError, "Unable to coerce to DataFrame, shape must be (\(height), \(width)): given (\(rows), \(across))")
            }
            return (array.column, rows == height && !(rows == 1 && across == width) ? rows : 1, across)
        }
        let column: Column = if case .array(let array) = sequence { array.column } else { Column(values: try iterate(sequence)) }
        guard column.count == width else {
            throw Failure(.valueError, "Unable to coerce to Series, length must be \(width): given \(column.count)")
        }
        return (column, 1, width)
    }

    // MARK: Arrays and indexes

    private func arrays(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Failure) -> Value {
        let shape = try Interpreter.commonShape(left, right)
        let rows = shape.reduce(1, *)
        let result = try column(symbol, flat(left, rows), flat(right, rows), rows, rules: Interpreter.rules(left, right))
        if case .index(let index) = left { return .index(Index(result, name: index.name)) }
        if case .index(let index) = right { return .index(Index(result, name: index.name)) }
        return .array(NDArray(result, shape: shape))
    }

    /// Whose rules hold between an array and anything but a Series or a frame.
    static func rules(_ left: Value, _ right: Value) -> OperatorRules {
        switch (left, right) {
        case (.index, _), (_, .index): .pandas
        default: .numpy
        }
    }

    static func shape(_ value: Value) -> [Int]? {
        switch value {
        case .array(let array): array.shape
        case .index(let index): [index.count]
        default: nil
        }
    }

    /// The shape of an operation on arrays; a side that is no array stands beside every element.
    ///
    /// - Throws: `valueError` where numpy cannot broadcast one to the other, `unsupportedValue` where it would repeat rows.
    static func commonShape(_ left: Value, _ right: Value) throws(Failure) -> [Int] {
        guard let a = shape(left), let b = shape(right) else { return shape(left) ?? shape(right) ?? [] }
        if a == b || b.reduce(1, *) == 1 && a.count >= b.count { return a }
        if a.reduce(1, *) == 1 && b.count >= a.count { return b }
        let fits = Swift.zip(a.reversed(), b.reversed()).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
        guard fits else { throw Failure(.valueError, "operands could not be broadcast together with shapes \(a) \(b)") }
        throw Failure(.unsupportedValue, "arrays of different shapes are not supported together")
    }

    /// One side of an operation on arrays; one element stands for all, as numpy broadcasts it.
    func flat(_ value: Value, _ rows: Int) throws(Failure) -> Operand {
        if case .array(let array) = value {
            if array.column.count == 1, rows != 1 { return .scalar(array.column[0]) }
            guard array.column.count == rows else { throw Failure(.valueError, "operands could not be broadcast together") }
            return .column(array.column)
        }
        return try operand(value, rows)
    }

    // MARK: Unary

    /// `-x`, `+x`, `~x`
    func unary(_ symbol: UnaryOperator, _ operand: Value) throws(Failure) -> Value {
        switch operand {
        case .series(let series): .series(series.with(try column(symbol, series.column)))
        case .frame(let frame): .frame(try map(frame) { x, _ throws(Failure) in try column(symbol, x) })
        case .array(let array): .array(NDArray(try column(symbol, array.column), shape: array.shape))
        case .index(let index): .index(Index(try column(symbol, index.column), name: index.name))
        default: try Scalars.unary(symbol, operand)
        }
    }

    private func column(_ symbol: UnaryOperator, _ operand: Operand) throws(Failure) -> Column {
        guard case .column(let cells) = operand else { throw Failure(.internalFault, "a scalar met a column's operator") }
        return try column(symbol, cells)
    }

    private func column(_ symbol: UnaryOperator, _ column: Column) throws(Failure) -> Column {
        try charge(cells: column.count)
        switch (symbol, column) {
        case (.invert, .bool(let cells)), (.negate, .bool(let cells)): return .bool(cells.map { !$0 })
        case (.invert, .int(let cells)): return .int(cells.map { ~$0 })
        case (.negate, .int(let cells)): return .int(cells.map { 0 &- $0 })
        case (.negate, .float(let cells)): return .float(cells.map { -$0 })
        case (.negate, .timedelta(let cells)): return .timedelta(cells.map { $0 == Column.missingTime ? $0 : 0 &- $0 })
        case (.plus, .int), (.plus, .float), (.plus, .timedelta), (.plus, .bool): return column
        case (_, .text), (_, .object): return try objects(symbol, column)
        case (_, .categorical), (.invert, .float), (.invert, .timestamp), (.invert, .timedelta), (.negate, .timestamp), (.plus, .timestamp):
            throw Failure(.typeError, "bad operand type for unary \(symbol.rawValue): '\(column.dtype.rawValue)'")
        }
    }

    private func objects(_ symbol: UnaryOperator, _ column: Column) throws(Failure) -> Column {
        var out: [Value] = []
        for row in 0..<column.count { out.append(try Scalars.unary(symbol, column[row])) }
        return .object(out)
    }
}
