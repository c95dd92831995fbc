import Diagnostics
import Glibc
import JSON
import Synchronization
import Tables
import Values

/// A program that speaks JSON lines: each request is one line on its standard input, each answer one line on its standard output, in order.
///
///     {"model": null, "messages": [{"role": "system", "content": "…"}, …], "temperature": 0.0, "seed": 0, "max_tokens": 512}
///     {"text": "len(df) == 1", "finish": "stop", "prompt_tokens": 612, "answer_tokens": 7}
///
/// Only `text` must be in an answer; `{"error": "…"}` says why there is none. The program is started when it is first asked, as often as
/// requests come at the same time, and goes on to the next request; one that does not answer in time is ended.
public final class ProcessTranslator: Translator {
    private let command: String
    private let seconds: Double
    private let isCancelled: @Sendable () -> Bool
    private let idle = Mutex<[ChildProcess]>([])

    private static let mostBytes = 16 << 20

    /// - Parameter seconds: the most that one answer may take.
    public init(_ command: String, seconds: Double = 300, isCancelled: @escaping @Sendable () -> Bool = { false }) {
        self.command = command
        self.seconds = seconds
        self.isCancelled = isCancelled
    }

    public func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer {
        let clock = ContinuousClock()
        let start = clock.now
        let line: [UInt8]
        do throws(ChildProcess.Failure) {
            let child = try borrowed()
            line = try child.ask(request.whole, seconds: seconds, limit: ProcessTranslator.mostBytes, isCancelled: isCancelled)
            idle.withLock { $0.append(child) }
        } catch {
            throw diagnostic(error)
        }
        return try read(line, seconds: (clock.now - start) / .seconds(1))
    }

    private func borrowed() throws(ChildProcess.Failure) -> ChildProcess {
        if let child = idle.withLock({ $0.popLast() }) { return child }
        return try ChildProcess(command)
    }

    private func read(_ line: [UInt8], seconds: Double) throws(Diagnostic) -> TranslationAnswer {
        do throws(Diagnostic) {
            let object = try JSONValue.parse(line).requireObject()
            if let error = try object.optionalText("error") { throw Diagnostic(.translatorRefused, "the program gives no answer: \(quoted(error, limit: 300))") }
            let answer = try TranslationAnswer(object)
            guard !answer.text.utf8.allSatisfy({ $0 <= 32 }) else { throw Diagnostic(.emptyAnswer, "the program answered with no text") }
            return TranslationAnswer(
                text: answer.text, finish: answer.finish, promptTokens: answer.promptTokens, answerTokens: answer.answerTokens, seconds: seconds)
        } catch {
            guard error.code.phase != .translator else { throw error }
            throw Diagnostic(
                .malformedAnswer, "the program's answer cannot be read: \(error.message)", notes: ["it begins: \(quoted(Text(bytes: Array(String(decoding: line.prefix(300), as: UTF8.self).utf8)), limit: 200))"],
                helps: ["it must write one JSON object a line: {\"text\": \"…\"}"])
        }
    }

    private func diagnostic(_ failure: ChildProcess.Failure) -> Diagnostic {
        let shown = quoted(Text(command), limit: 200)
        switch failure {
        case .notStarted(let number): return Diagnostic(.translatorUnreachable, "the program \(shown) cannot be started: \(String(cString: strerror(number)).lowercased())")
        case .timeout: return Diagnostic(.translatorTimeout, "the program did not answer within \(Int(seconds.rounded(.up))) s", helps: ["allow more with --timeout"])
        case .ended(let status): return Diagnostic(.translatorEnded, "the program \(shown) ended before it answered\(ProcessTranslator.told(status))")
        case .tooLong: return Diagnostic(.answerLimit, "the program's answer does not end", helps: ["it must end every answer with a line break"])
        case .cancelled: return Diagnostic(.cancelled, "the request to the program was given up")
        }
    }

    private static func told(_ status: Int32?) -> String {
        guard let status else { return "" }
        return status < 0 ? ", by signal \(-status)" : ", with status \(status)"
    }
}
