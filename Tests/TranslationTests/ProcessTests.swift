import Diagnostics
import Glibc
import Testing
import Translation

/// A translator that is a program.
@Suite struct ProcessTests {
    static func request(_ text: String = "u") -> TranslationRequest { TranslationRequest(prompt: .messages([.init(.user, text)]), sampling: .init(seed: 3)) }

    static func failure(_ command: String, seconds: Double = 10) -> Diagnostic? {
        do throws(Diagnostic) {
            _ = try ProcessTranslator(command, seconds: seconds).answer(request())
            return nil
        } catch {
            return error
        }
    }

    @Test func answersLineByLine() throws {
        let translator = ProcessTranslator(#"while read -r line; do n=$((n+1)); printf '{"text": "answer %s", "finish": "stop", "answer_tokens": 4}\n' $n; done"#, seconds: 10)
        #expect(try translator.answer(Self.request()).text == "answer 1")
        let second = try translator.answer(Self.request())
        #expect(second.text == "answer 2" && second.answerTokens == 4 && second.promptTokens == nil)
    }

    /// The line that the program reads is the request that transcripts hold.
    @Test func isAskedInOneLine() throws {
        let scratch = try Scratch()
        let translator = ProcessTranslator("while IFS= read -r line; do printf '%s\\n' \"$line\" >> '\(scratch.file("asked"))'; echo '{\"text\": \"1\"}'; done", seconds: 10)
        let request = Self.request("two\nlines \"and\" \\ more")
        _ = try translator.answer(request)
        #expect(try scratch.text("asked") == String(decoding: request.canonical, as: UTF8.self) + "\n")
    }

    @Test func aLongRequestAndALongAnswerPass() throws {
        let long = String(repeating: "word ", count: 30_000)
        let translator = ProcessTranslator("while read -r line; do printf '{\"text\": \"'; printf %s \"$line\" | tr -d '\"\\\\'; printf '\"}\\n'; done", seconds: 60)
        #expect(try translator.answer(Self.request(long)).text.contains(long))
    }

    @Test func saysWhatIsWrongWithAProgram() {
        #expect(Self.failure("exit 3")?.code == .translatorEnded)
        #expect(Self.failure("exit 3")?.message.hasSuffix("with status 3") == true)
        #expect(Self.failure("kill -9 $$")?.message.hasSuffix("by signal 9") == true)
        #expect(Self.failure("read line; echo no")?.code == .malformedAnswer)
        #expect(Self.failure("read line; echo '{\"txt\": 1}'")?.code == .malformedAnswer)
        #expect(Self.failure("read line; echo '{\"text\": \" \"}'")?.code == .emptyAnswer)
        #expect(Self.failure("read line; echo '{\"error\": \"no model\"}'")?.message == "the program gives no answer: 'no model'")
        #expect(Self.failure("read line; printf '{\"text\"'")?.code == .translatorEnded)
        #expect(Self.failure("/no/such/program")?.message.hasSuffix("with status 127") == true)
    }

    @Test func anEndlessLineIsEnded() { #expect(Self.failure("yes | tr -d '\\n'", seconds: 60)?.code == .answerLimit) }

    /// A program that is ended is ended with what it has started.
    @Test func aSlowProgramIsEnded() throws {
        let scratch = try Scratch()
        #expect(Self.failure("sleep 600 & echo $! > '\(scratch.file("pid"))'; wait", seconds: 0.4)?.code == .translatorTimeout)
        let child = try #require(pid_t(scratch.text("pid").dropLast()))
        var isGone = false
        for _ in 0..<100 where !isGone {
            isGone = kill(child, 0) != 0 || isZombie(child)
            usleep(20_000)
        }
        #expect(isGone)
    }

    @Test func goesOnAfterAProgramThatEnded() throws {
        let scratch = try Scratch()
        let marker = scratch.file("marker")
        let translator = ProcessTranslator("test -e '\(marker)' || { touch '\(marker)'; exit 1; }; while read -r line; do echo '{\"text\": \"1\"}'; done", seconds: 10)
        #expect(throws: Diagnostic.self) { try translator.answer(Self.request()) }
        #expect(try translator.answer(Self.request()).text == "1")
    }
}
