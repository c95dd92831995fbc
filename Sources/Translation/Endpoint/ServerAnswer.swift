import Diagnostics
import HTTP
import JSON

/// Reads what a server of OpenAI's form sends: `choices[0].message.content` of a chat, `choices[0].text` of a completion, and `usage`.
enum ServerAnswer {
    /// - Throws: by the status; `malformedAnswer` for another form; `emptyAnswer` where there is no text.
    static func read(_ response: HTTPResponse, _ faults: EndpointFaults, seconds: Double) throws(Diagnostic) -> TranslationAnswer {
        guard response.status == 200 else { throw faults.diagnostic(response) }
        guard !response.body.isEmpty else { throw faults.malformed("the translator's answer has no body", response) }
        let document: JSONValue
        do { document = try JSONValue.parse(response.body) } catch { throw faults.malformed("the translator's answer is not JSON: \(error.message)", response) }
        guard let choice = document.object?["choices"]?.array?.first?.object else {
            throw faults.malformed("the translator's answer has no 'choices'", response)
        }
        guard let text = choice["message"]?.object?["content"] ?? choice["text"] else {
            throw faults.malformed("the translator's answer has neither 'message' with 'content' nor 'text'", response)
        }
        let finish = choice["finish_reason"]?.string
        let usage = document.object?["usage"]?.object
        return TranslationAnswer(
            text: try words(text, finish, response, faults), finish: finish, promptTokens: usage?["prompt_tokens"]?.int,
            answerTokens: usage?["completion_tokens"]?.int, seconds: seconds)
    }

    private static func words(_ text: JSONValue, _ finish: String?, _ response: HTTPResponse, _ faults: EndpointFaults) throws(Diagnostic) -> String {
        guard text.isNull || text.string != nil else { throw faults.malformed("the translator's answer is \(text.kind.rawValue), not a string", response) }
        let words = text.string ?? ""
        guard !words.utf8.allSatisfy({ $0 <= 32 }) else {
            let isCut = finish == "length"
            throw Diagnostic(
                .emptyAnswer, "the translator answered with no text", notes: isCut ? ["the limit of tokens was met before any text came: the model may have thought first"] : [],
                helps: isCut ? ["allow more with --max-tokens"] : [])
        }
        return words
    }
}
