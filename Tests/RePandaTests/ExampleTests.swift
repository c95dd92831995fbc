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

    @Test func aSentenceIsReadWithoutAQuery() throws {
        let table = try Table(csv: "venue,crowd\nmcg,20000\nscg,9000\n")
        let reader = SentenceReader()
        let claim = try reader.read("the largest crowd is above 15000", on: table)
        #expect(claim.query.text == "df['crowd'].max() > 15000")
        #expect(claim.verdict == .entailed)
        #expect((0.5...1).contains(claim.confidence))
        let question = try reader.read("which venue has the largest crowd?", .question, on: table)
        #expect(question.items == ["mcg"])
        #expect(reader.readings("the largest crowd is above 15000", on: table, sureFrom: 1).count > 1)
    }

    @Test func aSentenceWithoutWordsHasNoReading() throws {
        let refusal = try #require(throws: Refusal.self) { try SentenceReader().read("?", on: Table(csv: "a\n1\n")) }
        #expect(refusal.first.code == .noReading)
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
