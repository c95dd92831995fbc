import JSON
import Linking
import Ranking
import RePanda
import Scoring
import Searching
import Testing
import Training

@Suite struct RankingTests {
    /// A floor, not the figure: `repanda eval` over the whole split says what it is.
    @Test func mostValidationClaimsAreDecidedRightly() throws {
        let model = try #require(Ranker.shipped.claims)
        var (right, sure, sureAndRight) = (0, 0, 0)
        let claims = Fixture.claims.prefix(500)
        for claim in claims {
            let index = TableIndex(try Fixture.table(claim.table))
            let ranked = RankedClaim(LinkedSentence(claim.statement, caption: claim.caption, index), model)
            let isRight = ranked?.verdict == claim.label
            right += isRight ? 1 : 0
            guard let ranked, ranked.confidence >= model.calibration.threshold else { continue }
            sure += 1
            sureAndRight += isRight ? 1 : 0
        }
        #expect(Double(right) >= 0.70 * Double(claims.count), "\(right) of \(claims.count)")
        #expect(Double(sure) >= 0.50 * Double(claims.count), "\(sure) of \(claims.count)")
        #expect(Double(sureAndRight) >= 0.80 * Double(sure), "\(sureAndRight) of \(sure)")
    }

    @Test func aRankerReadsBackToTheBit() throws {
        let bytes = Ranker.shipped.json
        #expect(bytes.count <= 100_000)
        #expect(try Ranker(json: JSONValue.parse(bytes)).json == bytes)
    }

    @Test(arguments: [
        #"{"format": "another"}"#, #"{"format": "repanda ranker 2", "source": "x", "claims": {"terms": "a", "headers": "", "threshold": 0.5, "calibration": [[1]], "blind": [], "aware": []}}"#,
        #"{"format": "repanda ranker 2", "source": "x", "claims": {"terms": "a", "headers": "", "threshold": 0.5, "calibration": [], "blind": [], "aware": []}}"#,
        #"{"format": "repanda ranker 2", "source": "x", "questions": {"terms": "a", "headers": "", "threshold": 0.5, "calibration": [], "blind": [], "aware": [{"hidden": 16, "weights": "AAAA"}], "aware": []}}"#,
        #"{"format": "repanda ranker 2", "source": "x", "claims": {"terms": "a", "headers": "", "threshold": 0.5, "calibration": [], "blind": [{"hidden": 1000000, "weights": ""}], "aware": []}}"#,
    ]) func aDamagedRankerIsRefused(_ text: String) throws {
        #expect(throws: (any Error).self) { try Ranker(json: JSONValue.parse(Array(text.utf8))) }
    }

    private static let powers: [(x: Float, value: Float)] = [(0, 1), (1, 2.7182817), (-1, 0.36787945), (10, 22026.465), (-30, 9.3576e-14), (-200, 0)]

    @Test func theExponentialIsNear() {
        for (x, value) in Self.powers {
            let miss = abs(exponential(x) - value)
            let allowed = Float(1e-6) * max(Float(1), value)
            #expect(miss <= allowed)
        }
    }

    @Test func chancesRiseWithShares() {
        var said: [(share: Double, isRight: Bool)] = []
        for at in 0..<400 { said.append((share: 0.5 + Double(at) / 800, isRight: at % 7 != 0 || at > 200)) }
        let line = Calibration.fitted(said, promise: 0.85, guess: 0.5, caution: 1)
        let chances = stride(from: 0.5, through: 1, by: 0.01).map(line.chance)
        #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(chances.allSatisfy { (0...1).contains($0) })
    }

    /// A floor, not the figure: `repanda eval --wtq` over a split says what it is.
    @Test func manyQuestionsAreAnsweredRightly() throws {
        let model = try #require(Ranker.shipped.questions)
        var (right, sure, sureAndRight) = (0, 0, 0)
        for question in Fixture.questions {
            let index = TableIndex(try Fixture.questionTable(question.table))
            let ranked = RankedQuestion(LinkedSentence(question.question, caption: "", index), QuestionTable(index), model)
            guard let best = ranked?.readings.first, case .items(let items) = best.outcome else { continue }
            let isRight = WikiTableQuestionsRule.accepts(items, answer: question.answer)
            right += isRight ? 1 : 0
            guard best.confidence >= model.calibration.threshold else { continue }
            sure += 1
            sureAndRight += isRight ? 1 : 0
        }
        let count = Double(Fixture.questions.count)
        #expect(Double(right) >= 0.42 * count, "\(right) of \(count)")
        #expect(Double(sure) >= 0.30 * count, "\(sure) of \(count)")
        #expect(Double(sureAndRight) >= 0.66 * Double(sure), "\(sureAndRight) of \(sure)")
    }

    /// One candidate alone has all of the probability and says little; four say what they say.
    @Test(arguments: [(0, 0.5), (1, 0.5), (2, 0.55), (4, 0.95), (400, 0.95)]) func fewCandidatesMakeUnsure(_ count: Int, _ share: Double) {
        #expect(abs(Calibration.discounted(0.95, of: count, guess: 0.5) - share) < 1e-9)
    }

    @Test func whatARankerLacksIsTakenFromAnother() throws {
        let claims = Ranker(source: "mine", claims: Ranker.shipped.claims, questions: nil)
        #expect(claims.completed(by: .shipped).questions != nil)
        #expect(claims.completed(by: .shipped).source == "mine")
    }

    /// The same sentences and seed give the same ranker; threads do not matter.
    @Test func learningTwiceGivesTheSame() throws {
        let lessons = try Fixture.claims.prefix(160).map { claim in
            let space = Fixture.space(claim, try Fixture.table(claim.table))
            let matrix = FeatureMatrix.claim(space, ClaimSearch.candidates(space))
            return Lesson(
                table: claim.table, matrix: matrix, answers: matrix.truths.map { $0 ? 1 : 0 }, isRight: matrix.truths.map { $0 == claim.label },
                terms: space.sentence.terms, headers: space.index.headerTerms)
        }
        let rankers = [1, 3].map { threads in
            var course = Course.claims
            course.network.epochs = 1
            course.network.batch = 32
            course.networks = 2
            var settings = RankerTrainer.Settings()
            settings.threads = threads
            return Ranker(source: "", claims: RankerTrainer(course, settings).train(lessons).model, questions: nil).json
        }
        #expect(rankers[0] == rankers[1])
    }
}
