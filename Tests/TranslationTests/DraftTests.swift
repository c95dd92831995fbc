import Diagnostics
import RePanda
import Testing
import Translation

/// The correction loop: what a model writes is unwrapped, mended where that is certain, checked and run; a refusal goes back with what was wrong.
@Suite struct DraftTests {
    static func draft(_ answers: [String], _ sentence: Sentence? = nil, _ change: (inout Drafter.Settings) -> Void = { _ in }) throws -> (Draft, [TranslationRequest]) {
        let translator = ScriptedTranslator(answers)
        var settings = Drafter.Settings()
        change(&settings)
        let drafter = Drafter(translator, template: try BuiltInTemplate.repanda1.template(), settings)
        return (try drafter.draft(sentence ?? Tables4Tests.sentence()), translator.asked)
    }

    // MARK: At once

    static let wrapped = [
        "df['crowd'].max() == 31", "```python\ndf['crowd'].max() == 31\n```", "Here is the query:\n\n```\ndf['crowd'].max() == 31\n```\nIt compares the crowd.",
        "The answer is below.\ndf['crowd'].max() == 31", "`df['crowd'].max() == 31`", "<think>hm, the crowd</think>\ndf['crowd'].max() == 31",
        "Query: df['crowd'].max() == 31", "import pandas as pd\nresult = df['crowd'].max() == 31\nprint(result)\nresult", "df['crowd'].max() == 31<|im_end|>",
    ]

    @Test(arguments: wrapped) func takesWhatSurroundsCode(_ answer: String) throws {
        let (draft, asked) = try Self.draft([answer])
        #expect(draft.end == .accepted)
        #expect(draft.accepted?.finding == .verdict(.entailed))
        #expect(asked.count == 1)
    }

    /// Mended without asking: nothing else can have been meant.
    static let certain = [
        ("len(df[df['crowd'] > 30 && df['venue'] == 'san siro']) == 1", "len(df[(df['crowd'] > 30) & (df['venue'] == 'san siro')]) == 1"),
        ("df[‘crowd’].max() == 31", "df['crowd'].max() == 31"), ("df['home team'].iloc[0] == 'milan'", "df['Home Team'].iloc[0] == 'milan'"),
        ("len(df[df['Crowd'] > 30 & df['venue'] == 'san siro']) == 1", "len(df[(df['crowd'] > 30) & (df['venue'] == 'san siro')]) == 1"), ("df['home_team'].iloc[0] == ‘milan’", "df['Home Team'].iloc[0] == 'milan'"),
        ("(df['crowd'].max() == 31) == true", "(df['crowd'].max() == 31) == True"), ("df['crowd'].min() <> 31", "df['crowd'].min() != 31"),
    ]

    @Test(arguments: certain) func makesCertainEditsAndSaysSo(_ answer: String, _ query: String) throws {
        let (draft, asked) = try Self.draft([answer])
        #expect(draft.query == query)
        #expect(draft.accepted?.finding == .verdict(.entailed))
        #expect(draft.rounds.first?.edits.isEmpty == false)
        #expect(asked.count == 1)
    }

    // MARK: In rounds

    /// Twelve near misses: what each is told must hold the words that lead to the right query.
    static let nearMisses: [(answer: String, told: [String])] = [
        ("df['crowds'].max() == 31", ["error[RP2001]", "unknown column 'crowds'", "^^^^^^", "did you mean 'crowd'?"]),
        ("df['attendance'].max() == 31", ["unknown column 'attendance'", "'Home Team': object"]),
        ("df['crowd'].maximum() == 31", ["error[RP2003]", "maximum"]),
        ("df['crowd'] == 31", ["error[RP3003]", ".any()"]),
        ("df['crowd'].max( == 31", ["error[RP1"]),
        ("df['venue'].max() > 31", ["error[RP"]),
        ("len(df[df['crowd'] > 30 and 31 in df['crowd'].tolist()]) == 1", ["error[RP3003]", "ambiguous"]),
        ("df.to_csv('x.csv')", ["error[RP4", "to_csv"]),
        ("df[df['venue'] == 'anfield']['crowd'].iloc[0] == 31", ["error[RP5002]"]),
        ("crowd_max == 31", ["error[RP2002]", "crowd_max"]),
        ("df['date'].dt.year.max() == 2002", ["error[RP"]),
        ("df.__class__", ["error[RP2004]"]),
    ]

    @Test(arguments: nearMisses.indices) func goesBackWithWhatWasWrong(_ number: Int) throws {
        let (miss, told) = Self.nearMisses[number]
        let (draft, asked) = try Self.draft([miss, "df['crowd'].max() == 31"])
        #expect(draft.end == .accepted)
        #expect(draft.rounds.map { $0.refusal.isEmpty } == [false, true])
        #expect(asked.count == 2)
        let reply = try #require(asked.last?.messages.last)
        #expect(reply.role == .user)
        for words in told + ["Columns: 'Home Team': object, 'venue': object, 'crowd': float64, 'date': object", "the largest crowd is 31"] {
            #expect(reply.content.contains(words), "\(miss) is told:\n\(reply.content)")
        }
        #expect(asked.last?.messages.dropLast().last == .init(.assistant, miss))
    }

    @Test func theNumberOfNearMisses() { #expect(Self.nearMisses.count == 12) }

    @Test func aLikelyColumnIsNeverTakenWithoutAsking() throws {
        let (draft, _) = try Self.draft(["df['crowds'].max() == 31", "df['venues'].max() == 31"]) { $0.rounds = 1 }
        #expect(draft.end == .exhausted)
        #expect(draft.accepted == nil)
        #expect(draft.error?.code == .unknownColumn)
        #expect(draft.rounds.map(\.code) == ["df['crowds'].max() == 31", "df['venues'].max() == 31"])
    }

    @Test func roundsAreCapped() throws {
        let (draft, asked) = try Self.draft((0..<9).map { "df['x\($0)'].max() == 1" })
        #expect(draft.end == .exhausted)
        #expect(asked.count == 5)
        let (none, once) = try Self.draft(["df['x'].max() == 1"]) { $0.rounds = 0 }
        #expect(none.end == .exhausted && once.count == 1)
    }

    @Test func aRepeatedQueryEndsTheLoopInWhateverSpelling() throws {
        let (draft, asked) = try Self.draft(["df['x'].max() == 1", "```\ndf[\"x\"].max()==1\n```", "df['crowd'].max() == 31"])
        #expect(draft.end == .repeated)
        #expect(draft.accepted == nil)
        #expect(asked.count == 2)
    }

    @Test func aRepeatedQueryCanBeginANewConversation() throws {
        let (draft, asked) = try Self.draft(["df['x'].max() == 1", "df['x'].max() == 1", "df['crowd'].max() == 31"]) { $0.restarts = true }
        #expect(draft.end == .accepted)
        #expect(asked.map(\.messages.count) == [2, 4, 2])
        #expect(asked.map(\.sampling.temperature) == [0, 0, 0.7])
        #expect(Set(asked.map(\.sampling.seed)).count == 2)
        let (stuck, again) = try Self.draft((0..<9).map { _ in "df['x'].max() == 1" }) { $0.restarts = true }
        #expect(stuck.end == .repeated && again.count == 5)
    }

    /// One truth can be read in one way only; of several the model is asked which is meant.
    @Test func theOneCellOfASeriesIsRead() throws {
        let (draft, asked) = try Self.draft(["df[df['venue'] == 'san siro']['crowd'] == 31"])
        #expect(draft.query == "(df[df['venue'] == 'san siro']['crowd'] == 31).iloc[0]")
        #expect(draft.accepted?.finding == .verdict(.entailed) && asked.count == 1)
        let (several, twice) = try Self.draft(["df[df['venue'] == 'olimpico']['crowd'] == 22", "df['crowd'].max() == 31"])
        #expect(several.rounds.first?.edits == [] && twice.count == 2)
        let (none, again) = try Self.draft(["df[df['venue'] == 'anfield']['crowd'] == 22", "df['crowd'].max() == 31"])
        #expect(none.rounds.first?.edits == [] && again.count == 2)
        let (named, _) = try Self.draft(["rows = df[df['venue'] == 'san siro']\nresult = rows['crowd'] > 30"])
        #expect(named.query == "rows = df[df['venue'] == 'san siro']\nresult = (rows['crowd'] > 30).iloc[0]")
    }

    @Test func aTranslatorThatFallsSilentEndsTheLoop() throws {
        let timeout = Diagnostic(.translatorTimeout, "slow")
        let silent = ScriptedTranslator(results: [.success("df['x'].max() == 1"), .failure(timeout)])
        let drafter = Drafter(silent, template: TunedTemplate())
        let draft = try drafter.draft(Tables4Tests.sentence())
        #expect(draft.end == .unanswered)
        #expect(draft.error == timeout)
        #expect(draft.rounds.count == 1)
        let absent = ScriptedTranslator(results: [.success("df['x'].max() == 1"), .failure(Diagnostic(.translatorUnreachable, "gone"))])
        #expect { try Drafter(absent, template: TunedTemplate()).draft(Tables4Tests.sentence()) } throws: { ($0 as? Diagnostic)?.code == .translatorUnreachable }
    }

    @Test func allRefusedQueriesStayInAConversationButNotInATunedOne() throws {
        let misses = ["df['x'].max() == 1", "df['y'].max() == 1", "df['crowd'].max() == 31"]
        let (_, asked) = try Self.draft(misses)
        #expect(asked.map(\.messages.count) == [2, 4, 6])
        let translator = ScriptedTranslator(misses)
        _ = try Drafter(translator, template: TunedTemplate()).draft(Tables4Tests.sentence())
        #expect(translator.asked.map(\.messages.count) == [2, 4, 4])
        #expect(translator.asked.last?.messages.last?.content.hasSuffix("\n\nClaim: the largest crowd is 31") == true)
    }

    @Test func aQuestionIsAnsweredByItsValue() throws {
        let question = try Tables4Tests.sentence("who drew the most?", .question)
        let (draft, _) = try Self.draft(["df.groupby('venue')", "df.loc[df['crowd'].idxmax(), 'Home Team']"], question)
        #expect(draft.rounds.first?.refusal.first?.code == .unsupportedValue)
        #expect(draft.accepted?.answer.map { "\($0.value)" }?.contains("milan") == true)
    }

    @Test func anAnswerThatWasCutOffIsToldSo() async throws {
        let sentence = try Tables4Tests.sentence()
        let script = [ScriptedServer.Act.answers(status: 200, body: ScriptedServer.completion("df[df['crowd'][:7][:7][:7", finish: "length")), .says("df['crowd'].max() == 31")]
        let (draft, asked) = try await ScriptedServer.play(script) { address, server in
            (try Drafter(EndpointTests.translator(address), template: TunedTemplate()).draft(sentence), server.asked)
        }
        #expect(draft.end == .accepted)
        #expect(asked.last?.body.contains("the answer was cut off where its tokens ran out") == true)
    }

    @Test func checkingAloneRunsNothing() throws {
        let (draft, asked) = try Self.draft(["df[df['venue'] == 'anfield']['crowd'].iloc[0] == 31"]) { $0.runs = false }
        #expect(draft.end == .accepted && draft.accepted?.answer == nil)
        #expect(asked.count == 1)
    }

    // MARK: Doubts

    static let doubtful = "df[df['venue'] == 'san sirro'].shape[0] == 0"

    @Test func aDoubtfulQueryGoesBackOnceWhereThatIsWanted() throws {
        let (once, asked) = try Self.draft([Self.doubtful])
        #expect(once.end == .accepted && asked.count == 1)
        let (better, twice) = try Self.draft([Self.doubtful, "df['crowd'].max() == 31"]) { $0.thinksOver = true }
        #expect(better.query == "df['crowd'].max() == 31" && better.end == .accepted)
        #expect(better.rounds.map { $0.doubts.map(\.code) } == [[.literalNotInColumn, .unusedNumber, .unclaimedText, .unusedSuperlative, .unclaimedNegation], []])
        #expect(twice.last?.messages.last?.content.contains("no cell of the column is 'san sirro'") == true)
    }

    /// Written again, written wrong, or not answered: the doubtful query stands.
    @Test(arguments: [doubtful, "df['x'].max() == 1", "df[df['venue'] == 'anfield'].shape[0] == 0", nil]) func aDoubtfulQueryStands(_ second: String?) throws {
        let (draft, asked) = try Self.draft([Self.doubtful] + (second.map { [$0] } ?? [])) { $0.thinksOver = true }
        #expect(draft.end == .accepted && draft.accepted != nil && draft.error == nil)
        #expect(asked.count == 2)
        if second != "df[df['venue'] == 'anfield'].shape[0] == 0" { #expect(draft.query == Self.doubtful) }
    }

    // MARK: Repairs

    /// The nearest cell, the column that has the text, the cell that a count was taken of: what leaves fewer doubts is taken, and told.
    static let repaired = [
        ("df[df['venue'] == 'san sirro']['crowd'].max() == 31", "df[df['venue'] == 'san siro']['crowd'].max() == 31"),
        ("df[df['Home Team'] == 'san siro']['crowd'].max() == 31", "df[df['venue'] == 'san siro']['crowd'].max() == 31"),
        ("df[df['venue'] == 'siro']['crowd'].max() == 31", "df[df['venue'] == 'san siro']['crowd'].max() == 31"),
        ("len(df[df['venue'] == 'san siro']['crowd']) == 31", "df[df['venue'] == 'san siro']['crowd'].iloc[0] == 31"),
    ]

    @Test(arguments: repaired) func aDoubtfulQueryIsRepairedWhereThatIsWanted(_ answer: String, _ query: String) throws {
        let sentence = try Tables4Tests.sentence("the crowd at san siro is 31")
        let (plain, _) = try Self.draft([answer], sentence)
        #expect(plain.query == answer && plain.rounds.first?.edits == [])
        let (draft, asked) = try Self.draft([answer], sentence) { $0.repairs = true }
        #expect(draft.query == query && draft.accepted?.finding == .verdict(.entailed))
        #expect(draft.rounds.first?.edits.count == 1 && asked.count == 1)
        #expect(draft.accepted?.doubts.count ?? 0 < plain.accepted?.doubts.count ?? 0)
    }

    @Test func aQueryWithoutSuggestionsStaysAsItIs() throws {
        let (draft, _) = try Self.draft(["df['crowd'].max() == 30"]) { $0.repairs = true }
        #expect(draft.query == "df['crowd'].max() == 30" && draft.rounds.first?.edits == [])
    }

    /// Doubts beside the claim go back as those of the query alone do.
    @Test func aNumberThatIsNotUsedGoesBack() throws {
        let (draft, asked) = try Self.draft(["df['crowd'].max() == 30", "df['crowd'].max() == 31"]) { $0.thinksOver = true }
        #expect(draft.rounds.map { $0.doubts.map(\.code) } == [[.unusedNumber, .unclaimedNumber], []])
        #expect(asked.last?.messages.last?.content.contains("the claim names 31") == true)
    }

    // MARK: Through a server

    /// The twelve again, each through a real server that is asked twice.
    @Test(arguments: nearMisses.indices) func aServersNearMissIsMended(_ number: Int) async throws {
        let sentence = try Tables4Tests.sentence()
        let answers = ["Sure!\n```python\n\(Self.nearMisses[number].answer)\n```", "df['crowd'].max() == 31"]
        let (draft, asked) = try await ScriptedServer.play(answers.map { .says($0) }) { address, server in
            (try Drafter(EndpointTests.translator(address), template: try BuiltInTemplate.repanda1.template()).draft(sentence), server.asked)
        }
        #expect(draft.accepted?.finding == .verdict(.entailed))
        #expect(draft.rounds.map(\.answer.answerTokens) == [7, 7])
        #expect(asked.count == 2)
    }
}
