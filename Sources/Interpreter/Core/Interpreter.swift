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
    let setOrder: SetOrder
    /// Whether the items of a set were read in `setOrder`.
    var hasReadSet = false
    /// Told of every node's value, where somebody asks how a value came about.
    let observer: (any Observer)?

    init(slotCount: Int, budget: Budget, setOrder: SetOrder = .inserted, observer: (any Observer)? = nil) {
        self.observer = observer
        self.setOrder = setOrder
        slots = Array(repeating: nil, count: slotCount)
        meter = Meter(budget)
    }

    /// The value of the program over the table.
    ///
    /// - Throws: what pandas would raise, by code; a limit; or what is outside the subset, as is a value that depends on the order of a set.
    ///   The place is the innermost node's.
    public static func run(_ program: Program, on table: Frame, budget: Budget = .standard, observer: (any Observer)? = nil) throws(Failure) -> Value {
        let outcome = outcome(of: program, on: table, budget, .inserted, observer)
        guard !outcome.isSettled else { return try outcome.result.get() }
        for order in [SetOrder.reversed, .scattered] {
            guard outcome.agrees(with: self.outcome(of: program, on: table, budget, order, nil)) else { throw openOrder(program) }
        }
        return try outcome.result.get()
    }

    private static func outcome(
        of program: Program, on table: Frame, _ budget: Budget, _ order: SetOrder, _ observer: (any Observer)?
    ) -> Outcome {
        let interpreter = Interpreter(slotCount: program.slotNames.count, budget: budget, setOrder: order, observer: observer)
        interpreter.slots[0] = .frame(table)
        do throws(Failure) {
            try interpreter.execute(program.statements)
            return Outcome(result: .success(try interpreter.evaluate(program.result)), hasReadSet: interpreter.hasReadSet)
        } catch {
            return Outcome(result: .failure(error), hasReadSet: interpreter.hasReadSet)
        }
    }

    private static func openOrder(_ program: Program) -> Failure {
        Failure(
            .unsupportedValue, "the answer depends on the order of a set, which Python leaves open", at: program.result.span,
            helps: ["put the items in order: sorted(…)", "unique() and drop_duplicates() keep the order of the table"])
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
