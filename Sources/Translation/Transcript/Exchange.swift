import Diagnostics
import JSON

/// One request with what came of it: a line of a transcript.
struct Exchange {
    /// The answer, or why there was none.
    typealias Outcome = Result<TranslationAnswer, Diagnostic>

    let request: TranslationRequest
    let outcome: Outcome

    var key: String { request.key }

    var line: [UInt8] {
        let canonical = request.canonical
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("key")
        writer.string(TranslationRequest.key(of: canonical))
        writer.key("request")
        writer.raw(canonical)
        switch outcome {
        case .success(let answer): answer.write(to: &writer)
        case .failure(let failure):
            writer.key("failure")
            writeDiagnostic(failure, to: &writer)
        }
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// - Throws: where a key is missing or of another type.
    static func read(_ object: JSONObject) throws(Diagnostic) -> (key: String, outcome: Outcome) {
        (try object.text("key").string, try outcome(object))
    }

    private static func outcome(_ object: JSONObject) throws(Diagnostic) -> Outcome {
        if let failure = try object.optionalObject("failure") { return .failure(try Diagnostic(failure: failure)) }
        var answer = try TranslationAnswer(object)
        answer.isRecorded = true
        return .success(answer)
    }
}

extension Diagnostic {
    /// Reads of what `writeDiagnostic` wrote what a translator's failure has: no place in a query, and nothing to change there.
    fileprivate init(failure object: JSONObject) throws(Diagnostic) {
        let number = try object.text("code").string
        guard let code = Code(rawValue: number) else { throw Diagnostic(.malformedAnswer, "no error has the code '\(number)'") }
        self.init(code, try object.text("message").string, notes: try object.lines("notes"), helps: try object.lines("helps"))
    }
}

extension JSONObject {
    fileprivate func lines(_ key: String) throws(Diagnostic) -> [String] {
        var lines: [String] = []
        for line in try optionalArray(key) ?? [] { lines.append(try line.requireText().string) }
        return lines
    }
}

extension TranslationAnswer {
    /// The members of an object: `text`, `finish`, `prompt_tokens`, `answer_tokens`, `seconds`.
    func write(to writer: inout JSONWriter) {
        writer.key("text")
        writer.string(text)
        writer.key("finish")
        if let finish { writer.string(finish) } else { writer.null() }
        writer.key("prompt_tokens")
        if let promptTokens { writer.int(promptTokens) } else { writer.null() }
        writer.key("answer_tokens")
        if let answerTokens { writer.int(answerTokens) } else { writer.null() }
        writer.key("seconds")
        writer.double(seconds)
    }

    /// Reads what `write` wrote; only `text` must be there.
    init(_ object: JSONObject) throws(Diagnostic) {
        self.init(
            text: try object.text("text").string, finish: try object.optionalText("finish")?.string,
            promptTokens: try object.optionalInt("prompt_tokens"), answerTokens: try object.optionalInt("answer_tokens"),
            seconds: try object.optionalDouble("seconds") ?? 0)
    }
}
