import ArgumentParser

@main
struct RePandaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repanda",
        abstract: "Check claims about tables: pandas queries, compiled and run without Python.",
        subcommands: [BatchCommand.self])
}
