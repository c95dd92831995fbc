import Diagnostics
import Display
import Kernels
import Tables
import Values

/// Why a query was refused, for whoever is to write another: the errors with their places and suggestions, and the columns that there are.
struct RefusalText {
    let refused: RefusedQuery
    let frame: Frame

    /// More errors and columns than these teach a model nothing.
    private static let mostErrors = 3
    private static let mostColumns = 60
    private static let mostCharacters = 2_000

    /// The errors, a caret below each place, with the suggestions.
    var errors: String { text(.error) }

    /// What runs but is doubtful, likewise.
    var warnings: String { text(.warning) }

    private func text(_ severity: Diagnostic.Severity) -> String {
        let renderer = DiagnosticRenderer(source: refused.code)
        let errors = refused.diagnostics.filter { $0.severity == severity }.prefix(RefusalText.mostErrors)
        return RefusalText.cut(errors.map { renderer.render($0) }.joined(separator: "\n"))
    }

    /// `'team': object, 'crowd': float64`
    var columns: String {
        let shown = (0..<min(frame.columnCount, RefusalText.mostColumns)).map { at in
            "\((try? PythonText.repr(frame.columns[at]).string) ?? ""): \(frame.dtype(at).rawValue)"
        }
        let left = frame.columnCount - shown.count
        return shown.joined(separator: ", ") + (left > 0 ? ", and \(left) more" : "")
    }

    private static func cut(_ text: String) -> String {
        text.unicodeScalars.count <= mostCharacters ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostCharacters))) + "…"
    }
}
