import Diagnostics

/// Makes the words that a sentence is put to a translator with.
public protocol PromptTemplate: Sendable {
    /// How readers and reports know the template, with its version.
    var name: String { get }
    /// Whether all refused queries stay in the conversation, or the last one only.
    var remembersRounds: Bool { get }

    /// The conversation that asks for a query.
    func messages(for sentence: Sentence) -> [TranslationRequest.Message]

    /// What is said to a query that was refused.
    func reply(to refused: RefusedQuery, for sentence: Sentence) -> String
}

extension PromptTemplate {
    /// What is said to a query that runs, but may not mean what it should. Who stays with it is taken at their word.
    func reply(toDoubtful doubtful: RefusedQuery, for sentence: Sentence) -> String {
        let text = RefusalText(refused: doubtful, frame: sentence.table.frame)
        return """
            That query runs, but it is doubtful:

            \(text.warnings)

            Columns: \(text.columns)

            If it says what the \(sentence.kind.rawValue) says, write it again as it is. Else write a better one.

            \(sentence.kind == .claim ? "Claim" : "Question"): \(sentence.text)
            """
    }

    /// What is said to a query whose value is not what the claim or question is known to have. Only who builds data knows that.
    func reply(toValue value: String, expected: String, for sentence: Sentence) -> String {
        """
        That query gives \(value), but for this \(sentence.kind.rawValue) it must give \(expected). Look at what the \(sentence.kind.rawValue) says and at the rows again, and write a query \
        that follows the words of the \(sentence.kind.rawValue), not one that has the value written into it.

        \(sentence.kind == .claim ? "Claim" : "Question"): \(sentence.text)
        """
    }
}

/// A query that was checked or run in vain.
public struct RefusedQuery: Sendable {
    public let code: String
    /// All errors of the first phase that has any, with the warnings beside them.
    public let diagnostics: [Diagnostic]

    public init(code: String, diagnostics: [Diagnostic]) {
        self.code = code
        self.diagnostics = diagnostics
    }
}
