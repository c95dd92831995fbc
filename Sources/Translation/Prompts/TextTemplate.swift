import Diagnostics
import Kernels
import Tables
import Values

/// A template written as text: parts that begin with `[system]`, `[user]` and `[refusal]` on a line of their own, with placeholders in double
/// braces. Only `[user]` must be there.
///
/// The refusal part is what a query that was refused is answered with. What a placeholder stands for is `Placeholder`.
public struct TextTemplate: PromptTemplate {
    public let name: String
    public let remembersRounds = true
    private let parts: [Part: [Piece]]

    enum Part: String, CaseIterable { case system, user, refusal }

    enum Piece {
        case words(String)
        case placeholder(Placeholder)
    }

    /// The longest template.
    public static let limit = 1 << 20

    /// - Throws: `invalidTemplate` where a part or a placeholder is unknown, a part is there twice, or there is no `[user]`.
    public init(_ text: String, name: String) throws(Diagnostic) {
        self.name = name
        var parts: [Part: [Piece]] = [:]
        for (part, body) in try TextTemplate.split(text) {
            guard parts[part] == nil else { throw Diagnostic(.invalidTemplate, "the template has '[\(part.rawValue)]' twice") }
            parts[part] = try TextTemplate.pieces(body)
        }
        guard parts[.user] != nil else {
            throw Diagnostic(.invalidTemplate, "the template has no part '[user]'", helps: ["'repanda translate --show-template' prints a template to begin with"])
        }
        if parts[.refusal] == nil { parts[.refusal] = try TextTemplate.pieces(BuiltInTemplate.standardRefusal) }
        self.parts = parts
    }

    public func messages(for sentence: Sentence) -> [TranslationRequest.Message] {
        let values = PlaceholderValues(sentence, refused: nil)
        let system = filled(.system, values).map { TranslationRequest.Message(.system, $0) }
        return [system, TranslationRequest.Message(.user, filled(.user, values) ?? "")].compactMap(\.self)
    }

    public func reply(to refused: RefusedQuery, for sentence: Sentence) -> String {
        filled(.refusal, PlaceholderValues(sentence, refused: refused)) ?? ""
    }

    /// What stands for a placeholder is data: it is not looked through for further ones.
    private func filled(_ part: Part, _ values: PlaceholderValues) -> String? {
        parts[part].map { pieces in
            pieces.map { piece in
                switch piece {
                case .words(let words): words
                case .placeholder(let placeholder): values[placeholder]
                }
            }.joined()
        }
    }

    // MARK: Reading

    private static func split(_ text: String) throws(Diagnostic) -> [(Part, String)] {
        var parts: [(Part, [Substring])] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("["), line.hasSuffix("]") {
                guard let part = Part(rawValue: String(line.dropFirst().dropLast())) else {
                    throw Diagnostic(
                        .invalidTemplate, "the template has an unknown part \(quoted(Text(line), limit: 60))", helps: ["parts: \(Part.allCases.map { "[\($0.rawValue)]" }.joined(separator: ", "))"])
                }
                parts.append((part, []))
            } else if !parts.isEmpty {
                parts[parts.count - 1].1.append(line)
            } else if !line.allSatisfy(\.isWhitespace) {
                throw Diagnostic(.invalidTemplate, "the template begins with words that are in no part", helps: ["begin with a line '[user]' or '[system]'"])
            }
        }
        return parts.map { ($0.0, trimmed($0.1)) }
    }

    /// Without the empty lines at the end that separate parts.
    private static func trimmed(_ lines: [Substring]) -> String {
        var lines = lines
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private static func pieces(_ body: String) throws(Diagnostic) -> [Piece] {
        var pieces: [Piece] = []
        var rest = body[...]
        while let opener = rest.firstRange(of: "{{") {
            guard let closer = rest[opener.upperBound...].firstRange(of: "}}") else { break }
            pieces.append(.words(String(rest[..<opener.lowerBound])))
            pieces.append(.placeholder(try placeholder(rest[opener.upperBound..<closer.lowerBound])))
            rest = rest[closer.upperBound...]
        }
        return pieces + [.words(String(rest))]
    }

    private static func placeholder(_ name: Substring) throws(Diagnostic) -> Placeholder {
        let bare = name.filter { !$0.isWhitespace }
        if let placeholder = Placeholder(rawValue: String(bare)) { return placeholder }
        throw Diagnostic(
            .invalidTemplate, "the template has an unknown placeholder \(quoted(Text(name), limit: 60))",
            helps: ["placeholders: \(Placeholder.allCases.map(\.rawValue).joined(separator: ", "))"])
    }
}
