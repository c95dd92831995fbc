import JSON
import Random
import RePanda
import Testing
import Values

@testable import Provenance

/// Changing any cell outside the *read* set never changes the value.
@Suite struct SoundnessTests {
    /// Changes tried a query.
    private static let trials = 12

    @Test func unreadCellsDoNotMatter() throws {
        var trials = 0
        for block in try Blocks.all("QueryTests/Cases") + Samples.blocks() {
            guard let table = try? block.loaded(), let query = try? Query(block.query, on: table, warns: false), let account = try? query.account() else { continue }
            trials += try check(query, table.frame, account, name: block.place)
        }
        #expect(trials >= 20_000, "\(trials) trials are too few")
    }

    /// How many changes were tried.
    private func check(_ query: Query, _ frame: Frame, _ account: Account, name: String) throws -> Int {
        let cells = frame.changeable(outside: account.support.read)
        guard !cells.isEmpty, let before = text(account.value) else { return 0 }
        var generator = SeededGenerator(seed: 5, name: name)
        for _ in 0..<SoundnessTests.trials {
            let cell = cells[generator.below(cells.count)]
            let changed = frame.changing(cell, &generator)
            let after = (try? query.value(over: changed)).flatMap(text)
            if after != before {
                let kept = frame.cell(row: cell.row, column: cell.column), new = changed.cell(row: cell.row, column: cell.column)
                Issue.record("\(name): \(query.text)\nrow \(cell.row), column \(cell.column) was not read, but \(kept) -> \(new) changes the value\n\(before)\n\(after ?? "fails")")
                break
            }
        }
        return SoundnessTests.trials
    }

    /// nil where the value has no canonical form.
    private func text(_ value: Value) -> String? {
        var writer = JSONWriter()
        return (try? writeCanonical(value, to: &writer)) == nil ? nil : writer.string
    }
}
