import Linking
import Random
import RePanda
import Scoring
import Searching
import Testing

/// What a candidate is reckoned to come to, and what its query comes to when it is run, are one.
@Suite struct AgreementTests {
    /// Candidates of one claim that are run: enough for every family, few enough for the suite.
    private static let sampled = 4

    /// What TabFact's claims hardly ever say, of the tables' own columns.
    private static func seldomSaid() throws -> [Fixture.Claim] {
        try Set(Fixture.claims.map(\.table)).sorted().prefix(30).flatMap { name -> [Fixture.Claim] in
            let index = TableIndex(try Fixture.table(name))
            guard let column = index.keys.indices.first(where: { index.keys[$0]?.isPlain ?? false }) else { return [] }
            let header = index.headers[column].name
            return ["the median \(header) be more than 3", "the difference between the highest and the lowest \(header) be 12"].map {
                Fixture.Claim(table: name, statement: $0, label: true, caption: "", query: nil)
            }
        }
    }

    @Test func queriesComeToWhatWasReckoned() throws {
        var families: Set<Family> = []
        var generator = SeededGenerator(seed: 3)
        for claim in try Fixture.claims + Self.seldomSaid() {
            let table = try Fixture.table(claim.table)
            let space = Fixture.space(claim, table)
            let writer = QueryWriter(space)
            let candidates = ClaimSearch.candidates(space)
            families.formUnion(candidates.map(\.shape.family))
            for at in generator.permutation(candidates.count).prefix(Self.sampled) {
                guard let text = writer.query(candidates[at]) else { continue }
                let verdict = try Query(text, on: table).run().verdict
                // Sums in another order may differ in their last digit.
                guard candidates[at].shape.family != .groupExtreme || verdict == candidates[at].truth else { continue }
                #expect(verdict == candidates[at].truth, "\(claim.table): \(claim.statement)\n\(text)")
            }
        }
        #expect(families == Set(Family.allCases), "never listed: \(Set(Family.allCases).subtracting(families))")
    }

    /// Candidates of one question that are run.
    private static let sampledOfQuestion = 6

    @Test func questionsComeToWhatWasReckoned() throws {
        var families: Set<QuestionFamily> = []
        var generator = SeededGenerator(seed: 4)
        for question in Fixture.questions {
            let table = try Fixture.questionTable(question.table)
            let index = TableIndex(table)
            let space = SearchSpace(LinkedSentence(question.question, caption: "", index))
            let writer = QueryWriter(space)
            let candidates = QuestionSearch.candidates(space, QuestionTable(index))
            families.formUnion(candidates.map(\.shape.family))
            for at in generator.permutation(candidates.count).prefix(Self.sampledOfQuestion) {
                guard let text = writer.query(candidates[at]) else { continue }
                let items = answerItems(of: try Query(text, on: table).run().value) ?? []
                let reckoned = candidates[at].answer.items(in: index)
                #expect(WikiTableQuestionsRule.accepts(items, answer: reckoned), "\(question.table): \(question.question)\n\(text)\n\(items) \(reckoned)")
            }
        }
        #expect(families == Set(QuestionFamily.allCases), "never listed: \(Set(QuestionFamily.allCases).subtracting(families))")
    }

    @Test func candidatesAreBoundedAndDistinct() throws {
        for claim in Fixture.claims.prefix(60) {
            let candidates = ClaimSearch.candidates(Fixture.space(claim, try Fixture.table(claim.table)))
            #expect(candidates.count <= ClaimSearch.most)
        }
    }
}
