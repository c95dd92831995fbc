import Diagnostics
import Synchronization
import Tables
import Translation

/// Gives answers in a row, and remembers what it was asked.
final class ScriptedTranslator: Translator {
    private let state: Mutex<(left: [Result<String, Diagnostic>], asked: [TranslationRequest])>

    init(_ answers: [String]) { state = Mutex((answers.map { .success($0) }, [])) }
    init(results: [Result<String, Diagnostic>]) { state = Mutex((results, [])) }

    var asked: [TranslationRequest] { state.withLock { $0.asked } }

    func answer(_ request: TranslationRequest) throws(Diagnostic) -> TranslationAnswer {
        let next = state.withLock { state in
            state.asked.append(request)
            return state.left.isEmpty ? .failure(Diagnostic(.translatorOverloaded, "the script is over")) : state.left.removeFirst()
        }
        return TranslationAnswer(text: try next.get(), promptTokens: 10, answerTokens: 2, seconds: 0.5)
    }
}

enum Tables4Tests {
    static let crowds = "Home Team,venue,crowd,date\nmilan,san siro,31,2001-02-03\nroma,olimpico,22,2001-03-04\nmilan,olimpico,,2002-05-06\n"

    static func sentence(_ text: String = "the largest crowd is 31", _ kind: Sentence.Kind = .claim) throws -> Sentence {
        Sentence(kind, text, caption: "seria a", table: try read(bytes: Array(crowds.utf8), dialect: .csv))
    }
}

extension TranslationRequest {
    var messages: [Message] { if case .messages(let messages) = prompt { messages } else { [] } }
}
