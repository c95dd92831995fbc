import Diagnostics

/// The edits that doubts suggest, each as a query of its own: tried, not certain.
public enum Repair {
    /// Codes whose edits are tried, by the worth that their edits were measured to have.
    private static let order: [Code] = [.literalNotInColumn, .countOfCells]

    /// The queries to try, the likeliest first.
    public static func all(_ doubts: [Diagnostic], of query: String) -> [Correction] {
        order.flatMap { code in
            doubts.filter { $0.code == code }.flatMap { doubt in doubt.suggestions.compactMap { edited(query, $0, code) } }
        }
    }

    private static func edited(_ query: String, _ edit: Diagnostic.Suggestion, _ code: Code) -> Correction? {
        var bytes = Array(query.utf8)
        guard 0 <= edit.span.start, edit.span.start <= edit.span.end, edit.span.end <= bytes.count else { return nil }
        let old = String(decoding: bytes[edit.span.start..<edit.span.end], as: UTF8.self)
        bytes.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.replacement.utf8))
        return Correction(query: String(decoding: bytes, as: UTF8.self), edits: ["\(code.number) \(code.name): \(old) -> \(edit.replacement)"])
    }
}
