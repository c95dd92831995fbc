import ArgumentParser
import RePanda

/// What runs queries.
struct EngineOption: ParsableArguments {
    @Option(
        name: .customLong("engine"),
        help: ArgumentHelp(
            "What runs a query: memory, sqlite, or auto (sqlite where it can). (default: memory; sqlite for a table in a database)", valueName: "engine"))
    var chosen: Engine?

    /// For a table that is read into memory.
    var engine: Engine { chosen ?? .memory }

    /// For a table that stays in a database.
    var storedEngine: Engine { chosen ?? .sqlite }
}

extension Engine: ExpressibleByArgument {}
