import Diagnostics
import Values

/// A table as pandas would hold it, with the contract it was read under.
public struct Table: Sendable {
    public let frame: Frame
    public let schema: Schema
    /// What was passed over in silence by pandas: rows with too many fields, cells cut at a NUL, columns of mixed types.
    public let warnings: [Diagnostic]

    public init(frame: Frame, schema: Schema, warnings: [Diagnostic]) {
        self.frame = frame
        self.schema = schema
        self.warnings = warnings
    }
}

/// Reads a table out of bytes, as pandas 2.2.3 reads a file of that content.
///
///     let table = try read(bytes: Array("name,age\nAda,36\n".utf8), dialect: .csv)
///     table.schema.columns[1].type    // .int64: "every cell is an integer"
public func read(bytes: [UInt8], dialect: Dialect, limits: Limits = .standard) throws(Diagnostic) -> Table {
    let storage = try bytes.withUnsafeBufferPointer { buffer throws(Diagnostic) in
        try FileBytes.copying(buffer, limit: limits.effectiveBytes)
    }
    return try read(storage, dialect: dialect, limits: limits)
}

/// Reads a table out of bytes, which are copied once.
public func read(bytes: UnsafeBufferPointer<UInt8>, dialect: Dialect, limits: Limits = .standard) throws(Diagnostic) -> Table {
    try read(FileBytes.copying(bytes, limit: limits.effectiveBytes), dialect: dialect, limits: limits)
}

/// Reads a table out of a file.
public func read(path: String, dialect: Dialect, limits: Limits = .standard) throws(Diagnostic) -> Table {
    try read(FileBytes.reading(path, limit: limits.effectiveBytes), dialect: dialect, limits: limits)
}

private func read(_ storage: TextStorage, dialect: Dialect, limits: Limits) throws(Diagnostic) -> Table {
    var reader = try TableReader(storage, dialect: dialect, limits: limits)
    return try reader.read()
}
