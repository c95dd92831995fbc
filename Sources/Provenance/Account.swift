import Diagnostics
import Interpreter
import Plan
import Values

/// How one run came to its value: the cells it rests on, and the steps.
public struct Account: Sendable {
    public let value: Value
    public let support: Support
    public let steps: [AccountStep]
    /// What a reader should know first: a condition that no row meets.
    public let doubts: [Diagnostic]

    /// Runs the program while every step is noted.
    ///
    /// - Parameter text: the query, which the program's places speak of.
    /// - Throws: as `Interpreter.run`.
    public init(of program: Program, text: String, on table: Frame, budget: Budget = .standard) throws(Failure) {
        let recording = Recording()
        value = try Interpreter.run(program, on: table, budget: budget, observer: recording)
        let tracer = Tracer(program, on: table, recording, budget: budget)
        support = tracer.result()
        let narrator = Narrator(tracer, text: text)
        narrator.tell(program)
        steps = narrator.steps
        doubts = narrator.doubts
    }
}
