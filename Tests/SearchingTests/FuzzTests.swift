import Linking
import Random
import Ranking
import RePanda
import Searching
import Testing

/// Any sentence beside any table: nothing traps, and every query that is written runs.
@Suite struct FuzzTests {
    private static let words = [
        "the", "highest", "lowest", "more", "than", "not", "only", "all", "every", "average", "total", "same", "first", "last", "3", "2nd", "1,234", "0", "1956", "-", "june",
        "9", "between", "and", "top", "in", "a", "row", "%", "most", "common", "different", "won", "lost", "by", "no", "day", "years", "of", "9999999999999999999", "1e9", "é", "🙂",
    ]

    @Test func randomSentencesOverRealTables() throws {
        var generator = SeededGenerator(seed: 11)
        let names = Array(Set(Fixture.claims.map(\.table))).sorted()
        for _ in 0..<300 {
            let table = try Fixture.table(names[generator.below(names.count)])
            let index = TableIndex(table)
            let cells = (0..<6).map { _ in table.frame.rowCount > 0 ? index.text(row: generator.below(table.frame.rowCount), column: generator.below(index.columnCount)) : "" }
            let pool = Self.words + cells + index.headers.map(\.name)
            let sentence = (0..<generator.below(24)).map { _ in pool[generator.below(pool.count)] }.joined(separator: " ")
            let space = SearchSpace(LinkedSentence(sentence, caption: "", index))
            let candidates = ClaimSearch.candidates(space)
            let writer = QueryWriter(space)
            for at in generator.permutation(candidates.count).prefix(4) {
                guard let query = writer.query(candidates[at]) else { continue }
                #expect(throws: Never.self, "\(sentence)\n\(query)") { try Query(query, on: table).run() }
            }
        }
    }

    @Test func randomQuestionsOverRealTables() throws {
        var generator = SeededGenerator(seed: 12)
        let names = Array(Set(Fixture.questions.map(\.table))).sorted()
        let asking = ["who", "what", "which", "when", "how many", "how much", "how long", "where", "name all", "more or less"]
        for _ in 0..<200 {
            let table = try Fixture.questionTable(names[generator.below(names.count)])
            let index = TableIndex(table)
            let cells = (0..<6).map { _ in table.frame.rowCount > 0 ? index.text(row: generator.below(table.frame.rowCount), column: generator.below(index.columnCount)) : "" }
            let pool = Self.words + asking + cells + index.headers.map(\.name)
            let question = (0..<generator.below(20)).map { _ in pool[generator.below(pool.count)] }.joined(separator: " ")
            let space = SearchSpace(LinkedSentence(question, caption: "", index))
            let candidates = QuestionSearch.candidates(space, QuestionTable(index))
            let writer = QueryWriter(space)
            for at in generator.permutation(candidates.count).prefix(4) {
                guard let query = writer.query(candidates[at]) else { continue }
                #expect(throws: Never.self, "\(question)\n\(query)") { try Query(query, on: table).run() }
            }
        }
    }
}
