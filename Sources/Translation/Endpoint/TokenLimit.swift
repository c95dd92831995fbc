import HTTP
import Synchronization

/// What a server calls the most tokens that an answer may have.
enum TokenLimit: Int, AtomicRepresentable, Sendable {
    /// What all servers know, save for some newer models of OpenAI's.
    case plain
    /// What those want instead: their refusal of the plain name speaks of this one.
    /// Source: the message of OpenAI's error `unsupported_parameter`, status 400, for o-series and GPT-5 models.
    case completion

    var key: StaticString {
        switch self {
        case .plain: "max_tokens"
        case .completion: "max_completion_tokens"
        }
    }

    /// Whether a server that was sent this name refuses it for the other.
    func isRefused(by response: HTTPResponse) -> Bool {
        self == .plain && response.status == 400 && String(decoding: response.body, as: UTF8.self).contains("max_completion_tokens")
    }
}

/// The name that a server took last, learnt by the first request for all that follow.
final class LearntTokenLimit: Sendable {
    private let known = Atomic(TokenLimit.plain)

    var name: TokenLimit {
        get { known.load(ordering: .relaxed) }
        set { known.store(newValue, ordering: .relaxed) }
    }
}
