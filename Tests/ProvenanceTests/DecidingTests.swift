import RePanda
import Testing
import Values

@testable import Provenance

/// The blocks of `Cases`: which cells decide, stated by hand.
@Suite struct DecidingTests {
    @Test func decidingCellsAreThoseStated() throws {
        let blocks = try Blocks.all("ProvenanceTests/Cases")
        for block in blocks {
            let table = try block.loaded()
            do {
                let account = try Query(block.query, on: table, warns: false).account()
                let words = CellWords(table)
                #expect(words.text(account.support.deciding) == block.facts["deciding"], "\(block.place): \(block.query)")
                if let read = block.facts["read"] { #expect(words.text(account.support.read) == read, "\(block.place): \(block.query)") }
            } catch let refusal as Refusal {
                Issue.record("\(block.place): \(block.query): \(refusal.first.message)")
            }
        }
        #expect(blocks.count >= 150)
    }
}

/// Cells as a person writes them: `age 2, name 2 3`.
struct CellWords {
    let labels: [String]
    let rowCount: Int

    init(_ table: Table) {
        labels = table.frame.columns.values.map { $0.text?.string ?? "?" }
        rowCount = table.frame.rowCount
    }

    func text(_ cells: CellSet) -> String {
        cells.isEmpty ? "none" : cells.columns.map { column in ([labels[column]] + rows(cells.cells.filter { $0.column == column }.map(\.row))).joined(separator: " ") }
            .joined(separator: ", ")
    }

    private func rows(_ rows: [Int]) -> [String] { rowCount > 1 && rows == Array(0..<rowCount) ? ["*"] : rows.map(String.init) }
}
