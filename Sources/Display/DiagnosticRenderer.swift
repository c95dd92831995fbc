import Diagnostics
import Values

/// Shows diagnostics to a reader at a terminal:
///
///     error[RP2001]: unknown column 'crowdd'
///      --> query:1:4
///       |
///     1 | df['crowdd'].max()
///       |    ^^^^^^^^
///       = help: did you mean 'crowd'?
///
/// Everything that may come from a table or a model is escaped by `visible`.
public struct DiagnosticRenderer: Sendable {
    private let name: String
    private let source: SourceLines?
    private let color: Bool
    /// Columns of source shown in one line.
    private static let room = 120
    /// Lines of a span shown before its middle is left out.
    private static let spanLines = 4

    /// `source` is the text that the spans speak of; `name` stands for it (`query`, a file's name). Whether colours are wanted
    /// (NO_COLOR, a terminal) is for the caller to know.
    public init(source: String? = nil, name: String = "query", color: Bool = false) {
        self.name = visible(name)
        self.source = source.map(SourceLines.init)
        self.color = color
    }

    /// The diagnostic in several lines, without the last newline.
    public func render(_ diagnostic: Diagnostic) -> String {
        var lines = [heading(diagnostic)]
        let gutter = gutterWidth(diagnostic)
        if let span = diagnostic.span, let source { lines += excerpt(span, source, gutter, diagnostic.severity) }
        lines += diagnostic.notes.map { remark("note", $0, gutter) }
        let offered = Set(diagnostic.suggestions.map(\.message))
        lines += diagnostic.helps.filter { !offered.contains($0) }.map { remark("help", $0, gutter) }
        for suggestion in diagnostic.suggestions { lines += offer(suggestion, gutter) }
        return lines.joined(separator: "\n")
    }

    /// `query:1:4: error[RP2001] unknown column 'crowdd'`.
    public func oneLine(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.span.flatMap { span in source?.place(span.start) }.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(name)\(place): \(title(diagnostic)) \(visible(diagnostic.message))"
    }

    private func heading(_ diagnostic: Diagnostic) -> String {
        paint(title(diagnostic), .severity(diagnostic.severity)) + paint(": " + visible(diagnostic.message), .strong)
    }

    private func title(_ diagnostic: Diagnostic) -> String { "\(diagnostic.severity.rawValue)[\(diagnostic.code.number)]" }

    private func gutterWidth(_ diagnostic: Diagnostic) -> Int {
        guard let span = diagnostic.span, let last = source?.touched(span).last else { return 1 }
        return String(last.number).length
    }

    private func excerpt(_ span: Span, _ source: SourceLines, _ gutter: Int, _ severity: Diagnostic.Severity) -> [String] {
        let place = source.place(span.start)
        let empty = blanks(gutter) + paint(" |", .gutter)
        var out = [blanks(gutter) + paint("--> ", .gutter) + "\(name):\(place.line):\(place.column)", empty]
        let touched = source.touched(span)
        let isLong = touched.count > DiagnosticRenderer.spanLines
        let shown = isLong ? touched.prefix(DiagnosticRenderer.spanLines - 1) + touched.suffix(1) : touched[...]
        for (at, line) in shown.enumerated() {
            if isLong, at == shown.count - 1 { out.append(paint("...", .gutter)) }
            let (text, marks) = line.underlined(span, room: DiagnosticRenderer.room)
            out.append(paint(String(line.number).rightJustified(gutter) + " | ", .gutter) + text)
            out.append(empty + " " + paint(marks, .severity(severity)))
        }
        return out
    }

    private func remark(_ kind: String, _ text: String, _ gutter: Int) -> String {
        blanks(gutter) + paint(" = ", .gutter) + paint(kind, .strong) + ": " + visible(text)
    }

    /// What to change, and the line as it would be.
    private func offer(_ suggestion: Diagnostic.Suggestion, _ gutter: Int) -> [String] {
        let first = remark("help", suggestion.message, gutter)
        guard let source, let line = source.touched(suggestion.span).first, suggestion.span.end <= line.end else { return [first] }
        let before = line.glyphs.filter { $0.offset < suggestion.span.start }.map(\.text).joined()
        let after = line.glyphs.filter { $0.offset >= suggestion.span.end }.map(\.text).joined()
        let changed = before + visible(suggestion.replacement) + after
        guard changed.length <= DiagnosticRenderer.room else { return [first] }
        return [first, blanks(gutter) + paint(" | ", .gutter), paint(String(line.number).rightJustified(gutter) + " | ", .gutter) + changed]
    }

    private enum Role {
        case severity(Diagnostic.Severity)
        case strong, gutter

        var sequence: String {
            switch self {
            case .severity(.error): "\u{1B}[1;31m"
            case .severity(.warning): "\u{1B}[1;33m"
            case .severity(.note): "\u{1B}[1;36m"
            case .strong: "\u{1B}[1m"
            case .gutter: "\u{1B}[34m"
            }
        }
    }

    private func paint(_ text: String, _ role: Role) -> String { color ? role.sequence + text + "\u{1B}[0m" : text }
}
