import Diagnostics
import JSON
import Tables
import Testing
import Translation

/// `tuned-1` against prompts that Python wrote (record.py).
@Suite struct TunedTemplateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sentence: Sentence
        let user: String
        var testDescription: String { name }

        init(_ object: JSONObject) throws {
            name = try object.text("case").string
            let dialect = try #require(Dialect(rawValue: object.text("dialect").string))
            let table = try read(bytes: Array(Case.text(object).utf8), dialect: dialect)
            let kind = try #require(Sentence.Kind(rawValue: object.text("kind").string))
            sentence = Sentence(kind, try object.text("sentence").string, caption: try object.optionalText("caption")?.string, table: table)
            user = try object.text("user").string
        }

        private static func text(_ object: JSONObject) throws -> String {
            if let text = try object.optionalText("text") { return text.string }
            let rows = try object.array("rows").map { row in
                let pair = try row.requireArray()
                return String(repeating: (try pair[0].requireText().string) + "\n", count: try #require(pair[1].int))
            }
            return try object.text("header").string + "\n" + rows.joined()
        }
    }

    static func cases() throws -> [Case] {
        try contents("Fixtures/tuned-1.jsonl").split(separator: "\n").map { try Case(JSONValue.parse(String($0)).requireObject()) }
    }

    @Test func isWhatPythonWrites() throws {
        let cases = try Self.cases()
        #expect(cases.count >= 20)
        for example in cases {
            let messages = TunedTemplate().messages(for: example.sentence)
            #expect(messages.map(\.role) == [.system, .user])
            #expect(messages.last?.content == example.user, "\(example.name)")
        }
    }

    /// The whole text that the model was tuned on, by its length and hash.
    @Test func systemTextsAreTheTunedOnes() throws {
        let table = try read(bytes: Array("a\n1\n".utf8), dialect: .csv)
        let texts = [Sentence.Kind.claim, .question].map { TunedTemplate().messages(for: Sentence($0, "x", table: table))[0].content }
        #expect(texts == [try contents("Fixtures/tuned-1-claims.txt"), try contents("Fixtures/tuned-1-questions.txt")])
    }
}
