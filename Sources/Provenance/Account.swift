import Diagnostics
import Interpreter
import Plan
import Values

/// How one run came to its value: the value, and the cells it rests on.
public struct Account: Sendable {
    public let value: Value
    public let support: Support

    /// Runs the program once more than needed for its value: nothing is recorded unless somebody asks here.
    ///
    /// - Throws: as `Interpreter.run`.
    public init(of program: Program, on table: Frame, budget: Budget = .standard) throws(Failure) {
        let recording = Recording()
        value = try Interpreter.run(program, on: table, budget: budget, observer: recording)
        support = Tracer(program, on: table, recording).result()
    }
}
