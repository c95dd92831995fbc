import Diagnostics
import HTTP
import Testing
import Translation

/// A translator behind a real server on loopback, which keeps to the form or misbehaves.
@Suite struct EndpointTests {
    static let request = TranslationRequest(
        model: "small", prompt: .messages([.init(.system, "s"), .init(.user, "say \"x\"\nü")]), sampling: .init(temperature: 0.25, seed: 7, maximumTokens: 99))

    static func translator(_ address: String, _ change: (inout EndpointTranslator.Settings) -> Void = { _ in }) -> EndpointTranslator {
        var settings = EndpointTranslator.Settings()
        settings.limits = HTTPLimits(connecting: 5, total: 5, bytes: 1 << 20)
        settings.retries = RetryPolicy(attempts: 3, firstWait: 0.01, longestWait: 0.05)
        change(&settings)
        return EndpointTranslator(Endpoint(address), settings)
    }

    /// Asks once and gives the answer or the error, with what the server saw.
    static func ask(
        _ script: [ScriptedServer.Act], path: String = "", request: TranslationRequest = request,
        _ change: @escaping @Sendable (inout EndpointTranslator.Settings) -> Void = { _ in }
    ) async throws -> (result: Result<TranslationAnswer, Diagnostic>, asked: [ScriptedServer.Asked]) {
        try await ScriptedServer.play(script) { address, server in
            do throws(Diagnostic) {
                return (.success(try translator(address + path, change).answer(request)), server.asked)
            } catch {
                return (.failure(error), server.asked)
            }
        }
    }

    static func failure(_ script: [ScriptedServer.Act], _ change: @escaping @Sendable (inout EndpointTranslator.Settings) -> Void = { _ in }) async throws -> Diagnostic? {
        guard case .failure(let error) = try await ask(script, change).result else { return nil }
        return error
    }

    // MARK: The form

    @Test func sendsAChatAndReadsItsAnswer() async throws {
        let (result, asked) = try await Self.ask([.says("len(df) == 1")]) { $0.key = "secret" }
        let answer = try result.get()
        #expect(answer.text == "len(df) == 1")
        #expect(answer.finish == "stop")
        #expect(answer.promptTokens == 100)
        #expect(answer.answerTokens == 7)
        #expect(answer.seconds > 0)
        #expect(asked.map(\.path) == ["/v1/chat/completions"])
        #expect(asked.first?.headers["authorization"] == "Bearer secret")
        #expect(asked.first?.headers["content-type"] == "application/json")
        #expect(
            asked.first?.body
                == #"{"model": "small", "messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "say \"x\"\nü"}], "temperature": 0.25, "seed": 7, "max_tokens": 99}"#)
    }

    @Test(arguments: ["", "/", "/v1", "/v1/", "/v1/chat/completions"]) func takesEveryWayToWriteTheAddress(_ path: String) async throws {
        let (result, asked) = try await Self.ask([.says("1")], path: path)
        #expect(try result.get().text == "1")
        #expect(asked.map(\.path) == ["/v1/chat/completions"])
        #expect(asked.first?.headers["authorization"] == nil)
    }

    @Test func sendsATextToCompletions() async throws {
        let chat = TranslationRequest.Prompt.chatML([.init(.system, "s"), .init(.user, "u")])
        let body = #"{"choices": [{"text": "df", "finish_reason": "length"}]}"#
        let (result, asked) = try await Self.ask([.answers(status: 200, body: body)], request: TranslationRequest(prompt: chat))
        #expect(try result.get() == TranslationAnswer(text: "df", finish: "length", seconds: result.get().seconds))
        #expect(asked.map(\.path) == ["/v1/completions"])
        #expect(
            asked.first?.body
                == #"{"prompt": "<|im_start|>system\ns<|im_end|>\n<|im_start|>user\nu<|im_end|>\n<|im_start|>assistant\n", "stop": ["<|im_end|>"], "temperature": 0.0, "seed": 0, "max_tokens": 512}"#)
    }

    @Test(arguments: [
        (GrammarField.off, ""), (.llamaCpp, #", "grammar": "root ::= \"x\"""#), (.vLLM, #", "structured_outputs": {"grammar": "root ::= \"x\""}"#),
        (.guidance, #", "structured_outputs": {"grammar": "root ::= \"x\""}"#),
    ]) func attachesAGrammarAsTheServerTakesIt(_ field: GrammarField, _ member: String) async throws {
        let request = TranslationRequest(prompt: .messages([.init(.user, "u")]), grammar: #"root ::= "x""#)
        let (_, asked) = try await Self.ask([.says("x")], request: request) { $0.grammarField = field }
        #expect(asked.first?.body.contains(#""max_tokens": 512\#(member)}"#) == true)
    }

    @Test(arguments: [("llamacpp", GrammarField.llamaCpp), ("vllm", .vLLM), ("library", .off)]) func asksAServerHowItTakesAGrammar(_ owner: String, _ field: GrammarField) async throws {
        let models = ScriptedServer.Act.answers(status: 200, body: #"{"object": "list", "data": [{"id": "m", "owned_by": "\#(owner)"}]}"#)
        let (found, asked) = try await ScriptedServer.play([models]) { (Self.translator($0).grammarField, $1.asked.map(\.path)) }
        #expect(found == field && asked == ["/v1/models"])
    }

    @Test func aServerThatDoesNotSayHasNoGrammar() async throws {
        for act in [ScriptedServer.Act.answers(status: 404, body: ""), .answers(status: 200, body: "{}"), .answers(status: 200, body: "hello")] {
            #expect(try await ScriptedServer.play([act]) { address, _ in Self.translator(address).grammarField } == .off)
        }
        #expect(Self.translator("http://127.0.0.1:1").grammarField == .off)
    }

    static func unsupported(_ parameter: String, _ message: String) -> ScriptedServer.Act {
        .answers(status: 400, body: #"{"error": {"message": "\#(message)", "type": "invalid_request_error", "param": "\#(parameter)", "code": "unsupported_parameter"}}"#)
    }

    /// What OpenAI's newer models say. It is learnt once.
    @Test func callsTheLimitOfTokensAsTheServerWants() async throws {
        let refusal = Self.unsupported("max_tokens", "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.")
        let bodies = try await ScriptedServer.play([refusal, .says("1"), .says("2")]) { address, server in
            let translator = Self.translator(address)
            let texts = [try translator.answer(Self.request).text, try translator.answer(Self.request).text]
            #expect(texts == ["1", "2"])
            return server.asked.map(\.body)
        }
        #expect(bodies.map { $0.contains(#""max_tokens": 99"#) } == [true, false, false])
        #expect(bodies.map { $0.contains(#""max_completion_tokens": 99"#) } == [false, true, true])
    }

    @Test func aModelWithATemperatureOfItsOwnIsToldOf() async throws {
        let error = try await Self.failure([Self.unsupported("temperature", "Unsupported value: 'temperature' does not support 0 with this model.")])
        #expect(error?.code == .translatorRefused)
        #expect(error?.helps == ["such models take only the temperature that they have: --temperature 1"])
    }

    // MARK: Misbehaviour

    @Test(arguments: [429, 500, 503]) func triesAgainWhereItMayPass(_ status: Int) async throws {
        let (result, asked) = try await Self.ask([.answers(status: status, body: "busy"), .says("1")])
        #expect(try result.get().text == "1")
        #expect(asked.count == 2)
    }

    @Test func triesAgainAfterABrokenConnection() async throws {
        let (result, asked) = try await Self.ask([.breaksOff, .says("1")])
        #expect(try result.get().text == "1")
        #expect(asked.count == 2)
    }

    @Test func waitsAsLongAsTheServerAsksButNotForEver() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let (result, _) = try await Self.ask([.answers(status: 429, headers: ["Retry-After": "3600"], body: ""), .says("1")]) { $0.retries.longestWait = 0.3 }
        #expect(try result.get().text == "1")
        #expect((.milliseconds(300)...(.seconds(600))).contains(clock.now - start))
    }

    @Test func saysWhatTheServerSaidWhenItKeepsFailing() async throws {
        let (result, asked) = try await Self.ask([.answers(status: 500, body: #"{"error": {"message": "out of \u001b[31mmemory"}}"#)])
        guard case .failure(let error) = result else { return #expect(Bool(false), "a failing server gave an answer") }
        #expect(error.code == .translatorOverloaded)
        #expect(error.notes == [#"the server says: 'out of \u{1b}[31mmemory'"#])
        #expect(asked.count == 3)
    }

    @Test(arguments: [(400, Code.translatorRefused), (401, .translatorDenied), (403, .translatorDenied), (404, .translatorDenied), (413, .translatorRefused)])
    func doesNotInsistWhereItIsRefused(_ status: Int, _ code: Code) async throws {
        let (result, asked) = try await Self.ask([.answers(status: status, body: #"{"error": "no"}"#)])
        #expect(throws: Diagnostic.self) { try result.get() }
        if case .failure(let error) = result { #expect(error.code == code) }
        #expect(asked.count == 1)
    }

    @Test func hidesTheKeyInWhatTheServerSays() async throws {
        let error = try await Self.failure([.answers(status: 401, body: #"{"error": {"message": "bad key sk-123"}}"#)]) { $0.key = "sk-123" }
        #expect(error?.notes == ["the server says: 'bad key (key)'"])
    }

    @Test func followsNoRedirect() async throws {
        let (result, asked) = try await Self.ask([.answers(status: 307, headers: ["Location": "http://elsewhere.invalid/v1"], body: "")]) { $0.key = "secret" }
        guard case .failure(let error) = result else { return #expect(Bool(false), "a redirect was followed") }
        #expect(error.code == .translatorRedirected)
        #expect(error.message.contains("http://elsewhere.invalid/v1"))
        #expect(asked.count == 1)
    }

    @Test(arguments: [
        ("", "has no body"), ("{\"choices\": [", "is not JSON"), ("<html>hello</html>", "is not JSON"), ("{}", "has no 'choices'"), (#"{"choices": []}"#, "has no 'choices'"),
        (#"{"choices": [{}]}"#, "neither"), (#"{"choices": [{"text": 3}]}"#, "an integer"), ("[1]", "has no 'choices'"),
    ]) func saysWhatIsWrongWithAnAnswer(_ body: String, _ words: String) async throws {
        let error = try await Self.failure([.answers(status: 200, headers: ["Content-Type": "text/html"], body: body)])
        #expect(error?.code == .malformedAnswer)
        #expect(error?.message.contains(words) == true)
        #expect(error?.notes.first == "its content type is 'text/html'")
    }

    @Test(arguments: ["", " \n", nil]) func anAnswerWithoutTextIsAnError(_ text: String?) async throws {
        let body = text.map { ScriptedServer.completion($0, finish: "length") } ?? #"{"choices": [{"message": {"content": null}, "finish_reason": "length"}]}"#
        let error = try await Self.failure([.answers(status: 200, body: body)])
        #expect(error?.code == .emptyAnswer)
        #expect(error?.helps == ["allow more with --max-tokens"])
    }

    @Test func givesUpOnASlowServer() async throws {
        let error = try await Self.failure([.waits(20)]) { $0.limits.total = 0.3 }
        #expect(error?.code == .translatorTimeout)
    }

    @Test func endsAnEndlessAnswer() async throws {
        #expect(try await Self.failure([.neverEnds])?.code == .answerLimit)
    }

    @Test func aBrokenConnectionEndsAfterSomeTries() async throws {
        let (result, asked) = try await Self.ask([.breaksOff])
        if case .failure(let error) = result { #expect(error.code == .translatorOverloaded) } else { Issue.record("a broken answer was taken") }
        #expect(asked.count == 3)
    }

    @Test func isEndedFromOutside() async throws {
        #expect(try await Self.failure([.waits(20)]) { $0.isCancelled = { true } }?.code == .cancelled)
    }

    @Test(arguments: ["http://127.0.0.1:1", "http://no-such-host.invalid", "localhost:8080", "file:///etc/passwd", "http://", "http://a b", ""])
    func saysThatNobodyIsThere(_ address: String) {
        #expect { try Self.translator(address).answer(Self.request) } throws: { ($0 as? Diagnostic)?.code == .translatorUnreachable }
    }

    @Test func aKeyWithALineBreakIsNoHeader() {
        #expect { try Self.translator("http://127.0.0.1:1") { $0.key = "a\r\nX-Evil: 1" }.answer(Self.request) } throws: { ($0 as? Diagnostic)?.code == .translatorUnreachable }
    }
}
