import Diagnostics
import Loading
import Lowering
import Plan
import SQL
import SQLite
import Values

/// Runs checked programs in SQLite: the second engine, which knows of the first nothing but the plan they share.
public enum SQLEngine {
    /// The program as SQL over the table.
    ///
    /// - Throws: a code of the lowering phase for what SQLite is not asked to do.
    public static func lower(_ program: Program, on frame: Frame) throws(Failure) -> Lowered {
        try Lowerer.lower(program, on: TableLayout(of: frame))
    }

    /// The value of the program over the table, computed by SQLite.
    ///
    /// - Parameter steps: how many rows and calls it may touch, roughly.
    /// - Parameter today: the day of a time without a date.
    /// - Throws: as `lower`; what pandas would raise, by code; `stepLimit`.
    public static func run(_ program: Program, on frame: Frame, steps: Int, today: Int? = nil) throws(Failure) -> Value {
        let layout = try TableLayout(of: frame)
        let lowered = try Lowerer.lower(program, on: layout)
        let database = try Database()
        for function in ScalarFunction.all + ScalarFunction.times(today: today) { try database.register(function) }
        for function in AggregateFunction.all { try database.register(function) }
        try Loader.load(frame, layout, wanted: lowered.columnNames, into: database)
        database.allowReadingOnly()
        database.limit(instructions: steps.multipliedReportingOverflow(by: instructionsPerStep).partialValue)
        for check in lowered.checks { try ask(check, database) }
        return try value(lowered.outcome, database)
    }

    /// SQLite needs about so many instructions for what the other engine counts as one step.
    private static let instructionsPerStep = 16

    private static func value(_ outcome: Outcome, _ database: borrowing Database) throws(Failure) -> Value {
        switch outcome {
        case .rows(let select, let shape): return try Decoder(shape).value(of: rows(select, database))
        case .choice(let condition, let then, let otherwise): return try value(holds(condition, database) ? then : otherwise, database)
        case .failure(let failure): throw failure
        }
    }

    private static func ask(_ check: Check, _ database: borrowing Database) throws(Failure) {
        for guardian in check.guards {
            guard try holds(Select(guardian), database) else { return }
        }
        let holds = try holds(check.select, database)
        if let failure = check.failure, !holds { throw failure }
    }

    private static func holds(_ select: Select, _ database: borrowing Database) throws(Failure) -> Bool {
        let rows = try rows(select, database)
        return rows.first?.first.map { $0.number.map { $0 != 0 } ?? false } ?? false
    }

    private static func rows(_ select: Select, _ database: borrowing Database) throws(Failure) -> [[Datum]] {
        let (text, bindings) = select.statement.prepared
        let statement = try database.prepare(text)
        try statement.bind(bindings.map(Datum.text))
        var rows: [[Datum]] = []
        while try statement.step() { rows.append((0..<statement.columnCount).map { statement.datum($0) }) }
        return rows
    }
}

extension Lowered {
    /// The columns to load.
    var columnNames: Set<String> {
        var names: Set<String> = []
        for select in outcome.selects { names.formUnion(select.columnNames) }
        for check in checks {
            names.formUnion(check.select.columnNames)
            for guardian in check.guards { names.formUnion(Select(guardian).columnNames) }
        }
        return names
    }
}
