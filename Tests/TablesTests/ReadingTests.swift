import Diagnostics
import JSON
import Testing
import Values

@testable import Tables

/// What `read` makes of a text against what pandas made of it, recorded by `record.py`.
@Suite struct ReadingTests {
    @Test(arguments: try RecordedCase.all("reading.jsonl")) func asPandasReads(_ recorded: RecordedCase) throws {
        switch recorded.outcome {
        case .frame(let expected):
            let table = try read(bytes: recorded.bytes, dialect: recorded.dialect)
            #expect(try canonical(.frame(table.frame)) == compact(expected))
            #expect(table.schema.columns.count == table.frame.columnCount)
            #expect(table.schema.rowCount == table.frame.rowCount)
        case .refusal(let code, let message):
            let diagnostic = refusal(recorded)
            #expect(diagnostic?.code == code)
            if let message { #expect(diagnostic?.message == message) }
        case .runs: Issue.record("a table in blocks belongs to blocks.jsonl")
        }
    }

    /// The mixtures that come of reading a long table in blocks.
    @Test(arguments: try RecordedCase.all("blocks.jsonl")) func asPandasJoinsBlocks(_ recorded: RecordedCase) throws {
        guard case .runs(let dtype, let runs) = recorded.outcome else {
            Issue.record("no runs")
            return
        }
        let column = try read(bytes: recorded.bytes, dialect: recorded.dialect).frame.column(0)
        #expect(column.dtype.rawValue == dtype)
        let cells = try column.values.map { try canonical($0) }
        #expect(cells == runs.flatMap { run in [String](repeating: compact(run.cell), count: run.times) })
    }

    private func refusal(_ recorded: RecordedCase) -> Diagnostic? {
        do {
            _ = try read(bytes: recorded.bytes, dialect: recorded.dialect)
            return nil
        } catch {
            return error
        }
    }
}
