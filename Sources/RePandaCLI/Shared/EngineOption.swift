import ArgumentParser
import RePanda

/// What runs queries.
struct EngineOption: ParsableArguments {
    @Option(help: ArgumentHelp("What runs a query: memory, sqlite, or auto (sqlite where it can).", valueName: "engine"))
    var engine: Engine = .memory
}

extension Engine: ExpressibleByArgument {}
