import Diagnostics
import Foundation
import Testing
import Values

@testable import Tables

/// A file read block by block, through windows of a few bytes, is what the file read as a whole is.
@Suite struct StreamTests {
    @Test(arguments: try RecordedCase.all("reading.jsonl")) func recordedTables(_ recorded: RecordedCase) throws {
        for piece in [1, 64] { try check(recorded.bytes, recorded.dialect, piece: piece) }
    }

    @Test(arguments: try RecordedCase.all("blocks.jsonl")) func tablesOfSeveralBlocks(_ recorded: RecordedCase) throws {
        try check(recorded.bytes, recorded.dialect, piece: 1 << 22)
    }

    @Test(arguments: Dialect.allCases) func randomTexts(dialect: Dialect) throws {
        var random = Seeded(state: 20_261_127)
        for _ in 0..<300 { try check(RandomText.bytes(&random, pieces: 40), dialect, piece: 1) }
    }

    @Test func writesAreNoticed() throws {
        try withFile(Array("a\n1\n2\n".utf8)) { path in
            var stream = try TableStream(path: path, dialect: .csv)
            while try stream.next() != nil {}
            let before = stream.hasChanged
            #expect(!before)
            try Data("a\n1\n2\n3\n".utf8).write(to: URL(fileURLWithPath: path), options: [])
            let after = stream.hasChanged
            #expect(after)
        }
    }

    /// Values of the reference implementation's command `xxhsum -H64`.
    @Test(arguments: [
        ("", 0xef46_db37_51d8_e999 as UInt64), ("a", 0xd24e_c4f1_a98c_6e5b), ("abcdefghijklmnopqrstuvwxyz0123456789", 0x64f2_3ecf_1609_b766),
    ]) func hashes(text: String, hash: UInt64) throws {
        var whole = ContentHash()
        text.utf8.withContiguousStorageIfAvailable { whole.add(UnsafeRawBufferPointer($0)) }
        var parts = ContentHash()
        for byte in text.utf8 { withUnsafeBytes(of: byte) { parts.add($0) } }
        #expect(whole.value == hash)
        #expect(parts.value == hash)
    }

    // MARK: Comparing

    private func check(_ bytes: [UInt8], _ dialect: Dialect, piece: Int) throws {
        try withFile(bytes) { path in
            let streamed = outcome { () throws(Diagnostic) in try self.streamed(path, dialect, piece) }
            let whole = outcome { () throws(Diagnostic) in self.whole(try read(path: path, dialect: dialect)) }
            // Where a file has two faults, the one that comes first is met first.
            if whole.first?.hasSuffix("is not UTF-8") == true, streamed.count <= 2 { return }
            #expect(streamed == whole, "\(bytes.prefix(200))")
        }
    }

    private func outcome(_ body: () throws(Diagnostic) -> [String]) -> [String] {
        do { return try body() } catch { return [error.message] + error.notes }
    }

    private func whole(_ table: Table) -> [String] {
        let labels: [Column] =
            switch table.frame.index.labels {
            case .range: []
            case .column(let column): [column]
            case .multi(let columns): columns
            }
        return facts(table.schema, table.warnings) + (labels + table.frame.allColumns).map { cells($0).joined(separator: ",") }
    }

    private func streamed(_ path: String, _ dialect: Dialect, _ piece: Int) throws(Diagnostic) -> [String] {
        var stream = try TableStream(path: path, dialect: dialect, limits: .standard, firstPiece: piece, smallestPiece: piece)
        var columns: [[String]] = []
        while let block = try stream.next() {
            if columns.isEmpty { columns = block.columns.map { _ in [] } }
            for (at, column) in block.columns.enumerated() { columns[at] += cells(column) }
        }
        guard let schema = stream.schema else { return [] }
        if columns.isEmpty { columns = schema.columns.map { _ in [] } }
        return facts(schema, stream.warnings) + columns.map { $0.joined(separator: ",") }
    }

    private func facts(_ schema: Schema, _ warnings: [Diagnostic]) -> [String] {
        let columns = (schema.indexColumns + schema.columns).map { "\($0.name) \($0.header) \($0.type) \($0.missing) \($0.reading)" }
        return ["\(schema.rowCount)"] + columns + warnings.map(\.message)
    }

    /// Numbers as floats: what a block holds as ints may stand in a column of floats.
    private func cells(_ column: Column) -> [String] {
        column.values.map { value in
            switch value {
            case .bool(let flag), .numpyBool(let flag): "\(flag ? 1.0 : 0.0)"
            case .int(let number), .numpyInt(let number): "\(Double(number))"
            // Every gap that is read is a NaN of its own.
            case .float(let number), .numpyFloat(let number): number.isNaN ? "nan" : "\(number)"
            default: "\(value)"
            }
        }
    }

    private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "repanda-stream-\(UUID().uuidString).csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }
}
