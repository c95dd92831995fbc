import Diagnostics
import Files
import Glibc
import JSON
import Synchronization

/// A file of exchanges, one JSON object a line, that grows while a translator is asked: what is in it is never asked again.
///
///     {"key": "90f2…", "request": {"model": null, "messages": […], "temperature": 0.0, "seed": 0, "max_tokens": 512},
///      "text": "len(df) == 1", "finish": "stop", "prompt_tokens": 612, "answer_tokens": 7, "seconds": 0.41}
///
/// A request that failed has its error under `"failure"` instead of an answer, as `--json` writes errors: a replay fails there as the run did, and
/// a run that goes on asks again.
///
/// Every line is written at once and whole, so that a process may end at any time and nothing that was paid for is lost.
public final class Transcript: Sendable {
    private let path: String
    private let descriptor: Int32
    private let answers: Mutex<[String: TranslationAnswer]>

    /// Opens the file to go on with it, or makes it.
    ///
    /// - Throws: `unreadableFile`; what is wrong with a line that is no exchange. A last line that a dying process left unfinished is dropped.
    public init(appendingTo path: String) throws(Diagnostic) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Transcript.unwritable(path) }
        do {
            try Transcript.dropUnfinishedLine(descriptor, path)
            answers = Mutex(try Transcript.read(path).compactMapValues { try? $0.get() })
        } catch {
            close(descriptor)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// The recorded answer to a request.
    public func answer(to request: TranslationRequest) -> TranslationAnswer? { answers.withLock { $0[request.key] } }

    /// - Throws: `unreadableFile` where the file takes no more.
    func record(_ outcome: Exchange.Outcome, of request: TranslationRequest) throws(Diagnostic) {
        let exchange = Exchange(request: request, outcome: outcome)
        let isWritten = answers.withLock { answers in
            if case .success(var answer) = outcome {
                answer.isRecorded = true
                answers[exchange.key] = answer
            }
            return Transcript.write(exchange.line, to: descriptor)
        }
        guard isWritten else { throw Transcript.unwritable(path) }
    }

    /// What came of the requests of a file, by their keys: of one asked more than once the first answer, or where it never had one the last failure.
    static func read(_ path: String) throws(Diagnostic) -> [String: Exchange.Outcome] {
        var outcomes: [String: Exchange.Outcome] = [:]
        var stream = try RecordStream(path: path)
        var number = 0
        while let item = try stream.next() {
            number += 1
            let (key, outcome) = try inFile(path) { () throws(Diagnostic) in try exchange(item, number) }
            if case .success? = outcomes[key] { continue }
            outcomes[key] = outcome
        }
        return outcomes
    }

    private static func exchange(_ item: StreamItem, _ number: Int) throws(Diagnostic) -> (key: String, outcome: Exchange.Outcome) {
        do {
            return try Exchange.read(item.object())
        } catch {
            var placed = error
            placed.notes.append("in exchange \(number)")
            throw placed
        }
    }

    private static func write(_ line: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < line.count {
            let written = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), line.count - start) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            start += written
        }
        return true
    }

    /// A process that was killed inside a write leaves a line without its end.
    private static func dropUnfinishedLine(_ descriptor: Int32, _ path: String) throws(Diagnostic) {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size > 0 else { return }
        var last: UInt8 = 0
        guard pread(descriptor, &last, 1, size - 1) == 1, last != UInt8(ascii: "\n") else { return }
        let bytes = try readFile(path, limit: 1 << 40)
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        guard ftruncate(descriptor, off_t(whole)) == 0 else { throw unwritable(path) }
    }

    private static func unwritable(_ path: String) -> Diagnostic {
        Diagnostic(.unreadableFile, "the transcript '\(path)' cannot be written: \(String(cString: strerror(errno)).lowercased())")
    }
}
