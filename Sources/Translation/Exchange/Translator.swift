import Diagnostics

/// Turns a prompt into text: a model behind a server, a program, or a recording.
public protocol Translator: Sendable {
    /// Asks once and waits for the answer; many threads may ask at the same time.
    ///
    /// - Throws: a diagnostic of the translator phase where there is no answer.
    func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer
}

/// What a translator said, and what it cost.
public struct TranslationAnswer: Hashable, Sendable {
    public let text: String
    /// Why the text ends: `stop`, or `length` where the limit of tokens cut it; nil where the translator does not say.
    public let finish: String?
    /// Tokens of the prompt and of the answer; nil where the translator does not say.
    public let promptTokens: Int?
    public let answerTokens: Int?
    /// How long the translator took, waits before another try included.
    public let seconds: Double
    /// Whether it was recorded in an earlier run or request, so that nobody was asked.
    public var isRecorded = false

    public init(text: String, finish: String? = nil, promptTokens: Int? = nil, answerTokens: Int? = nil, seconds: Double = 0) {
        self.text = text
        self.finish = finish
        self.promptTokens = promptTokens
        self.answerTokens = answerTokens
        self.seconds = seconds
    }
}

extension Code {
    private static let endingRuns: Set<Code> = [
        .translatorUnreachable, .translatorDenied, .translatorRedirected, .missingExchange, .missingLibrary, .translatorEnded, .cancelled,
    ]

    /// Whether the next request would fare no better, so that a long run should end rather than count failures.
    public var endsRun: Bool { Code.endingRuns.contains(self) }
}
