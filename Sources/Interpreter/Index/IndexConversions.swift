import Diagnostics
import Values

// Labels as other types, as arrays, Series and frames.
extension Call where Receiver == Index {
    func converted() throws(Failure) -> Index {
        let type = try arguments.require("dtype")
        guard !receiver.isMulti else {
            throw Failure(.typeError, "Setting a MultiIndex dtype to anything other than object is not supported")
        }
        return try wrapped("astype", [type])
    }

    /// Objects that are all of one better type get it.
    func inferred() -> Index {
        guard case .column(.object(let cells)) = receiver.labels else { return receiver }
        return Index(Column(values: cells), name: receiver.name)
    }

    /// A function, a dict or a Series of each label; tuples make levels.
    func mapped() throws(Failure) -> Index {
        let mapper = try arguments.require("mapper")
        let skips = try arguments.given("na_action") != nil
        let labels = try interpreter.iterate(.index(receiver))
        guard !labels.isEmpty else { return receiver }
        var results: [Value] = []
        for label in labels { results.append(skips && label.isMissing ? label : try image(label, mapper)) }
        let made = Index.of(results)
        return made.isMulti ? made : made.renamed([receiver.name])
    }

    private func image(_ label: Value, _ mapper: Value) throws(Failure) -> Value {
        switch mapper {
        case .dict(let dict): dict[try interpreter.hashable(label)] ?? .float(.nan)
        case .series(let series): series.index.position(of: label).map { series.column[$0] } ?? .float(.nan)
        default: try interpreter.call(mapper, [label])
        }
    }

    func array() throws(Failure) -> NDArray {
        guard let type = arguments.given("dtype") else { return NDArray(receiver.column) }
        return NDArray(try interpreter.cast(receiver.column, to: type, from: "to_numpy"))
    }

    func asSeries() throws(Failure) -> Series {
        let index = try arguments.given("index").map { (value) throws(Failure) in try interpreter.index(of: value) } ?? receiver
        guard index.count == receiver.count else {
            throw Failure(.valueError, "Length of values (\(receiver.count)) does not match length of index (\(index.count))")
        }
        return Series(receiver.column, index: index, name: arguments.given("name") ?? receiver.name)
    }

    /// A column a level, named by the level or by its number.
    func frame() throws(Failure) -> Frame {
        let index = try arguments.bool("index", default: true) ? receiver : Index(count: receiver.count)
        guard let name = arguments.given("name") else {
            let made = receiver.levelFrame(index: index)
            let mayRepeat = try arguments.bool("allow_duplicates", default: false)
            guard !made.columns.isUnique, !mayRepeat else { return made }
            throw Failure(.valueError, "Cannot create duplicate column labels if allow_duplicates is False")
        }
        let names = receiver.isMulti ? name.list?.items ?? name.tuple ?? [] : [name]
        guard names.count == receiver.levelCount else {
            throw Failure(.typeError, "'name' must be a list / sequence of column names.")
        }
        return receiver.levelFrame(index: index).with(columns: Index(Column(values: names)))
    }

    // MARK: Dates

    /// What only timestamps have is asked of them as of a Series.
    func dated(_ name: String) throws(Failure) -> Value {
        guard case .column(.timestamp(let cells)) = receiver.labels else {
            throw Failure(.attributeError, "'\(receiver.typeName)' object has no attribute '\(name)'")
        }
        let accessor = Value.accessor(AccessorValue(.dt, .series(Series(.timestamp(cells)))))
        let result = try interpreter.invoke(name, on: accessor, arguments.given("date_format").map { [$0] } ?? [])
        guard case .series(let series) = result else { return result }
        return name == "date" ? .array(NDArray(series.column)) : .index(Index(series.column, name: receiver.name))
    }
}

extension Index {
    /// The levels as columns; a level without a name is named by its number.
    func levelFrame(index: Index) -> Frame {
        let labels = names.enumerated().map { at, name in if case .none = name { Value.int(at) } else { name } }
        return Frame((0..<levelCount).map(level), index: index, columns: Index(Column(values: labels)))
    }
}
