import Diagnostics

/// Makes the edits that diagnostics carry and that are certain: an operator of another language, a curly quote, a column whose name differs by
/// case, blanks and punctuation only.
public struct CertainEdits: Corrector {
    public init() {}

    public func correct(_ attempt: Attempt) -> Correction? {
        guard case .refused(let diagnostics) = attempt.complaint else { return nil }
        let edits = CertainEdits.edits(diagnostics)
        guard !edits.isEmpty else { return nil }
        var bytes = Array(attempt.query.utf8)
        var words: [String] = []
        for (code, edit) in edits.reversed() {
            guard edit.span.start <= edit.span.end, edit.span.end <= bytes.count else { continue }
            let old = String(decoding: bytes[edit.span.start..<edit.span.end], as: UTF8.self)
            words.append("\(code.number) \(code.name): \(old) -> \(edit.replacement)")
            bytes.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.replacement.utf8))
        }
        return Correction(query: String(decoding: bytes, as: UTF8.self), edits: words.reversed())
    }

    /// The certain edits of errors from left to right; of two that overlap the first. Where one error has two, neither is certain.
    private static func edits(_ diagnostics: [Diagnostic]) -> [(code: Code, edit: Diagnostic.Suggestion)] {
        let certain = diagnostics.filter { $0.severity == .error }.compactMap { error in
            let edits = error.suggestions.filter(\.isCertain)
            return edits.count == 1 ? edits.first.map { (code: error.code, edit: $0) } : nil
        }
        var taken: [(code: Code, edit: Diagnostic.Suggestion)] = []
        for candidate in certain.sorted(by: { $0.edit.span.start < $1.edit.span.start }) {
            if let last = taken.last, candidate.edit.span.start < last.edit.span.end { continue }
            taken.append(candidate)
        }
        return taken
    }
}
