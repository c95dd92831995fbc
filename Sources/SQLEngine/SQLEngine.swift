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

    /// The program as SQL over a table that stays in a database.
    ///
    /// - Throws: a code of the lowering phase for what SQLite is not asked to do.
    public static func lower(_ program: Program, on table: StoredTable) throws(Failure) -> Lowered {
        try Lowerer.lower(program, on: table.layout)
    }

    /// What a run may cost, and what it takes for today.
    public struct Settings: Sendable {
        /// How many rows and calls it may touch, roughly.
        let steps: Int
        /// The most bytes of the rows that it gives.
        let bytes: Int
        /// The day of a time without a date.
        let today: Int?

        public init(steps: Int, bytes: Int, today: Int?) {
            self.steps = steps
            self.bytes = bytes
            self.today = today
        }
    }

    /// The value of the program over the table, computed by SQLite.
    ///
    /// - Throws: as `lower`; what pandas would raise, by code; `stepLimit`, `byteLimit`.
    public static func run(_ program: Program, on frame: Frame, _ settings: Settings) throws(Failure) -> Value {
        let layout = try TableLayout(of: frame)
        let lowered = try Lowerer.lower(program, on: layout)
        let database = try Database()
        try Loader.load(frame, layout, wanted: lowered.columnNames, into: database)
        database.allowReadingOnly()
        return try answer(lowered, database, settings)
    }

    /// The value of the program over a table that stays in a database.
    public static func run(_ program: Program, on table: StoredTable, _ settings: Settings) throws(Failure) -> Value {
        let lowered = try lower(program, on: table)
        return try table.withDatabase { database throws(Failure) in try answer(lowered, database, settings) }
    }

    private static func answer(_ lowered: Lowered, _ database: borrowing Database, _ settings: Settings) throws(Failure) -> Value {
        for function in ScalarFunction.all + ScalarFunction.times(today: settings.today) { try database.register(function) }
        for function in AggregateFunction.all { try database.register(function) }
        database.limit(instructions: settings.steps.multipliedReportingOverflow(by: instructionsPerStep).partialValue)
        for check in lowered.checks { try ask(check, database) }
        return try value(lowered.outcome, database, settings.bytes)
    }

    /// SQLite needs about so many instructions for what the other engine counts as one step.
    private static let instructionsPerStep = 16

    private static func value(_ outcome: Outcome, _ database: borrowing Database, _ bytes: Int) throws(Failure) -> Value {
        switch outcome {
        case .rows(let select, let shape): return try Decoder(shape).value(of: rows(select, database, most: bytes))
        case .choice(let condition, let then, let otherwise): return try value(holds(condition, database) ? then : otherwise, database, bytes)
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
        let rows = try rows(select, database, most: .max)
        return rows.first?.first.map { $0.number.map { $0 != 0 } ?? false } ?? false
    }

    private static func rows(_ select: Select, _ database: borrowing Database, most: Int) throws(Failure) -> [[Datum]] {
        let (text, bindings) = select.statement.prepared
        let statement = try database.prepare(text)
        try statement.bind(bindings.map(Datum.text))
        var rows: [[Datum]] = []
        var left = most
        while try statement.step() {
            let row = statement.row
            left -= row.reduce(arrayBytes) { $0 + $1.byteCount }
            guard left >= 0 else { throw Failure(.byteLimit, "the query gives more bytes of values than its budget has") }
            rows.append(row)
        }
        return rows
    }

    /// What a row costs beside its cells.
    private static let arrayBytes = 32
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
