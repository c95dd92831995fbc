import JSON
import Tables

/// What a translator is asked, once: the same request is the same bytes, whoever is asked.
public struct TranslationRequest: Sendable {
    public enum Role: String, Sendable { case system, user, assistant }

    public struct Message: Hashable, Sendable {
        public let role: Role
        public let content: String

        public init(_ role: Role, _ content: String) {
            self.role = role
            self.content = content
        }
    }

    public enum Prompt: Hashable, Sendable {
        /// A conversation; the model's own template makes a text of it.
        case messages([Message])
        /// The text itself, with the marks that end the answer.
        case text(String, stops: [String])
    }

    /// How an answer is drawn.
    public struct Sampling: Hashable, Sendable {
        /// 0 takes the likeliest word each time.
        public var temperature: Double
        public var seed: Int
        /// Of the answer.
        public var maximumTokens: Int

        public init(temperature: Double = 0, seed: Int = 0, maximumTokens: Int = 512) {
            self.temperature = temperature
            self.seed = seed
            self.maximumTokens = maximumTokens
        }
    }

    /// The model's name at the translator; nil leaves the choice to it.
    public var model: String?
    public var prompt: Prompt
    public var sampling: Sampling
    /// What the answer must be a sentence of, in the translator's notation; nil where any text will do.
    public var grammar: String?

    public init(model: String? = nil, prompt: Prompt, sampling: Sampling = Sampling(), grammar: String? = nil) {
        self.model = model
        self.prompt = prompt
        self.sampling = sampling
        self.grammar = grammar
    }

    /// The request as one JSON object, the same bytes for the same request: what transcripts hold. A grammar, which is long, is there by its XXH64.
    public var canonical: [UInt8] { object(grammar: grammar.map { TranslationRequest.key(of: Array($0.utf8)) }) }

    /// The whole request, as child processes read it.
    public var whole: [UInt8] { object(grammar: grammar) }

    private func object(grammar: String?) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("model")
        if let model { writer.string(model) } else { writer.null() }
        write(prompt, to: &writer)
        writer.key("temperature")
        writer.double(sampling.temperature)
        writer.key("seed")
        writer.int(sampling.seed)
        writer.key("max_tokens")
        writer.int(sampling.maximumTokens)
        if let grammar {
            writer.key("grammar")
            writer.string(grammar)
        }
        writer.endObject()
        return writer.bytes
    }

    /// XXH64 of the canonical bytes, as 16 digits: what a transcript finds an answer by.
    public var key: String { TranslationRequest.key(of: canonical) }

    static func key(of canonical: [UInt8]) -> String {
        var hash = ContentHash()
        canonical.withUnsafeBytes { hash.add($0) }
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension TranslationRequest {
    /// The part of a request that says what is asked: `messages`, or `prompt` with `stop`.
    func write(_ prompt: Prompt, to writer: inout JSONWriter) {
        switch prompt {
        case .messages(let messages): write(messages, to: &writer)
        case .text(let text, let stops): write(text, stops, to: &writer)
        }
    }

    private func write(_ messages: [Message], to writer: inout JSONWriter) {
        writer.key("messages")
        writer.beginArray()
        for message in messages {
            writer.beginObject()
            writer.key("role")
            writer.string(message.role.rawValue)
            writer.key("content")
            writer.string(message.content)
            writer.endObject()
        }
        writer.endArray()
    }

    private func write(_ text: String, _ stops: [String], to writer: inout JSONWriter) {
        writer.key("prompt")
        writer.string(text)
        writer.key("stop")
        writer.beginArray()
        for stop in stops { writer.string(stop) }
        writer.endArray()
    }
}

extension TranslationRequest.Prompt {
    /// A conversation in ChatML, for servers that know no template of the model: `<|im_start|>role`, the words, `<|im_end|>`.
    public static func chatML(_ messages: [TranslationRequest.Message]) -> TranslationRequest.Prompt {
        let turns = messages.map { "<|im_start|>\($0.role.rawValue)\n\($0.content)<|im_end|>\n" }
        return .text(turns.joined() + "<|im_start|>assistant\n", stops: ["<|im_end|>"])
    }
}
