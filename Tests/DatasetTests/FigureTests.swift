import Evaluation
import Foundation
import RePanda
import Testing

/// The figures of Datasets/README.md are those that `repanda eval` finds.
@Suite struct FigureTests {
    @Test(arguments: Samples.sets) func accuracyIsThatOfTheReadme(set: String) throws {
        let observer = Evaluator.Observer(
            progress: { _, _ in }, complaint: { Issue.record("\(set): \($0.message)") }, predictions: { _ in })
        let tally = try Evaluator(tables: Samples.tables, settings: .init(), observer: observer).evaluate(records: Samples.path(set)).tally
        #expect(tally.agreeing == tally.claims)
        let tables = Set(try Samples.records(set).map(\.inlineTable)).count
        let accuracy = String(format: "%.2f %%", 100 * (tally.accuracy ?? 0))
        let row = "| `\(set)` | \(tables) | \(tally.claims) | \(tally.entailed.claims) | \(tally.refuted.claims) | \(tally.correct) | \(accuracy) |"
        #expect(try Samples.text("README.md").contains(row), "the README needs the row \(row)")
    }

    /// The records whose verdict is not their label are those that the README explains.
    @Test func differencesAreThoseOfTheReadme() throws {
        let rest = try #require(Samples.text("README.md").components(separatedBy: "## Where verdict and label differ").last)
        let section = try #require(rest.components(separatedBy: "\n## ").first)
        let explained = section.matches(of: /(?m)^\| `([^`]+)` \|/).map { String($0.1) }
        let found = try Samples.sets.flatMap { try Samples.records($0) }.filter { $0.reported != $0.label }.map(\.name)
        #expect(Set(found) == Set(explained))
    }

    /// Samples are cloned with the sources: they stay small.
    @Test func theFolderIsBelowAMegabyte() throws {
        #expect(try Samples.files.reduce(0) { try $0 + Samples.size($1) } < 1_000_000)
    }
}
