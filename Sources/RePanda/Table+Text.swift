import Diagnostics
@_exported import Tables

extension Table {
    /// A table from text.
    ///
    ///     try Table(csv: "city#crowd\nrome#12\n", dialect: .tabfact).schema.columns.count   // 2
    ///
    /// - Throws: where pandas' reader refuses the text, and past the limits.
    public init(csv text: String, dialect: Dialect = .csv, limits: Limits = .standard) throws(Diagnostic) {
        self = try read(bytes: Array(text.utf8), dialect: dialect, limits: limits)
    }

    /// A table from a file.
    public init(path: String, dialect: Dialect = .csv, limits: Limits = .standard) throws(Diagnostic) {
        self = try read(path: path, dialect: dialect, limits: limits)
    }
}
