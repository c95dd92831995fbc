import Diagnostics
import JSON

/// One request with its answer: a line of a transcript.
struct Exchange {
    let request: TranslationRequest
    let answer: TranslationAnswer

    var key: String { request.key }

    var line: [UInt8] {
        let canonical = request.canonical
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("key")
        writer.string(TranslationRequest.key(of: canonical))
        writer.key("request")
        writer.raw(canonical)
        answer.write(to: &writer)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// - Throws: where a key is missing or of another type.
    static func read(_ object: JSONObject) throws(Diagnostic) -> (key: String, answer: TranslationAnswer) {
        var answer = try TranslationAnswer(object)
        answer.isRecorded = true
        return (try object.text("key").string, answer)
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
