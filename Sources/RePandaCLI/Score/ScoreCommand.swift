import ArgumentParser

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score answers by a data set's own rule.",
        subcommands: [ScoreWTQCommand.self, ScoreDataBenchCommand.self])
}
