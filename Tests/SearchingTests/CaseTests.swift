import Foundation
import Linking
import Ranking
import Searching
import RePanda
import Scoring
import Testing

/// Claims about real tables with the query that each is read as, and its verdict.
///
/// `record.py` writes them anew with the ranker that is shipped: read the difference before it is committed.
@Suite struct CaseTests {
    @Test func claimsAreReadAsExpected() throws {
        let model = try #require(Ranker.shipped.claims)
        #expect(Fixture.cases.count >= 400)
        for claim in Fixture.cases {
            let table = try Fixture.table(claim.table)
            let ranked = RankedClaim(LinkedSentence(claim.statement, caption: claim.caption, TableIndex(table)), model)
            let isSure = ranked.map { $0.confidence >= model.calibration.threshold } ?? false
            #expect((isSure ? ranked?.readings.first?.query : nil) == claim.query, "\(claim.table): \(claim.statement)")
            guard let query = claim.query else { continue }
            #expect(try Query(query, on: table).run().verdict == claim.label, "\(claim.table): \(claim.statement)")
        }
    }

    /// Every family lists what a sentence of its kind means, as a person would write it, and pandas comes to the same.
    @Test func everyFamilyIsWritten() throws {
        let table = try Table(path: Fixture.beside("Cases/families.csv"))
        let index = TableIndex(table)
        let questions = QuestionTable(index)
        for family in Fixture.families {
            let space = SearchSpace(LinkedSentence(family.sentence, caption: "", index))
            let writer = QueryWriter(space)
            let written =
                family.isQuestion
                ? QuestionSearch.candidates(space, questions).filter { "\($0.shape.family)" == family.name }.compactMap(writer.query)
                : ClaimSearch.candidates(space).filter { "\($0.shape.family)" == family.name }.compactMap(writer.query)
            #expect(written.contains(family.query), "\(family.name): \(family.sentence)\n\(written.joined(separator: "\n"))")
            let value = try Query(family.query, on: table).run()
            let items = family.isQuestion ? answerItems(of: value.value) ?? [] : [value.verdict == true ? "True" : "False"]
            #expect(Set(items.map(Fixture.plain)).sorted().joined(separator: ", ") == family.value, "\(family.query)")
        }
        #expect(Set(Fixture.families.filter { !$0.isQuestion }.map(\.name)) == Set(Family.allCases.map { "\($0)" }))
        #expect(Set(Fixture.families.filter(\.isQuestion).map(\.name)) == Set(QuestionFamily.allCases.map { "\($0)" }))
    }

    @Test func questionsAreReadAsExpected() throws {
        let model = try #require(Ranker.shipped.questions)
        #expect(Fixture.questionCases.count >= 100)
        for question in Fixture.questionCases {
            let table = try Fixture.questionTable(question.table)
            let index = TableIndex(table)
            let best = RankedQuestion(LinkedSentence(question.question, caption: "", index), QuestionTable(index), model)?.readings.first
            let isSure = best.map { $0.confidence >= model.calibration.threshold } ?? false
            #expect((isSure ? best?.query : nil) == question.query, "\(question.table): \(question.question)")
            guard let query = question.query else { continue }
            let items = answerItems(of: try Query(query, on: table).run().value) ?? []
            #expect(WikiTableQuestionsRule.accepts(items, answer: question.answer), "\(question.table): \(question.question)")
        }
    }
}

/// What misleads: each says what must not happen, whatever the ranker.
@Suite struct TrapTests {
    private static let table = "year,team,venue,crowd\n1956,carlton,princes park,33254\n1957,essendon,corio oval,12000\n1958,carlton,mcg,50000\n1959,geelong,mcg,\n"

    private func queries(_ sentence: String, csv: String = table) throws -> [String] { try Fixture.rank(sentence, csv: csv)?.readings.map(\.query) ?? [] }

    @Test func aYearIsNoCount() throws {
        let ranked = try #require(try Fixture.rank("carlton played at princes park in 1956", csv: Self.table))
        #expect(ranked.readings.first?.query.contains("df['year'] == 1956") ?? false)
        #expect(ranked.verdict)
    }

    @Test func aMisspelledNameIsFound() throws {
        let ranked = try #require(try Fixture.rank("essendom played at corio oval", csv: Self.table))
        #expect(ranked.readings.contains { $0.query.contains("'essendon'") })
        #expect(ranked.readings.contains { $0.spans.contains { $0.manner == .spelling && $0.cell == "essendon" } })
    }

    @Test func somethingThatIsNotThereIsRefuted() throws {
        let ranked = try #require(try Fixture.rank("carlton played at wembley stadium", csv: Self.table))
        #expect(!ranked.verdict)
    }

    @Test(arguments: ["", " ", "the", "?!", "1", "--", "不", "\u{200B}", String(repeating: "word ", count: 2000), "'; import os; os.system('x')", "df.to_csv('x')"])
    func anySentenceIsTaken(_ sentence: String) throws {
        for query in try queries(sentence) {
            #expect(throws: Never.self) { try Query(query, on: Table(csv: Self.table)).run() }
        }
    }

    @Test(arguments: ["", "who", "?!", "how many", "不", String(repeating: "which ", count: 2000), "'; import os; os.system('x')", "what is df.to_csv('x')?"])
    func anyQuestionIsTaken(_ question: String) throws {
        for reading in try Fixture.rank(question: question, csv: Self.table)?.readings ?? [] {
            #expect(throws: Never.self) { try Query(reading.query, on: Table(csv: Self.table)).run() }
        }
    }

    @Test(arguments: ["a\n", "a,b\n", "a\n1\n", "a,a\n1,2\n", ",\n,\n", "x\n\"" + String(repeating: "long ", count: 20_000) + "\"\n"])
    func anyTableIsAskedOf(_ csv: String) throws {
        for question in ["what is the highest a?", "how many a are there?", "which b is long?", "who has a of 1?"] {
            for reading in try Fixture.rank(question: question, csv: csv)?.readings ?? [] {
                #expect(throws: Never.self, "\(reading.query)") { try Query(reading.query, on: Table(csv: csv)).run() }
            }
        }
    }

    @Test(arguments: ["a\n", "a,b\n", "a\n1\n", "a,a\n1,2\n", ",\n,\n", "x\n\"" + String(repeating: "long ", count: 20_000) + "\"\n"])
    func anyTableIsTaken(_ csv: String) throws {
        for sentence in ["the highest a is 1", "there are 2 a", "no long b", "a is long and b is not"] {
            for query in try queries(sentence, csv: csv) { #expect(throws: Never.self) { try Query(query, on: Table(csv: csv)).run() } }
        }
    }

    @Test func wideTablesAreTaken() throws {
        let header = (0..<200).map { "col \($0)" }.joined(separator: ",")
        let rows = (0..<20).map { row in (0..<200).map { String(row * $0) }.joined(separator: ",") }.joined(separator: "\n")
        #expect(try Fixture.rank("col 7 is 21 and col 150 is the highest", csv: header + "\n" + rows + "\n") != nil)
    }

    @Test func namesOfOtherScriptsAreFound() throws {
        let ranked = try #require(try Fixture.rank("die größte Stadt ist Москва", csv: "stadt,größe\nМосква,12\nParis,2\n"))
        #expect(ranked.readings.contains { $0.query.contains("Москва") })
    }

    /// Quotes in cells and names stay text.
    @Test func cellsStayText() throws {
        let csv = "it's,b\n\"o'neil\"\"\",1\nx,2\n"
        for query in try queries("o'neil has b of 1", csv: csv) { #expect(throws: Never.self) { try Query(query, on: Table(csv: csv)).run() } }
    }
}
