import Diagnostics
import Values

// `where`, `select`, `clip`, `nan_to_num`, `isclose`.
extension Call where Receiver == NumpyModule {
    func chosen() throws(Failure) -> Value {
        let condition = try arguments.require("condition")
        switch (arguments["x"], arguments["y"]) {
        case (nil, nil): return try nonzeroPlaces(condition)
        case (let x?, let y?): return .array(try chosen(interpreter.numpyArray(condition), side(x), side(y)))
        default: throw Failure(.valueError, "either both or neither of x and y should be given")
        }
    }

    private func chosen(_ condition: NDArray, _ x: PromotionSide, _ y: PromotionSide) throws(Failure) -> NDArray {
        guard condition.isFlat else { throw Failure(.unsupportedOperation, "where() on a matrix is not supported") }
        let flags = try truths(condition.column)
        let rows = try broadcast([flags.count, x.count ?? 1, y.count ?? 1])
        let picks = (0..<rows).map { row in (side: flags[flags.count == 1 ? 0 : row] ? 0 : 1, row: row) }
        return NDArray(try Promotion([x, y]).column(interpreter, picks))
    }

    private func truths(_ column: Column) throws(Failure) -> [Bool] {
        if case .bool(let flags) = column { return flags }
        var flags: [Bool] = []
        for value in column.values { flags.append(try interpreter.truth(value)) }
        return flags
    }

    /// The common length; sides of one cell stretch.
    private func broadcast(_ counts: [Int]) throws(Failure) -> Int {
        let rows = counts.first { $0 != 1 } ?? 1
        guard counts.allSatisfy({ $0 == rows || $0 == 1 }) else {
            throw Failure(.valueError, "operands could not be broadcast together with shapes \(counts.map { "(\($0),)" }.joined(separator: " "))")
        }
        return rows
    }

    func side(_ value: Value) throws(Failure) -> PromotionSide {
        guard value.isNumpySequence else { return .scalar(value) }
        let array = try interpreter.numpyArray(value)
        guard array.isFlat else { throw Failure(.unsupportedOperation, "\(arguments.operation)() on a matrix is not supported") }
        return interpreter.numpySide(value, array.column)
    }

    func selected() throws(Failure) -> NDArray {
        let conditions = try interpreter.iterate(arguments.require("condlist"))
        let choices = try interpreter.iterate(arguments.require("choicelist"))
        guard conditions.count == choices.count else { throw Failure(.valueError, "list of cases must be same length as list of conditions") }
        guard !conditions.isEmpty else { throw Failure(.valueError, "select with an empty condition list is not possible") }
        var sides: [PromotionSide] = []
        for choice in choices { sides.append(try side(choice)) }
        sides.append(try side(arguments["default"] ?? .int(0)))
        var flags: [[Bool]] = []
        for condition in conditions { flags.append(try flagged(interpreter.numpyArray(condition))) }
        let rows = try broadcast(flags.map(\.count) + sides.map { $0.count ?? 1 })
        try interpreter.charge(cells: rows &* flags.count)
        let picks = (0..<rows).map { row in
            (side: flags.firstIndex { $0[$0.count == 1 ? 0 : row] } ?? flags.count, row: row)
        }
        return NDArray(try Promotion(sides).column(interpreter, picks))
    }

    private func flagged(_ array: NDArray) throws(Failure) -> [Bool] {
        guard case .bool(let flags) = array.column else { throw Failure(.typeError, "invalid entry in condlist: should be boolean ndarray") }
        return flags
    }

    func clipped() throws(Failure) -> Value {
        let value = try arguments.require("a")
        let low = arguments.given("a_min") ?? arguments.given("min")
        let high = arguments.given("a_max") ?? arguments.given("max")
        switch value {
        case .series, .frame: return try interpreter.invoke("clip", on: value, [low ?? .none, high ?? .none])
        default: break
        }
        let array = try numbers(value)
        let sides: [PromotionSide] = [.cells(array.column)] + (try [low, high].compactMap { $0 }).map(PromotionSide.scalar)
        guard try sides.allSatisfy({ side in if case .scalar(let bound) = side { bound.number != nil } else { true } }) else {
            throw Failure(.unsupportedArgument, "bounds of clip() other than numbers are not supported")
        }
        let column = try Promotion(sides).kind() == .float ? Column.float(clip(array.column.doubles ?? [], low, high)) : clipWhole(array.column, low, high)
        return value.number == nil ? .array(NDArray(column, shape: array.shape)) : column[0]
    }

    private func clip(_ cells: [Double], _ low: Value?, _ high: Value?) -> [Double] {
        let (least, most) = (low?.number ?? -.infinity, high?.number ?? .infinity)
        return cells.map { $0.isNaN ? $0 : min(max($0, least), most) }
    }

    private func clipWhole(_ column: Column, _ low: Value?, _ high: Value?) -> Column {
        let (least, most) = (low?.integer ?? .min, high?.integer ?? .max)
        return .int(column.values.map { min(max($0.integer ?? 0, least), most) })
    }

    func withoutGaps() throws(Failure) -> Value {
        let value = try arguments.require("x")
        let array = try numbers(value)
        guard case .float(let cells) = array.column else { return value.number == nil ? .array(array) : array.column[0] }
        let gap = try arguments.double("nan", default: 0)
        let high = arguments.given("posinf")?.number ?? .greatestFiniteMagnitude
        let low = arguments.given("neginf")?.number ?? -.greatestFiniteMagnitude
        let column = Column.float(cells.map { $0.isNaN ? gap : $0 == .infinity ? high : $0 == -.infinity ? low : $0 })
        return value.number == nil ? .array(NDArray(column, shape: array.shape)) : column[0]
    }

    func isClose() throws(Failure) -> Value {
        let flags = try closeness()
        if try arguments.require("a").number != nil, try arguments.require("b").number != nil { return .numpyBool(flags[0]) }
        return .array(NDArray(.bool(flags)))
    }

    func closeness() throws(Failure) -> [Bool] {
        let (a, b) = (try numbers(arguments.require("a")).column.doubles ?? [], try numbers(arguments.require("b")).column.doubles ?? [])
        let relative = try arguments.double("rtol", default: 1e-5)
        let absolute = try arguments.double("atol", default: 1e-8)
        let bothNaN = try arguments.bool("equal_nan", default: false)
        let rows = try broadcast([a.count, b.count])
        try interpreter.charge(cells: rows)
        return (0..<rows).map { row in
            let (x, y) = (a[a.count == 1 ? 0 : row], b[b.count == 1 ? 0 : row])
            if x.isNaN && y.isNaN { return bothNaN }
            return x == y || y.isFinite && Swift.abs(x - y) <= absolute + relative * Swift.abs(y)
        }
    }
}
