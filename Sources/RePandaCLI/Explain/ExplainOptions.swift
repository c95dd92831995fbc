import ArgumentParser

/// What is shown beside a value.
struct ExplainOptions: ParsableArguments {
    @Flag(help: "Show the steps and the cells that the value rests on.")
    var explain = false

    @Option(help: ArgumentHelp("Write the steps, the query and the table as a page too, where a step marks its cells.", valueName: "file"))
    var html: String?

    @Option(
        help: ArgumentHelp(
            "Change the places of the cells within their columns this many times, and say how often the verdict changes.", valueName: "runs"))
    var probe: Int?

    /// Whether an account of the run is wanted in any form.
    var isAsked: Bool { explain || html != nil }

    func validate() throws {
        if let probe, !(1...10_000).contains(probe) { throw ValidationError("'--probe' is a number from 1 to 10000") }
    }
}
