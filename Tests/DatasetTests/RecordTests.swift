import Diagnostics
import Evaluation
import RePanda
import Testing

/// Every record of the shipped samples.
@Suite struct RecordTests {
    /// The queries that are warned of something, with the warnings; Datasets/README.md says why.
    static let warned: [String: [Code]] = [
        "2-13193466-20/7": [.literalNotInColumn],
        "2-17470908-1/9": [.literalNotInColumn, .literalNotInColumn],
        "2-1037251-1/1": [.literalNotInColumn],
        "2-17206737-10/2": [.textOrder],
        "2-12207430-2/8": [.textOrder, .textOrder],
    ]

    @Test(arguments: Samples.sets) func isJudgedAsPandasJudges(set: String) throws {
        for record in try Samples.records(set) {
            do {
                let judgement = try record.claim(tables: Samples.tables).verify()
                #expect((judgement.verdict == .entailed) == record.reported, "\(record.name)")
                #expect(judgement.warnings.map(\.code) == Self.warned[record.name] ?? [], "\(record.name)")
            } catch {
                Issue.record("\(record.name): \(error)")
            }
        }
    }

    /// PanTabFact's keys and no other, but for the dialect of a table that is not TabFact's.
    @Test(arguments: Samples.sets) func hasTheKeysOfPanTabFact(set: String) throws {
        let wanted: Set<String> = ["id", "statement", "label", "table_text", "pandas_code", "pandas_eval"]
        let own: Set<String> = set.hasPrefix("tabfact/") ? ["table_caption"] : ["dialect"]
        for document in try Samples.documents(set) {
            let keys = try document.requireObject().members.map(\.key.string)
            #expect(Set(keys) == wanted.union(own))
        }
    }

    @Test func namesAreDistinct() throws {
        let names = try Samples.sets.flatMap { try Samples.records($0).map(\.name) }
        #expect(Set(names).count == names.count)
    }

    /// A table with claims of one label only would reward who always says the same.
    @Test(arguments: Samples.sets) func tablesHaveClaimsOfBothLabels(set: String) throws {
        for (_, records) in Dictionary(grouping: try Samples.records(set), by: \.inlineTable) {
            #expect((3...7).contains(records.count), "\(records[0].name)")
            #expect(Set(records.map(\.label)) == [true, false], "\(records[0].name)")
        }
    }
}
