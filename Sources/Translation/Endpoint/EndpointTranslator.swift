import Diagnostics
import Glibc
import HTTP
import JSON

/// A model behind a server of OpenAI's form: llama.cpp's, vLLM, Ollama, hosted services.
///
///     let translator = EndpointTranslator(Endpoint("http://127.0.0.1:8080"))
///     try translator.answer(TranslationRequest(prompt: .messages([.init(.user, "…")]))).text
public struct EndpointTranslator: Translator {
    public struct Settings: Sendable {
        /// Sent as a bearer token; in no error and no transcript.
        public var key: String?
        public var grammarField = GrammarField.off
        public var limits = HTTPLimits()
        public var retries = RetryPolicy()
        /// Asked now and then; true ends what is under way.
        public var isCancelled: @Sendable () -> Bool = { false }

        public init() {}
    }

    private let endpoint: Endpoint
    private let settings: Settings
    private let client: HTTPClient
    private let tokenLimit = LearntTokenLimit()

    public init(_ endpoint: Endpoint, _ settings: Settings = Settings()) {
        self.endpoint = endpoint
        self.settings = settings
        client = HTTPClient(limits: settings.limits)
    }

    public func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try response(to: request, tokenLimit.name)
        return try ServerAnswer.read(response, faults, seconds: (clock.now - start) / .seconds(1))
    }

    /// How the server takes a grammar, by whom it says its models are owned by: llama.cpp's server and vLLM say their names there.
    public var grammarField: GrammarField {
        var request = HTTPRequest(url: endpoint.models)
        if let key = settings.key { request.headers.append((name: "Authorization", value: "Bearer \(key)")) }
        guard let response = try? client.send(request, isCancelled: settings.isCancelled), response.status == 200, let document = try? JSONValue.parse(response.body),
            let owner = document.object?["data"]?.array?.first?.object?["owned_by"]?.string
        else { return .off }
        switch owner {
        case "llamacpp": return .llamaCpp
        case "vllm": return .vLLM
        default: return .off
        }
    }

    private var faults: EndpointFaults { EndpointFaults(base: endpoint.base, secret: settings.key, seconds: settings.limits.total) }

    private func response(to request: TranslationRequest, _ limit: TokenLimit) throws(Diagnostic) -> HTTPResponse {
        let response = try persist(httpRequest(request, limit))
        guard limit.isRefused(by: response) else { return response }
        tokenLimit.name = .completion
        return try persist(httpRequest(request, .completion))
    }

    private func httpRequest(_ request: TranslationRequest, _ limit: TokenLimit) -> HTTPRequest {
        var headers = [(name: "Content-Type", value: "application/json"), (name: "Accept", value: "application/json")]
        if let key = settings.key { headers.append((name: "Authorization", value: "Bearer \(key)")) }
        return HTTPRequest(url: endpoint.address(of: request.prompt), headers: headers, body: body(request, limit))
    }

    private func body(_ request: TranslationRequest, _ limit: TokenLimit) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        if let model = request.model {
            writer.key("model")
            writer.string(model)
        }
        request.write(request.prompt, to: &writer)
        writer.key("temperature")
        writer.double(request.sampling.temperature)
        writer.key("seed")
        writer.int(request.sampling.seed)
        writer.key(limit.key)
        writer.int(request.sampling.maximumTokens)
        if let grammar = request.grammar { write(grammar, to: &writer) }
        writer.endObject()
        return writer.bytes
    }

    private func write(_ grammar: String, to writer: inout JSONWriter) {
        switch settings.grammarField {
        case .off: break
        case .llamaCpp:
            writer.key("grammar")
            writer.string(grammar)
        case .vLLM, .guidance:
            writer.key("structured_outputs")
            writer.beginObject()
            writer.key("grammar")
            writer.string(grammar)
            writer.endObject()
        }
    }

    /// Sends a request until the server takes it or the tries are used up.
    private func persist(_ request: HTTPRequest) throws(Diagnostic) -> HTTPResponse {
        var attempt = 1
        while true {
            let wait: Double
            do throws(HTTPFailure) {
                let response = try client.send(request, isCancelled: settings.isCancelled)
                guard RetryPolicy.isWorthAnother(response.status), attempt < settings.retries.attempts else { return response }
                wait = settings.retries.wait(after: attempt, asked: response.header("Retry-After").flatMap(Double.init))
            } catch {
                guard RetryPolicy.isWorthAnother(error), attempt < settings.retries.attempts else { throw faults.diagnostic(error, attempts: attempt) }
                wait = settings.retries.wait(after: attempt, asked: nil)
            }
            try pause(wait)
            attempt += 1
        }
    }

    /// Waits in short steps, so that a wish to end is heard.
    private func pause(_ seconds: Double) throws(Diagnostic) {
        var left = seconds
        while left > 0 {
            guard !settings.isCancelled() else { throw faults.diagnostic(.cancelled, attempts: 1) }
            let step = min(left, 0.1)
            usleep(UInt32(step * 1e6))
            left -= step
        }
    }
}
