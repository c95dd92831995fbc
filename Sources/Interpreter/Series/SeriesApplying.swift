import Catalog
import Diagnostics
import Values

// Functions of cells and of the whole Series.
extension Call where Receiver == Series {
    func map() throws(Failure) -> Value {
        let skips = arguments.given("na_action")?.text == "ignore"
        switch try arguments.require("arg") {
        case .dict(let dict): return .series(receiver.with(try looked(up: dict)))
        case .series(let series): return .series(receiver.with(try looked(up: series)))
        case let function:
            guard isCallable(function) else { throw Failure(.typeError, "'\(function.typeName)' object is not callable") }
            return .series(receiver.with(try mapped(function, skips: skips)))
        }
    }

    private func isCallable(_ value: Value) -> Bool {
        switch value {
        case .function, .type: true
        default: false
        }
    }

    private func mapped(_ function: Value, skips: Bool, _ extra: [Value] = [], _ keywords: [(String, Value)] = []) throws(Failure) -> Column {
        guard receiver.count > 0 else { return receiver.column }
        try interpreter.charge(bytes: receiver.count * 24)
        var cells: [Value] = []
        cells.reserveCapacity(receiver.count)
        for cell in receiver.column.values {
            cells.append(skips && cell.isMissing ? cell : try interpreter.call(function, [cell.asPython] + extra, keywords: keywords))
        }
        return Column(values: cells)
    }

    private func looked(up dict: DictValue) throws(Failure) -> Column {
        try looked(up: Series(dict.count == 0 ? .float([]) : Column(values: dict.values), index: Index(Column(values: dict.keys))))
    }

    /// The cell under each cell's label, a gap where there is none.
    private func looked(up series: Series) throws(Failure) -> Column {
        guard series.index.isUnique else { throw Failure(.valueError, "Reindexing only valid with uniquely valued Index objects") }
        try interpreter.charge(cells: series.count + receiver.count)
        var places: [HashKey: Int] = [:]
        for at in 0..<series.count { places[HashKey(series.index[at])] = at }
        return series.column.gatherWithGaps(receiver.column.values.map { $0.isHashable ? places[HashKey($0)] ?? -1 : -1 })
    }

    func apply() throws(Failure) -> Value {
        let function = try arguments.require("func")
        let keywords = arguments.keywordRest("kwargs")
        let extra = try arguments["args"].map { (value) throws(Failure) in try interpreter.iterate(value) } ?? []
        switch function {
        case .text(let name): return try interpreter.invoke(name.string, on: .series(receiver), extra, keywords: keywords)
        case .list, .dict: return try interpreter.aggregate(receiver, function, extra, keywords)
        default: return try applied(function, extra, keywords)
        }
    }

    /// numpy's functions of each cell take the Series whole; where the function gives Series, they become rows.
    private func applied(_ function: Value, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        guard isCallable(function) else { throw Failure(.typeError, "the first argument must be callable") }
        guard receiver.count > 0 else { return .series(receiver.copied) }
        if interpreter.isUniversal(function) { return try interpreter.call(function, [.series(receiver)] + extra, keywords: keywords) }
        let cells = try mapped(function, skips: false, extra, keywords)
        guard case .object(let values) = cells, case .series? = values.first else { return .series(receiver.with(cells)) }
        let rows = try interpreter.joined(values.compactMap(\.series), labels: receiver.index)
        return .frame(try interpreter.inferred(interpreter.transposed(rows)))
    }

    func aggregate() throws(Failure) -> Value {
        let keywords = arguments.keywordRest("kwargs")
        guard let function = arguments.given("func") else {
            return try interpreter.aggregate(receiver, .dict(DictValue(keywords.map { (.string($0.0), $0.1) })), [], [])
        }
        return try interpreter.aggregate(receiver, function, arguments.rest("args"), keywords)
    }

    func transform() throws(Failure) -> Value {
        let function = try arguments.require("func")
        switch function {
        case .list, .dict: throw Failure(.unsupportedArgument, "transform() by a \(function.typeName) is not supported")
        default: break
        }
        var made: Value
        if case .text(let name) = function {
            made = try interpreter.invoke(name.string, on: .series(receiver), arguments.rest("args"), keywords: arguments.keywordRest("kwargs"))
        } else {
            made = try transformed(function, arguments.rest("args"), arguments.keywordRest("kwargs"))
        }
        guard case .series(let series) = made, series.count == receiver.count else { throw Failure(.valueError, "Function did not transform") }
        made = .series(series)
        return made
    }

    /// The function of each cell; where that raises, of the Series.
    private func transformed(_ function: Value, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        do {
            return try applied(function, extra, keywords)
        } catch {
            guard error.code.phase == .running else { throw error }
            return try interpreter.call(function, [.series(receiver)] + extra, keywords: keywords)
        }
    }

    func pipe() throws(Failure) -> Value {
        try interpreter.call(
            arguments.require("func"), [.series(receiver)] + arguments.rest("args"), keywords: arguments.keywordRest("kwargs"))
    }
}

extension Interpreter {
    /// `series.agg(…)`: a name or a function gives one value, a list or a dict a Series of them by name.
    func aggregate(_ series: Series, _ function: Value, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        switch function {
        case .text(let name): return try invoke(name.string, on: .series(series), extra, keywords: keywords)
        case .list(let list): return try aggregate(series, list.items.map { (.string(functionName($0)), $0) })
        case .dict(let dict): return try aggregate(series, Array(Swift.zip(dict.keys, dict.values)))
        default: return try aggregate(series, calling: function, extra, keywords)
        }
    }

    private func aggregate(_ series: Series, _ functions: [(Value, Value)]) throws(Failure) -> Value {
        guard !functions.isEmpty else { throw Failure(.valueError, "No objects to concatenate") }
        var results: [Value] = []
        for (_, function) in functions where function.list != nil || function.dict != nil {
            throw Failure(.valueError, "nested renamer is not supported for \(function.typeName)")
        }
        for (_, function) in functions { results.append(try aggregate(series, function, [], [])) }
        let labels = Index(Column(values: functions.map(\.0)))
        let parts = results.compactMap(\.series)
        guard parts.count == results.count else {
            guard parts.isEmpty else { throw Failure(.valueError, "cannot combine transform and aggregation operations") }
            return .series(Series(Column(values: results), index: labels, name: series.name))
        }
        return .frame(try joined(parts, labels: labels))
    }

    /// The method that a builtin or numpy function stands for; any other function is asked of each cell, then of the Series.
    private func aggregate(_ series: Series, calling function: Value, _ extra: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        if extra.isEmpty, keywords.isEmpty, let name = namesake(function) { return try invoke(name, on: .series(series)) }
        do {
            return try invoke("apply", on: .series(series), [function], keywords: [("args", .tuple(extra))] + keywords)
        } catch {
            guard [.valueError, .typeError, .attributeError].contains(error.code) else { throw error }
            return try call(function, [.series(series)] + extra, keywords: keywords)
        }
    }

    /// The method that pandas calls in place of a function (`pandas.core.common._cython_table`).
    func namesake(_ function: Value) -> String? {
        guard case .function(let callable) = function, let operation = callable as? OperationValue, operation.receiver == nil else { return nil }
        return groupMethod(.function(operation))
    }
}
