import Diagnostics

/// Asks another translator only what the transcript has no answer to, and records what it says.
public struct RecordingTranslator: Translator {
    private let translator: any Translator
    private let transcript: Transcript
    /// Whoever comes with a request that is being asked waits for its answer.
    private let asking = KeyLocks()

    public init(_ translator: any Translator, to transcript: Transcript) {
        self.translator = translator
        self.transcript = transcript
    }

    public func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer {
        if let recorded = transcript.answer(to: request) { return recorded }
        return try asking.locked(request.key) { ask(request) }.get()
    }

    private func ask(_ request: TranslationRequest) -> Result<TranslationAnswer, Diagnostic> {
        if let recorded = transcript.answer(to: request) { return .success(recorded) }
        do throws(Diagnostic) {
            let answer = try translator.answer(request)
            try transcript.record(answer, to: request)
            return .success(answer)
        } catch {
            return .failure(error)
        }
    }
}

/// Answers from a transcript and from nowhere else.
public struct ReplayTranslator: Translator {
    private let path: String
    private let answers: [String: TranslationAnswer]

    /// - Throws: where the file cannot be read or holds a line that is no exchange.
    public init(_ path: String) throws(Diagnostic) {
        self.path = path
        answers = try Transcript.read(path)
    }

    public func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer {
        if let answer = answers[request.key] { return answer }
        throw Diagnostic(
            .missingExchange, "the transcript has no answer to this request", notes: ["in \(path)", "the request's key is \(request.key)"],
            helps: ["a replay needs the same table, template, model name and sampling settings as the recording"])
    }
}
