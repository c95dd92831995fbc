import Catalog
import Diagnostics
import Plan
import Values

/// Runs one checked program over one table, in memory.
///
/// One instance a run: it holds the variables and what is left of the budget, and is used by one thread.
public final class Interpreter {
    var slots: [Value?]
    var meter: Meter
    var depth = 0
    /// Variables' Series that are columns of a frame still: what changes one changes the other.
    var views: [ColumnView] = []
    /// How many NaN objects were made apart (`freshNaN`).
    var nanCount: UInt64 = 0
    /// Told of every node's value, where somebody asks how a value came about.
    let observer: (any Observer)?

    init(slotCount: Int, budget: Budget, observer: (any Observer)? = nil) {
        self.observer = observer
        slots = Array(repeating: nil, count: slotCount)
        meter = Meter(budget)
    }

    /// The value of the program over the table.
    ///
    /// - Throws: what pandas would raise, by code; a limit; or what is outside the subset. The place is the innermost node's.
    public static func run(_ program: Program, on table: Frame, budget: Budget = .standard, observer: (any Observer)? = nil) throws(Failure) -> Value {
        let interpreter = Interpreter(slotCount: program.slotNames.count, budget: budget, observer: observer)
        interpreter.slots[0] = .frame(table)
        try interpreter.execute(program.statements)
        return try interpreter.evaluate(program.result)
    }

    /// Charges work over this many cells; call it before doing the work.
    func charge(cells: Int) throws(Failure) { try meter.charge(steps: cells) }

    /// Charges a sequence of values about to be made.
    func charge(items count: Int) throws(Failure) {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
        try meter.charge(bytes: overflow ? .max : bytes)
        try meter.charge(steps: count)
    }

    /// Charges a table about to be made.
    func charge(rows: Int, columns: Int) throws(Failure) {
        let (cells, overflow) = rows.multipliedReportingOverflow(by: columns)
        try charge(items: overflow ? .max : cells)
    }

    /// Charges memory about to be made.
    func charge(bytes: Int) throws(Failure) { try meter.charge(bytes: bytes) }
}

/// One operation being asked of a receiver: what an operation's function sees.
///
/// Rooms extend it by receiver: `extension Call where Receiver == Series { func perform(_ operation: SeriesOperation) … }`.
struct Call<Receiver> {
    let interpreter: Interpreter
    let receiver: Receiver
    let arguments: Arguments

    /// The same arguments asked of something else.
    func on<Other>(_ other: Other) -> Call<Other> {
        Call<Other>(interpreter: interpreter, receiver: other, arguments: arguments)
    }
}

/// Stands in where an operation has no receiver (`len(x)`, `pd.to_datetime(x)`).
struct NoReceiver {}
