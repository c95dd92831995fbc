import Diagnostics
import Glibc
import Synchronization
import Testing
import Translation

/// A translator without a model: answers with a count, and counts.
final class CountingTranslator: Translator {
    private let count = Mutex(0)
    private let seconds: Double

    init(seconds: Double = 0) { self.seconds = seconds }

    var asked: Int { count.withLock { $0 } }

    func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer {
        let number = count.withLock { count in
            count += 1
            return count
        }
        usleep(UInt32(seconds * 1e6))
        return TranslationAnswer(text: "answer \(number) \"ü\"\u{0}\n", finish: "stop", promptTokens: 3, answerTokens: nil, seconds: 0.1)
    }
}

@Suite struct TranscriptTests {
    static func request(_ text: String, seed: Int = 0) -> TranslationRequest {
        TranslationRequest(prompt: .messages([.init(.user, text)]), sampling: .init(seed: seed))
    }

    @Test func asksNothingTwice() throws {
        let scratch = try Scratch()
        let model = CountingTranslator()
        let first = try RecordingTranslator(model, to: Transcript(appendingTo: scratch.file("t.jsonl")))
        let (a, b) = (try first.answer(Self.request("a")), try first.answer(Self.request("b")))
        var again = try first.answer(Self.request("a"))
        #expect(again.isRecorded && !a.isRecorded)
        again.isRecorded = false
        #expect(again == a)
        let second = try RecordingTranslator(model, to: Transcript(appendingTo: scratch.file("t.jsonl")))
        #expect(try second.answer(Self.request("b")).text == b.text)
        _ = try second.answer(Self.request("b", seed: 1))
        #expect(model.asked == 3)
        #expect(try scratch.text("t.jsonl").split(separator: "\n").count == 3)
    }

    /// Requests that come at the same time too.
    @Test func asksOnceWhatManyWant() async throws {
        let scratch = try Scratch()
        let model = CountingTranslator(seconds: 0.05)
        let translator = try RecordingTranslator(model, to: Transcript(appendingTo: scratch.file("t.jsonl")))
        await withTaskGroup(of: String?.self) { group in
            for number in 0..<12 { group.addTask { try? translator.answer(Self.request("\(number % 3)")).text } }
            var texts: Set<String?> = []
            for await text in group { texts.insert(text) }
            #expect(texts.count == 3 && !texts.contains(nil))
        }
        #expect(model.asked == 3)
    }

    @Test func replaysWhatWasRecorded() throws {
        let scratch = try Scratch()
        let recorded = try RecordingTranslator(CountingTranslator(), to: Transcript(appendingTo: scratch.file("t.jsonl"))).answer(Self.request("a"))
        let replay = try ReplayTranslator(scratch.file("t.jsonl"))
        var replayed = try replay.answer(Self.request("a"))
        replayed.isRecorded = false
        #expect(replayed == recorded)
        #expect { try replay.answer(Self.request("b")) } throws: { ($0 as? Diagnostic)?.code == .missingExchange }
    }

    /// A replay fails where the run failed, in the same words; a run that goes on asks again, and its answer is what counts from then on.
    @Test func aFailureIsRecordedAndAskedAgain() throws {
        let scratch = try Scratch()
        let busy = Diagnostic(.translatorOverloaded, "busy \"ü\"", notes: ["503", "thrice"], helps: ["wait"])
        let model = ScriptedTranslator(results: [.failure(busy), .failure(Diagnostic(.translatorTimeout, "late")), .success("1")])
        let path = scratch.file("t.jsonl")
        for expected in [busy.code, .translatorTimeout] {
            let recording = try RecordingTranslator(model, to: Transcript(appendingTo: path))
            #expect(throws: Diagnostic.self) { try recording.answer(Self.request("a")) }
            #expect { try ReplayTranslator(path).answer(Self.request("a")) } throws: { ($0 as? Diagnostic)?.code == expected }
        }
        #expect(try RecordingTranslator(model, to: Transcript(appendingTo: path)).answer(Self.request("a")).text == "1")
        #expect(try ReplayTranslator(path).answer(Self.request("a")).text == "1")
        try scratch.write(scratch.text("t.jsonl").split(separator: "\n").prefix(1).joined() + "\n", to: "u.jsonl")
        #expect { try ReplayTranslator(scratch.file("u.jsonl")).answer(Self.request("a")) } throws: { ($0 as? Diagnostic) == busy }
    }

    /// That a server is not there says nothing about a request.
    @Test func whatEndsARunIsNotRecorded() throws {
        let scratch = try Scratch()
        let gone = ScriptedTranslator(results: [.failure(Diagnostic(.translatorUnreachable, "gone"))])
        let recording = try RecordingTranslator(gone, to: Transcript(appendingTo: scratch.file("t.jsonl")))
        #expect(throws: Diagnostic.self) { try recording.answer(Self.request("a")) }
        #expect(try scratch.text("t.jsonl").isEmpty)
    }

    @Test(arguments: [#"{"code": "RP0099", "message": "x"}"#, #"{"code": "RP0002"}"#, #"{"message": "x"}"#, #"{"code": "RP0002", "message": "x", "notes": [1]}"#, "[]"]) func aFailureOfAnotherFormIsRefused(_ failure: String) throws {
        let scratch = try Scratch()
        try scratch.write(#"{"key": "0", "failure": \#(failure)}"# + "\n", to: "t.jsonl")
        #expect(throws: Diagnostic.self) { try ReplayTranslator(scratch.file("t.jsonl")) }
    }

    /// The form and the key are an interface: a transcript of a paper must be readable by later versions. The key is XXH64 as python-xxhash 3.5.0
    /// computes it over the request's bytes.
    @Test func aLineIsTheSameBytesEverywhere() throws {
        let scratch = try Scratch()
        _ = try RecordingTranslator(CountingTranslator(), to: Transcript(appendingTo: scratch.file("t.jsonl"))).answer(Self.request("a"))
        #expect(
            try scratch.text("t.jsonl")
                == #"{"key": "78a96c1a3ec00b31", "request": {"model": null, "messages": [{"role": "user", "content": "a"}], "temperature": 0.0, "seed": 0, "max_tokens": 512}, "text": "answer 1 \"ü\"\u0000\n", "finish": "stop", "prompt_tokens": 3, "answer_tokens": null, "seconds": 0.1}"#
                + "\n")
    }

    /// A grammar is long and the same for every sentence about a table.
    @Test func aGrammarIsRecordedByItsHashAndSentWhole() {
        var request = Self.request("a")
        let (plain, grammar) = (request.key, String(repeating: "root ::= \"x\"\n", count: 1_000))
        request.grammar = grammar
        let (one, canonical) = (request.key, request.canonical)
        request.grammar = grammar + " "
        #expect(Set([plain, one, request.key]).count == 3)
        #expect(canonical.count < 200 && request.whole.count > grammar.utf8.count)
    }

    @Test func aLineThatWasCutOffIsDroppedAndAskedAgain() throws {
        let scratch = try Scratch()
        let model = CountingTranslator()
        let first = try RecordingTranslator(model, to: Transcript(appendingTo: scratch.file("t.jsonl")))
        _ = try first.answer(Self.request("a"))
        let whole = try scratch.text("t.jsonl")
        try scratch.write(whole + whole.dropLast(20), to: "t.jsonl")
        let second = try RecordingTranslator(model, to: Transcript(appendingTo: scratch.file("t.jsonl")))
        #expect(try second.answer(Self.request("a")).isRecorded)
        #expect(try scratch.text("t.jsonl") == whole)
    }

    @Test func aFileOfSomethingElseIsRefusedAndLeftAlone() throws {
        let scratch = try Scratch()
        try scratch.write("{\"table\": \"x\"}\n", to: "t.jsonl")
        #expect { try Transcript(appendingTo: scratch.file("t.jsonl")) } throws: { ($0 as? Diagnostic)?.code == .missingKey }
        #expect(try scratch.text("t.jsonl") == "{\"table\": \"x\"}\n")
    }

    @Test func holdsNoKey() async throws {
        let scratch = try Scratch()
        let path = scratch.file("t.jsonl")
        try await ScriptedServer.play([.says("1")]) { address, _ in
            _ = try RecordingTranslator(EndpointTests.translator(address) { $0.key = "sk-secret" }, to: Transcript(appendingTo: path)).answer(Self.request("a"))
        }
        #expect(try !scratch.text("t.jsonl").contains("sk-secret"))
    }
}
