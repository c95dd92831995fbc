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
        let outcome = translator.outcome(of: request)
        do throws(Diagnostic) {
            if outcome.isOfTheRequest { try transcript.record(outcome, of: request) }
            return outcome
        } catch {
            return .failure(error)
        }
    }
}

extension Translator {
    fileprivate func outcome(of request: TranslationRequest) -> Exchange.Outcome {
        do throws(Diagnostic) { return .success(try answer(request)) } catch { return .failure(error) }
    }
}

extension Exchange.Outcome {
    /// Not of a translator that is not there, which says nothing about the request.
    fileprivate var isOfTheRequest: Bool {
        switch self {
        case .success: true
        case .failure(let failure): !failure.code.endsRun
        }
    }
}

/// Answers from a transcript and from nowhere else; fails where the recorded run failed, and ends the run where nothing is recorded.
public struct ReplayTranslator: Translator {
    private let path: String
    private let outcomes: [String: Exchange.Outcome]

    /// - Throws: where the file cannot be read or holds a line that is no exchange.
    public init(_ path: String) throws(Diagnostic) {
        self.path = path
        outcomes = try Transcript.read(path)
    }

    public func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer {
        if let outcome = outcomes[request.key] { return try outcome.get() }
        throw Diagnostic(
            .missingExchange, "the transcript has no answer to this request", notes: ["in \(path)", "the request's key is \(request.key)"],
            helps: [
                "a replay needs the same table, template, model name and sampling settings as the recording",
                "a recording that was interrupted is finished by its own command: the model's address with '--transcript \(path)'",
            ])
    }
}
