import Correcting
import Diagnostics
import RePanda
import Testing
import Translation

/// A translator mends queries for who builds data: after an error, and, where the label is known, after a wrong verdict.
@Suite struct CorrectorTests {
    static func attempt(_ query: String, _ complaint: Attempt.Complaint) throws -> Attempt {
        let sentence = try Tables4Tests.sentence()
        return Attempt(text: sentence.text, caption: "seria a", query: query, table: sentence.table, complaint: complaint)
    }

    @Test func aRefusedQueryGoesBackWithItsError() throws {
        let translator = ScriptedTranslator(["```\ndf['crowd'].max() == 31\n```"])
        let corrector = TranslatorCorrector(Drafter(translator, template: TunedTemplate()))
        let error = Diagnostic(.unknownColumn, "unknown column 'x'")
        let correction = try #require(corrector.correct(Self.attempt("df['x'].max() == 31", .refused([error]))))
        #expect(correction.query == "df['crowd'].max() == 31")
        #expect(correction.edits == ["translator: written anew after RP2001 unknown-column"])
        let messages = try #require(translator.asked.first?.messages)
        #expect(messages.map(\.role) == [.system, .user, .assistant, .user])
        #expect(messages[2].content == "df['x'].max() == 31" && messages[3].content.contains("unknown column 'x'"))
    }

    @Test func aWrongVerdictGoesBackWithTheRightOne() throws {
        let translator = ScriptedTranslator(["df['crowd'].max() == 31"])
        let corrector = TranslatorCorrector(Drafter(translator, template: try BuiltInTemplate.repanda1.template()))
        let correction = try #require(corrector.correct(Self.attempt("df['crowd'].max() == 30", .disagrees(value: "False", expected: "True"))))
        #expect(correction.edits == ["translator: written anew because it gave False, not True"])
        #expect(translator.asked.first?.messages.last?.content.contains("gives False, but for this claim it must give True") == true)
    }

    @Test func aTranslatorThatIsGoneIsAskedNoMore() throws {
        let gone = Diagnostic(.translatorUnreachable, "gone")
        let translator = ScriptedTranslator(results: [.failure(Diagnostic(.translatorTimeout, "slow")), .failure(gone), .success("1")])
        let corrector = TranslatorCorrector(Drafter(translator, template: TunedTemplate()))
        let attempt = try Self.attempt("df['x']", .refused([]))
        #expect(corrector.correct(attempt) == nil && corrector.failure == nil)
        #expect(corrector.correct(attempt) == nil && corrector.failure == gone)
        #expect(corrector.correct(attempt) == nil && translator.asked.count == 2)
    }

    @Test func certainEditsComeFirst() throws {
        let translator = ScriptedTranslator(["df['crowd'].max() == 31"])
        let all = Correctors([CertainEdits(), TranslatorCorrector(Drafter(translator, template: TunedTemplate()))])
        let certain = Diagnostic(
            .unknownColumn, "unknown column 'Crowd'", suggestions: [.init("did you mean 'crowd'?", span: Span(3, 10), replacement: "'crowd'", isCertain: true)])
        #expect(all.correct(try Self.attempt("df['Crowd'].max() == 31", .refused([certain])))?.query == "df['crowd'].max() == 31")
        #expect(translator.asked.isEmpty)
        #expect(all.correct(try Self.attempt("df['x'].max()", .refused([Diagnostic(.unknownColumn, "x")])))?.query == "df['crowd'].max() == 31")
    }
}
