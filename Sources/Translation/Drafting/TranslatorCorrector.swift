import Correcting
import Diagnostics
import RePanda
import Synchronization

/// A translator as a corrector: the query goes back to it with the error, or with the verdict or the answer that it should have had.
public final class TranslatorCorrector: Corrector {
    private let drafter: Drafter
    private let fatal = Mutex<Diagnostic?>(nil)

    public init(_ drafter: Drafter) { self.drafter = drafter }

    /// Why it is no use to ask on; nil while the translator is there.
    public var failure: Diagnostic? { fatal.withLock { $0 } }

    public func correct(_ attempt: Attempt) -> Correction? {
        guard failure == nil else { return nil }
        do throws(Diagnostic) {
            let (query, edits) = try drafter.answer(to: attempt)
            return Correction(query: query, edits: ["translator: written anew \(TranslatorCorrector.reason(attempt.complaint))"] + edits)
        } catch {
            if error.code.endsRun { fatal.withLock { $0 = $0 ?? error } }
            return nil
        }
    }

    private static func reason(_ complaint: Attempt.Complaint) -> String {
        switch complaint {
        case .refused(let diagnostics):
            let error = Refusal(diagnostics).first
            return "after \(error.code.number) \(error.code.name)"
        case .disagrees(let value, let expected): return "because it gave \(value), not \(expected)"
        }
    }
}
