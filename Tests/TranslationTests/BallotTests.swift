import Diagnostics
import JSON
import RePanda
import Testing
import Translation

/// Several samples vote; refused and table-independent ones have no voice.
@Suite struct BallotTests {
    static let (yes, no, constant, refused) = ("df['crowd'].max() == 31", "df['crowd'].max() == 30", "1 == 1", "df['x'].max() == 1")

    static func poll(_ answers: [String], abstainBelow: Double? = nil, _ sentence: Sentence? = nil) throws -> (Ballot, [TranslationRequest]) {
        let translator = ScriptedTranslator(answers)
        var settings = Drafter.Settings()
        settings.rounds = 0
        settings.sampling.seed = 5
        let drafter = Drafter(translator, template: TunedTemplate(), settings)
        let ballot = try drafter.poll(sentence ?? Tables4Tests.sentence(), samples: answers.count, abstainBelow: abstainBelow)
        return (ballot, translator.asked)
    }

    static func query(_ ballot: Ballot) -> String? { try? ballot.chosen?.get().query }

    @Test func theMostVotesWin() throws {
        let (ballot, asked) = try Self.poll([Self.no, Self.yes, Self.refused, Self.constant, Self.yes + " "])
        #expect(ballot.counted == 3 && ballot.votes == 2)
        #expect(ballot.agreement == 2 / (2 + 0.15))
        #expect(Self.query(ballot) == Self.yes)
        #expect(!ballot.isUndecided)
        #expect(asked.map(\.sampling.seed) == [5, 6, 7, 8, 9])
    }

    /// Without a doubt both: that one is more than the other is as well said either way.
    static let alsoNo = "df['crowd'].max() < 31"

    @Test func ofEqualVotesTheFirstCounts() throws {
        #expect(Self.query(try Self.poll([Self.alsoNo, Self.yes]).0) == Self.alsoNo)
        #expect(Self.query(try Self.poll([Self.yes, Self.alsoNo, Self.alsoNo, Self.yes]).0) == Self.yes)
    }

    /// The query of `no` has a number that the claim does not name, and not the one that it names.
    @Test func doubtfulSamplesWeighLess() throws {
        let (ballot, _) = try Self.poll([Self.no, Self.no, Self.yes])
        #expect(ballot.counted == 3 && ballot.votes == 1)
        #expect(ballot.agreement == 1 / (1 + 2 * 0.15))
        #expect(Self.query(ballot) == Self.yes)
        #expect(try ballot.samples.map { try $0.get().accepted?.doubts.map(\.code) }.first == [.unusedNumber, .unclaimedNumber])
    }

    @Test func lowAgreementDecidesNothing() throws {
        #expect(try Self.poll([Self.yes, Self.alsoNo, Self.yes], abstainBelow: 0.7).0.isUndecided)
        #expect(try !Self.poll([Self.yes, Self.alsoNo, Self.yes], abstainBelow: 0.6).0.isUndecided)
        #expect(try !Self.poll([Self.yes, Self.no, Self.yes], abstainBelow: 0.7).0.isUndecided)
        #expect(try !Self.poll([Self.yes, Self.refused, Self.yes], abstainBelow: 1).0.isUndecided)
    }

    @Test func whereNobodyVotesAQueryStandsForTheRest() throws {
        let (constant, _) = try Self.poll([Self.refused, Self.constant])
        #expect(constant.counted == 0 && constant.agreement == nil)
        #expect(Self.query(constant) == Self.constant)
        #expect(try Self.poll([Self.refused, Self.constant], abstainBelow: 0.5).0.isUndecided)
        let (refused, _) = try Self.poll([Self.refused, Self.refused], abstainBelow: 0.5)
        #expect(!refused.isUndecided)
        #expect(try refused.chosen?.get().error?.code == .unknownColumn)
    }

    @Test func aSingleSampleSpeaksEvenWhereItReadsNoTable() throws {
        let (ballot, _) = try Self.poll([Self.constant])
        #expect(ballot.counted == 1 && ballot.agreement == 1)
    }

    /// A number and a list of it are one answer by the official rule; one that reads no table is not counted.
    @Test func questionsVoteByTheirAnswers() throws {
        let question = try Tables4Tests.sentence("how large was the largest crowd?", .question)
        let (ballot, _) = try Self.poll(["df['crowd'].min()", "df['crowd'].max()", "df['crowd'].nlargest(1).tolist()", "[31]", "df.groupby('venue')"], question)
        #expect(ballot.counted == 3 && ballot.votes == 2)
        #expect(Self.query(ballot) == "df['crowd'].max()")
    }

    @Test func aSilentSampleIsLeftOutButNotAllOfThem() throws {
        let timeout = Diagnostic(.translatorTimeout, "slow")
        let some = Drafter(ScriptedTranslator(results: [.failure(timeout), .success(Self.yes)]), template: TunedTemplate())
        #expect(try Self.query(some.poll(Tables4Tests.sentence(), samples: 2)) == Self.yes)
        let none = Drafter(ScriptedTranslator(results: [.failure(timeout), .failure(timeout)]), template: TunedTemplate())
        #expect { try none.poll(Tables4Tests.sentence(), samples: 2) } throws: { $0 as? Diagnostic == timeout }
    }

    @Test func samplesSideBySideAreTheSameBallot() throws {
        let sentence = try Tables4Tests.sentence()
        let drafter = Drafter(SeedTranslator(), template: TunedTemplate())
        let (one, many) = (try drafter.poll(sentence, samples: 9), try drafter.poll(sentence, samples: 9, concurrency: 4))
        #expect(one.samples.map { try? $0.get().query } == many.samples.map { try? $0.get().query })
        #expect(one.votes == 6 && many.votes == 6 && one.agreement == many.agreement)
    }

    @Test func isTheSameJSONWhateverHappened() throws {
        let (ballot, _) = try Self.poll([Self.yes, Self.refused])
        var writer = JSONWriter()
        ballot.write(to: &writer)
        let object = try JSONValue.parse(writer.bytes).requireObject()
        #expect(try object.int("samples") == 2 && object.double("agreement") == 1 && object.bool("undecided") == false)
        let drafts = try object.array("drafts").map { try $0.requireObject() }
        #expect(try drafts.map { try $0.text("end").string } == ["accepted", "exhausted"])
        #expect(try drafts.map { try $0.array("doubts").count } == [0, 0])
        let round = try drafts[1].array("rounds")[0].requireObject()
        #expect(try round.array("errors")[0].requireObject().text("code").string == "RP2001")
        #expect(try round.int("prompt_tokens") == 10 && round.double("seconds") == 0.5)
    }
}

/// Two of three seeds say yes.
private struct SeedTranslator: Translator {
    func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer {
        TranslationAnswer(text: request.sampling.seed % 3 == 0 ? "df['crowd'].max() == 30" : "df['crowd'].max() == 31")
    }
}
