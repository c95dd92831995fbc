import Diagnostics
import Evaluation
import RePanda
import Testing

/// The single claims of the tour end as Datasets/README.md says.
@Suite struct SingleClaimTests {
    @Test(arguments: [
        ("crowd-entailed", Verdict.entailed, []), ("crowd-refuted", .refuted, []), ("crowd-near-cell", .refuted, [Code.literalNotInColumn]),
        ("olympics-entailed", .entailed, []),
    ])
    func isJudged(name: String, verdict: Verdict, warnings: [Code]) throws {
        let record = try Samples.single(name)
        let judgement = try record.claim(tables: Samples.tables).verify()
        #expect(judgement.verdict == verdict)
        #expect((judgement.verdict == .entailed) == record.reported)
        #expect(judgement.warnings.map(\.code) == warnings)
    }

    @Test(arguments: [
        ("crowd-unknown-column", Code.unknownColumn), ("crowd-no-verdict", .ambiguousTruth), ("olympics-text-number", .typeMismatch),
    ])
    func isRefused(name: String, code: Code) throws {
        let record = try Samples.single(name)
        let claim = try record.claim(tables: Samples.tables)
        let refusal = #expect(throws: Refusal.self) { try claim.verify() }
        #expect(refusal?.first.code == code)
        #expect(record.reported == nil, "pandas refuses it too")
    }

    /// What the tour shows: the rows that refute, and the column that was meant.
    @Test func showsWhy() throws {
        let refuted = try Samples.single("crowd-refuted").claim(tables: Samples.tables).verify()
        #expect(refuted.account?.support.deciding.rows.count == 2)
        let unknown = try Samples.single("crowd-unknown-column").claim(tables: Samples.tables)
        let refusal = #expect(throws: Refusal.self) { try unknown.verify() }
        #expect(refusal?.first.suggestions.first?.replacement == "'crowd'")
    }
}
