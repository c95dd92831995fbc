import Diagnostics
import Kernels
import Values

// `sort`, `argsort`, `unique`, `isin` and the set functions.
extension Call where Receiver == NumpyModule {
    /// Positions in ascending order, NaN last.
    ///
    /// - Throws: `typeError` for texts among gaps or numbers, as Python compares them.
    private func ascending(_ column: Column) throws(Failure) -> [Int] {
        try interpreter.charge(cells: column.count &* 8)
        switch column {
        case .int(let cells): return SortingNetwork.order(cells)
        case .bool(let cells): return QuickSort.order(cells) { !$0 && $1 }
        case .float(let cells):
            guard cells.contains(where: \.isNaN) else { return SortingNetwork.order(cells) }
            return QuickSort.order(cells) { $0 < $1 || $1.isNaN && !$0.isNaN }
        case .timestamp(let cells), .timedelta(let cells):
            return QuickSort.order(cells.map { $0 == Column.missingTime ? .max : $0 }, by: <)
        case .text(let cells) where !column.missing.contains(true): return QuickSort.order((0..<cells.count).map { cells[$0] ?? .empty }, by: <)
        case .text, .object, .categorical: return try interpreter.sortedOrder(column.values)
        }
    }

    private func flat(_ name: StaticString) throws(Failure) -> Column {
        let array = try interpreter.numpyArray(arguments.require(name))
        guard array.isFlat else { throw Failure(.unsupportedOperation, "\(arguments.operation)() of a matrix is not supported") }
        return array.column
    }

    /// Equal cells come in numpy's order, unless `kind` asks for theirs.
    private func positions(_ column: Column) throws(Failure) -> [Int] {
        guard !column.missing.contains(true) else { return try ascending(column) }
        return try interpreter.order(column, ascending: true, missingFirst: false, kind: SortKind(arguments))
    }

    func argsort() throws(Failure) -> Value {
        if case .series = try arguments.require("a") { return try interpreter.invoke("argsort", on: arguments.require("a")) }
        let array = try interpreter.numpyArray(arguments.require("a"))
        guard let axis = arguments.given("axis") ?? (arguments["axis"] == nil ? .int(-1) : nil) else {
            return .array(NDArray(.int(try positions(array.column))))
        }
        return .array(try eachLine(array, axis: interpreter.index(axis)) { (line) throws(Failure) in .int(try positions(line)) })
    }

    func sorted() throws(Failure) -> NDArray {
        let column = try flat("a")
        return NDArray(column.gather(try ascending(column)))
    }

    /// The first row of each different cell, by ascending cell, and the number of its cell for each row.
    private func groups(_ column: Column) throws(Failure) -> (firsts: [Int], codes: [Int]) {
        var firsts: [Int] = []
        var codes = Array(repeating: 0, count: column.count)
        var last: HashKey?
        for row in try ascending(column) {
            let key = HashKey(column[row])
            if key != last { firsts.append(row) }
            codes[row] = firsts.count - 1
            last = key
        }
        return (firsts, codes)
    }

    func unique() throws(Failure) -> Value {
        let column = Column(try interpreter.numpyArray(arguments.require("ar")))
        let (firsts, codes) = try groups(column)
        var results: [Value] = [.array(NDArray(column.gather(firsts)))]
        if try arguments.bool("return_index", default: false) { results.append(.array(NDArray(.int(firsts)))) }
        if try arguments.bool("return_inverse", default: false) { results.append(.array(NDArray(.int(codes)))) }
        if try arguments.bool("return_counts", default: false) {
            var counts = Array(repeating: 0, count: firsts.count)
            for code in codes { counts[code] += 1 }
            results.append(.array(NDArray(.int(counts))))
        }
        return results.count == 1 ? results[0] : .tuple(results)
    }

    // MARK: Membership

    func isIn() throws(Failure) -> Value {
        let array = try interpreter.numpyArray(arguments.require("element"))
        let others = try keys(arguments.require("test_elements"))
        let inverted = try arguments.bool("invert", default: false)
        try interpreter.charge(cells: array.column.count)
        let flags = array.column.values.map { (!isNaN($0) && others.contains(HashKey($0))) != inverted }
        return .array(NDArray(.bool(flags), shape: array.shape))
    }

    private func isNaN(_ value: Value) -> Bool {
        switch value {
        case .float(let x), .numpyFloat(let x): x.isNaN
        default: false
        }
    }

    /// A set or a dict is one object to numpy, which no cell equals.
    private func keys(_ value: Value) throws(Failure) -> Set<HashKey> {
        switch value {
        case .set, .dict: return []
        case .list, .tuple, .range, .series, .index, .array: return Set(try interpreter.numpyArray(value).column.values.map(HashKey.init))
        default: return [HashKey(value)]
        }
    }

    // MARK: Sets

    /// A function of the different cells of two arrays, in ascending order.
    func sets(_ first: StaticString, _ second: StaticString, _ pick: ([Value], Set<HashKey>) -> [Value]) throws(Failure) -> Value {
        let (a, b) = (try flat(first), try flat(second))
        let different = a.gather(try groups(a).firsts).values
        let kept = pick(different, Set(b.values.map(HashKey.init)))
        let kind = try Promotion([.cells(a), .cells(b)]).kind()
        return .array(NDArray(try Promotion([.cells(typed(kept, like: a)), .cells(emptied(kind, b))]).concatenated(interpreter)))
    }

    private func typed(_ values: [Value], like column: Column) -> Column {
        values.isEmpty ? column.slice(0..<0) : Column(values: values)
    }

    private func emptied(_ kind: Promotion.Kind, _ column: Column) -> Column { column.slice(0..<0) }

    private func united(_ a: Column, _ b: Column) throws(Failure) -> Column {
        let all = try Promotion([.cells(a), .cells(b)]).concatenated(interpreter)
        return all.gather(try groups(all).firsts)
    }

    func union() throws(Failure) -> Value { .array(NDArray(try united(flat("ar1"), flat("ar2")))) }

    func symmetricDifference() throws(Failure) -> Value {
        let (a, b) = (try flat("ar1"), try flat("ar2"))
        let (inA, inB) = (Set(a.values.map(HashKey.init)), Set(b.values.map(HashKey.init)))
        let all = try united(a, b)
        // No gap equals another: each side keeps its own.
        let rows = (0..<all.count).flatMap { row in
            let key = HashKey(all[row])
            let sides = [inA, inB].filter { $0.contains(key) }.count
            return Array(repeating: row, count: all.isMissing(row) ? sides : sides % 2)
        }
        return .array(NDArray(all.gather(rows)))
    }

    // MARK: Places

    func searchSorted() throws(Failure) -> Value {
        let side = try arguments.word("side", default: "left")
        return try SortedPlaces(interpreter, flat("a"), side: side).places(of: arguments.require("v"))
    }

    private func place(of wanted: Double, in sorted: [Double], right: Bool) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if right ? sorted[middle] <= wanted : sorted[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func digitized() throws(Failure) -> Value {
        let bins = try numbers(arguments.require("bins")).column.doubles ?? []
        guard Swift.zip(bins, bins.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw Failure(.unsupportedOperation, "digitize() with bins that do not increase is not supported")
        }
        let right = try arguments.bool("right", default: false)
        let wanted = try arguments.require("x")
        if let one = wanted.number { return .numpyInt(place(of: one, in: bins, right: !right)) }
        return .array(NDArray(.int((try numbers(wanted).column.doubles ?? []).map { place(of: $0, in: bins, right: !right) })))
    }
}

extension Column {
    fileprivate init(_ array: NDArray) { self = array.column }
}
