import ArgumentParser
import Threads

/// How much is done at once.
struct JobOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many threads work side by side. (default: one a processor)", valueName: "threads"))
    var jobs: Int?

    private static let most = 512

    var count: Int { jobs ?? processorCount }

    func validate() throws {
        try requirePositive(count, "--jobs")
        guard count <= JobOptions.most else { throw ValidationError("--jobs must be at most \(JobOptions.most)") }
    }
}
