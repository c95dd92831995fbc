import Diagnostics
import Interpreter
import Plan
import Values

/// How one run came to its value: the cells it rests on, and the steps.
public struct Account: Sendable {
    public let value: Value
    /// The cells; none where the run was not traced.
    public let support: Support
    public let steps: [AccountStep]
    /// What a reader should know first: a condition that no row meets.
    public let doubts: [Diagnostic]

    /// Runs the program while every step is noted.
    ///
    /// - Parameters:
    ///   - text: the query, which the program's places speak of.
    ///   - tracing: whether to follow the cells too; the words are the same without.
    /// - Throws: as `Interpreter.run`.
    public init(of program: Program, text: String, on table: Frame, tracing: Bool = true, budget: Budget = .standard) throws(Failure) {
        let recording = Recording()
        value = try Interpreter.run(program, on: table, budget: budget, observer: recording)
        let tracer = Tracer(program, on: table, recording, budget: budget)
        support = tracing ? tracer.support : Support()
        let narrator = Narrator(tracer, text: text, isTracing: tracing)
        narrator.tell(program)
        steps = narrator.steps
        doubts = narrator.doubts
    }
}
