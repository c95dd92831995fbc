import ArgumentParser
import Display
import Interpreter
import JSON

/// What a query may spend. The operator sets it; a query or a claim cannot.
struct BudgetOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The most cells and calls a query may touch.", valueName: "steps"))
    var maxSteps = Budget.standard.steps

    @Option(help: ArgumentHelp("The most bytes of values a query may make.", valueName: "bytes"))
    var maxBytes = Budget.standard.bytes

    @Option(help: ArgumentHelp("The most evaluations inside one another.", valueName: "levels"))
    var maxDepth = Budget.standard.depth

    @Option(help: ArgumentHelp("The most bytes of a value's text.", valueName: "bytes"))
    var maxOutput = DisplayOptions.standard.limit

    @Option(help: ArgumentHelp("The day that times without a date (10:30) fall on. (default: today, as in pandas)", valueName: "YYYY-MM-DD"))
    var today: RunningDay?

    var budget: Budget { Budget(steps: maxSteps, bytes: maxBytes, depth: maxDepth, today: (today ?? .now).days) }
    var display: DisplayOptions { DisplayOptions(limit: maxOutput) }
    var canonical: CanonicalLimits { CanonicalLimits(bytes: maxOutput) }

    /// Deeper than the stack of a `BigStack` is safe for.
    private static let deepest = 2_000

    func validate() throws {
        try requirePositive(maxSteps, "--max-steps")
        try requirePositive(maxBytes, "--max-bytes")
        try requirePositive(maxOutput, "--max-output")
        try requirePositive(maxDepth, "--max-depth")
        guard maxDepth <= BudgetOptions.deepest else { throw ValidationError("--max-depth must be at most \(BudgetOptions.deepest)") }
    }
}
