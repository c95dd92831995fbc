import RePanda
import Testing

/// The examples of the public documentation, as a program that uses the library writes them.
@Suite struct ExampleTests {
    @Test func aQueryGivesAVerdict() throws {
        let table = try Table(csv: "name,crowd\nmcg,20000\nscg,9000\n")
        let query = try Query("df['crowd'].max() > 15000", on: table)
        #expect(try query.run().verdict == true)
    }

    @Test func aTableInADialect() throws {
        #expect(try Table(csv: "city#crowd\nrome#12\n", dialect: .tabfact).schema.columns.count == 2)
    }

    @Test func aWrongColumnIsRefusedBeforeAnythingRuns() throws {
        let table = try Table(csv: "name,crowd\nmcg,20000\n")
        let refusal = try #require(throws: Refusal.self) { try Query("df['crwod'].max()", on: table) }
        #expect(refusal.first.code == .unknownColumn)
        #expect(refusal.first.suggestions.map(\.replacement) == ["'crowd'"])
    }

    @Test func aSeriesHasNoVerdict() throws {
        let table = try Table(csv: "name,crowd\nmcg,20000\nscg,9000\n")
        let answer = try Query("df['crowd'] > 15000", on: table).run()
        #expect(answer.verdict == nil)
        #expect(throws: Refusal.self) { try answer.judged() }
    }

    @Test func aVerdictThatIsNoBoolIsWarnedOf() throws {
        let table = try Table(csv: "name,crowd\nmcg,20000\n")
        let judged = try Query("df['crowd'].sum()", on: table).run().judged()
        #expect(judged.verdict)
        #expect(judged.warnings.map(\.code) == [.verdictNotBool])
    }

    @Test func aClaimIsJudgedWithItsEvidence() throws {
        let table = try Table(csv: "name,crowd\nmcg,20000\nscg,9000\n")
        let claim = Claim("the largest crowd is above 15000", query: "df['crowd'].max() > 15000", table: table)
        let judgement = try claim.verify()
        #expect(judgement.verdict == .entailed)
        #expect(judgement.account?.steps.map(\.words) == ["the largest crowd", "20,000 > 15,000"])
        #expect(judgement.account?.support.deciding.cells.map { [$0.row, $0.column] } == [[0, 1]])
    }
}
