import ArgumentParser
import Interpreter
import Probing
import Values

/// What is shown beside a value.
struct ExplainOptions: ParsableArguments {
    @Flag(help: "Show the steps and the cells that the value rests on.")
    var explain = false

    @Option(help: ArgumentHelp("Write the steps, the query and the table as a page too, where a step marks its cells.", valueName: "file"))
    var html: String?

    @Option(
        help: ArgumentHelp(
            "Change the places of the cells within their columns this many times, and say how often the verdict or the value changes.", valueName: "runs"))
    var probe: Int?

    /// What disturbs the table; nil where nobody asked.
    func probe(_ budget: Budget, seed: UInt64) -> Probe? { probe.map { Probe(runs: $0, seed: seed, budget: budget) } }

    /// Whether an account of the run is wanted in any form.
    var isAsked: Bool { explain || html != nil }

    func validate() throws {
        if let probe, !(1...10_000).contains(probe) { throw ValidationError("'--probe' is a number from 1 to 10000") }
    }
}

extension Flip {
    /// More tries on a small table than on a large one, each of which is a run over a copy.
    init(on frame: Frame, budget: Budget) {
        let cells = max(1, frame.rowCount * max(1, frame.columnCount))
        self.init(runs: min(400, max(8, 4_000_000 / cells)), budget: budget)
    }
}
