import Catalog
import Diagnostics
import Values

extension Call where Receiver == Index {
    func perform(_ operation: IndexOperation) throws(Failure) -> Value {
        switch operation {
        case .T, .ravel, .transpose, .view: .index(receiver)
        case .all: try truths(.all)
        case .any: try truths(.any)
        case .append: .index(try appended())
        case .argmax: try extremePlace(.argmax)
        case .argmin: try extremePlace(.argmin)
        case .argsort: try interpreter.invoke(.numpy(.argsort), on: .none, [.array(NDArray(receiver.column))])
        case .astype: .index(try converted())
        case .copy: .index(arguments.given("name").map { receiver.renamed([$0]) } ?? receiver)
        case .date, .day, .dayName, .dayOfWeek, .dayOfYear, .dayofweek, .dayofyear, .hour, .minute, .month, .monthName, .normalize,
            .quarter, .second, .strftime, .weekday, .year:
            try dated(operation.rawValue)
        case .delete: .index(try deleted())
        case .diff: .index(try wrapped("diff", keywords: arguments.passing("periods")))
        case .difference: .index(try difference())
        case .drop: .index(try dropped())
        case .dropDuplicates: .index(receiver.gather(Interpreter.kept(try duplicates().map { !$0 })))
        case .droplevel: .index(try withoutLevels())
        case .dropna: .index(try withoutGaps())
        case .dtype: .dtype(receiver.isMulti ? .object : receiver.column.dtype)
        case .duplicated: .array(NDArray(.bool(try duplicates())))
        case .empty: .bool(receiver.count == 0)
        case .equals: .bool(try other().map { receiver.equals($0) } ?? false)
        case .factorize: try asked("factorize", keywords: arguments.passing("sort", "use_na_sentinel"))
        case .fillna: .index(try filled())
        case .getIndexer: .array(NDArray(.int(try positions(unique: true))))
        case .getIndexerFor: .array(NDArray(.int(try positions(unique: false))))
        case .getLevelValues: .index(try levelValues(arguments.require("level")))
        case .getLoc: try location()
        case .hasDuplicates: .bool(!receiver.isUnique)
        case .hasnans: .bool(receiver.column.missing.contains(true))
        case .identical: .bool(try other().map(isIdentical) ?? false)
        case .inferObjects: .index(inferred())
        case .inferredType: .string(try kindName())
        case .insert: .index(try inserted())
        case .intersection: .index(try intersection())
        case .isMonotonicDecreasing: .bool(isMonotonic { !precedes($0, $1) })
        case .isMonotonicIncreasing: .bool(isMonotonic { !precedes($1, $0) })
        case .isUnique: .bool(receiver.isUnique)
        case .isin: .array(NDArray(.bool(try membership())))
        case .isna, .isnull: .array(NDArray(.bool(try missing())))
        case .item: try item()
        case .map: .index(try mapped())
        case .max: try extreme("max")
        case .min: try extreme("min")
        case .name: receiver.name
        case .names: .list(receiver.names)
        case .ndim: .int(1)
        case .nlevels: .int(receiver.levelCount)
        case .notna, .notnull: .array(NDArray(.bool(try missing().map { !$0 })))
        case .nunique: .int(try distinctCount())
        case .rename: .index(try renamed(arguments.require("name")))
        case .reorderLevels: .index(try reordered())
        case .repeat: .index(try repeated())
        case .round: .index(try wrapped("round", keywords: arguments.passing("decimals")))
        case .searchsorted: try sortedPlaces()
        case .setNames: .index(try named())
        case .shape: .tuple([.int(receiver.count)])
        case .shift: try shifted()
        case .size: .int(receiver.count)
        case .sortValues: try sorted()
        case .start: .int(try range().start)
        case .step: .int(try range().step)
        case .stop: .int(try range().start + range().count)
        case .swaplevel: .index(try swapped())
        case .symmetricDifference: .index(try symmetricDifference())
        case .take: .index(try taken())
        case .toFlatIndex: .index(receiver.isMulti ? Index(receiver.column) : receiver)
        case .toFrame: .frame(try frame())
        case .toList, .tolist: .list(try interpreter.iterate(.index(receiver)))
        case .toNumpy: .array(try array())
        case .toSeries: .series(try asSeries())
        case .union: .index(try union())
        case .unique: .index(try unique())
        case .valueCounts: try counts()
        case .values: .array(NDArray(receiver.column))
        case .where: .index(try chosen())
        }
    }

    /// The labels as a Series: an operation that means the same for both is asked of it.
    func asked(_ name: String, _ positional: [Value] = [], keywords: [(String, Value)] = []) throws(Failure) -> Value {
        try interpreter.invoke(name, on: .series(Series(receiver.column, name: receiver.name)), positional, keywords: keywords)
    }

    /// A Series operation that gives a cell a label.
    func wrapped(_ name: String, _ positional: [Value] = [], keywords: [(String, Value)] = []) throws(Failure) -> Index {
        guard case .series(let series) = try asked(name, positional, keywords: keywords), series.count == receiver.count else {
            throw Failure(.internalFault, "'\(name)' of a Series changed its length")
        }
        return Index(series.column, name: receiver.name)
    }

    /// The index given as `other`, or nil for another value.
    private func other() throws(Failure) -> Index? { try arguments.require("other").index }
}
