import ArgumentParser
import Diagnostics
import RePanda

extension Dialect: ExpressibleByArgument {}

/// How a table is read.
struct TableOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How the file writes its table; never guessed.",
            discussion: "csv: commas and quotes; tabfact: '#' between fields, no quoting; wtq: commas, quotes, backslash escapes."))
    var dialect: Dialect = .csv

    @OptionGroup(title: "Table limits")
    var limits: TableLimitOptions

    func read(_ path: String) throws(Diagnostic) -> Table { try Table(path: path, dialect: dialect, limits: limits.limits) }
}

/// What a table may cost before it is refused.
struct TableLimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The most bytes of a table.", valueName: "bytes"))
    var maxTableBytes = Limits.standard.bytes

    @Option(help: ArgumentHelp("The most rows of a table.", valueName: "rows"))
    var maxRows = Limits.standard.rows

    @Option(help: ArgumentHelp("The most columns of a table.", valueName: "columns"))
    var maxColumns = Limits.standard.columns

    @Option(help: ArgumentHelp("The most bytes of one cell.", valueName: "bytes"))
    var maxCellBytes = Limits.standard.cellBytes

    var limits: Limits { Limits(bytes: maxTableBytes, rows: maxRows, columns: maxColumns, cellBytes: maxCellBytes) }

    func validate() throws {
        try requirePositive(maxTableBytes, "--max-table-bytes")
        try requirePositive(maxRows, "--max-rows")
        try requirePositive(maxColumns, "--max-columns")
        try requirePositive(maxCellBytes, "--max-cell-bytes")
    }
}

func requirePositive(_ value: Int, _ option: String) throws {
    guard value > 0 else { throw ValidationError("\(option) must be at least 1, not \(value)") }
}
