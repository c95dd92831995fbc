import RePanda
import Testing

@testable import Provenance

/// Steps are told from the recorded values alone: following the cells changes no word.
@Suite struct UntracedTests {
    @Test func stepsReadTheSameWithoutTheirCells() throws {
        var steps = 0
        for block in try Blocks.all("QueryTests/Cases") + Blocks.all("ProvenanceTests/Cases") + Samples.blocks() {
            guard let table = try? block.loaded(), let query = try? Query(block.query, on: table, warns: false), let traced = try? query.account() else { continue }
            let untraced = try query.account(tracing: false)
            #expect(untraced.steps.map(told) == traced.steps.map(told), "\(block.place): \(block.query)")
            #expect(untraced.doubts.map(\.helps) == traced.doubts.map(\.helps), "\(block.place): \(block.query)")
            #expect(untraced.support.read.isEmpty && untraced.steps.allSatisfy { $0.cells.isEmpty })
            steps += traced.steps.count
        }
        #expect(steps >= 3_000, "\(steps) steps are too few")
    }

    private func told(_ step: AccountStep) -> String { "\(step.words): \(step.outcome)" }
}
