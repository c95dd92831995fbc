import Diagnostics

/// Where a server takes requests of OpenAI's form: `http://127.0.0.1:8080`, with or without `/v1`, or the whole address of its chat completions.
public struct Endpoint: Sendable {
    /// The part before `/v1/…`, without a slash at the end.
    let base: String

    public init(_ address: String) {
        var base = address[...]
        for end in ["/", "/chat/completions", "/completions", "/v1", "/"] where base.hasSuffix(end) { base = base.dropLast(end.count) }
        self.base = String(base)
    }

    /// The list of models.
    var models: String { base + "/v1/models" }

    func address(of prompt: TranslationRequest.Prompt) -> String {
        switch prompt {
        case .messages: base + "/v1/chat/completions"
        case .text: base + "/v1/completions"
        }
    }
}

/// How a server takes the grammar that an answer must keep to.
public enum GrammarField: String, CaseIterable, Sendable {
    /// The server has none.
    case off
    /// llama.cpp's server: `"grammar"`, in GBNF.
    case llamaCpp = "llama.cpp"
    /// vLLM with its usual backend, xgrammar: `"structured_outputs": {"grammar": …}`, in GBNF too.
    case vLLM = "vllm"
    /// vLLM with the backend guidance, which is llguidance: the same member, in Lark's notation.
    case guidance = "vllm-guidance"
}
