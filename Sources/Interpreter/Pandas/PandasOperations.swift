import Catalog
import Diagnostics
import Values

extension Call where Receiver == NoReceiver {
    func perform(_ operation: PandasOperation) throws(Failure) -> Value {
        switch operation {
        case .NaT: .timestamp(Column.missingTime)
        case .Series: try makeSeries()
        case .DataFrame: try makeFrame()
        case .Index: try makeIndex()
        case .Timestamp: try makeTimestamp()
        case .Timedelta: try makeTimedelta()
        case .to_numeric: try toNumeric()
        case .to_datetime: try toDatetime()
        case .to_timedelta: try toTimedelta()
        case .date_range: try dateRange()
        case .isna, .isnull: try missing(inverted: false)
        case .notna, .notnull: try missing(inverted: true)
        case .concat: try concat()
        case .merge: try merge()
        case .unique: try unique()
        case .value_counts: try valueCounts()
        case .factorize: try factorize()
        case .cut: try cut()
        case .qcut: try qcut()
        case .crosstab: try crosstab()
        case .pivot: .frame(try interpreter.pivoted(frame("data"), arguments))
        case .pivot_table: try interpreter.pivotTable(frame("data"), arguments)
        case .melt: .frame(try interpreter.melted(frame("frame"), arguments))
        case .get_dummies: try getDummies()
        case .NamedAgg: .tuple([try arguments.require("column"), try arguments.require("aggfunc")])
        }
    }

    private func frame(_ parameter: StaticString) throws(Failure) -> Frame {
        guard case .frame(let frame) = try arguments.require(parameter) else {
            throw Failure(.attributeError, "\(arguments.operation)() needs a DataFrame")
        }
        return frame
    }

    private func merge() throws(Failure) -> Value {
        .frame(try interpreter.merge(interpreter.mergeOperand(arguments.require("left")), arguments.require("right"), arguments))
    }

    /// A flag for a scalar, flags for a Series, a frame, an index, a list or an array.
    private func missing(inverted: Bool) throws(Failure) -> Value {
        switch try arguments.require("obj") {
        case .series(let series): return .series(series.with(.bool(series.column.missing.map { $0 != inverted })))
        case .frame(let frame): return try interpreter.invoke(inverted ? "notna" : "isna", on: .frame(frame))
        case .index(let index): return .array(NDArray(.bool(index.column.missing.map { $0 != inverted })))
        case .array(let array): return .array(NDArray(.bool(array.column.missing.map { $0 != inverted }), shape: array.shape))
        case .list(let list): return .array(NDArray(.bool(list.items.map { $0.isMissing != inverted })))
        case let value: return .bool(value.isMissing != inverted)
        }
    }

    private func unique() throws(Failure) -> Value {
        switch try arguments.require("values") {
        case .series(let series): return try interpreter.invoke("unique", on: .series(series))
        case .index(let index): return try interpreter.invoke("unique", on: .index(index))
        case .array(let array): return try interpreter.invoke("unique", on: .series(Series(array.column)))
        case .list(let list): return try interpreter.invoke("unique", on: .series(Series(Column(values: list.items))))
        case let value: throw Failure(.typeError, "unique requires a Series, Index, ExtensionArray, or np.ndarray, got \(value.typeName).")
        }
    }

    private func valueCounts() throws(Failure) -> Value {
        let series = try interpreter.series(of: arguments.require("values"), index: nil, isGiven: true)
        return try interpreter.invoke("value_counts", on: .series(series), keywords: arguments.passing("sort", "ascending", "normalize", "dropna"))
    }
}
