import Diagnostics
import Values

/// What reading a table's file gives, one step after the other.
public enum StreamStep: Sendable {
    /// The labels that pandas gives the columns, and how many columns before them are row labels.
    case begun(labels: [Text], labelColumns: Int)
    /// Rows, and how many bytes of the file have been read.
    case block(TableStream.Block, bytesRead: Int)
    case end(StreamSummary)
    case failed(Diagnostic)
}

/// What is known of a file that was read to its end.
public struct StreamSummary: Sendable {
    public let schema: Schema
    /// What pandas passes over in silence.
    public let warnings: [Diagnostic]
    /// What each column's blocks are together; empty where the table has no rows.
    public let joined: [JoinedCells]
    /// The file as it was when the reading began.
    public let stamp: FileStamp
    /// The XXH64 of its content.
    public let hash: Int
}

extension TableStream {
    /// Reads the whole file, a step at a time, while the steps are taken.
    ///
    /// - Parameter take: gets each step; false ends the reading.
    public static func steps(path: String, dialect: Dialect, limits: Limits, take: (StreamStep) -> Bool) {
        do throws(Diagnostic) {
            var stream = try TableStream(path: path, dialect: dialect, limits: limits)
            try stream.run(take)
        } catch {
            _ = take(.failed(error))
        }
    }

    private mutating func run(_ take: (StreamStep) -> Bool) throws(Diagnostic) {
        let first = try next()
        guard take(.begun(labels: labels, labelColumns: labelColumns)) else { return }
        var block = first
        while let rows = block {
            guard take(.block(rows, bytesRead: bytesRead)) else { return }
            block = try next()
        }
        _ = take(.end(try summary()))
    }

    private var labels: [Text] { (0..<(names?.count ?? 0)).map { names?[$0] ?? .empty } }

    private func summary() throws(Diagnostic) -> StreamSummary {
        guard !hasChanged, let schema else {
            throw Diagnostic(.changedFile, "the file was written to while it was imported", helps: ["ask again"])
        }
        return StreamSummary(schema: schema, warnings: warnings, joined: joined, stamp: stamp, hash: hash)
    }
}
