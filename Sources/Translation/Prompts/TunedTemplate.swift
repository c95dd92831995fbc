import Kernels
import Tables
import Values

/// `tuned-1`: the form that a small model was tuned on with pairs of a sentence and a query that real pandas had run.
///
/// A system text with four examples; then the caption, pandas' types, and the table as CSV up to the row that passes 2,400 characters. A model
/// tuned on one form knows no other: not a byte of it may change, and a new form is a new version.
public struct TunedTemplate: PromptTemplate {
    public let name = "tuned-1"
    public let remembersRounds = false

    /// Characters of the table, header included, after which no row begins but the first.
    private static let enough = 2_400

    public init() {}

    public func messages(for sentence: Sentence) -> [TranslationRequest.Message] {
        [.init(.system, TunedTemplate.system(sentence.kind)), .init(.user, TunedTemplate.user(sentence))]
    }

    /// The model was tuned on one turn and knows nothing of refusals: it gets the error, the columns, and the sentence again where it expects it.
    public func reply(to refused: RefusedQuery, for sentence: Sentence) -> String {
        let text = RefusalText(refused: refused, frame: sentence.table.frame)
        return "\(text.errors)\ndtypes: {\(text.columns)}\nWrite another expression.\n\n\(TunedTemplate.ending(sentence))"
    }

    private static func user(_ sentence: Sentence) -> String {
        let frame = sentence.table.frame
        let body = "dtypes: {\(types(frame))}\n\(table(frame))\n"
        return (sentence.kind == .claim ? caption(sentence.caption) : "") + body + ending(sentence)
    }

    private static func ending(_ sentence: Sentence) -> String {
        switch sentence.kind {
        case .claim: "Claim: \(sentence.text)"
        case .question: "Question: \(sentence.text)"
        }
    }

    private static func caption(_ caption: String?) -> String {
        guard let caption, !caption.isEmpty else { return "" }
        return "Caption: \(caption)\n"
    }

    private static func types(_ frame: Frame) -> String {
        (0..<frame.columnCount).map { at in
            let name = (try? PythonText.repr(frame.columns[at]).string) ?? ""
            return "\(name): \(frame.dtype(at).rawValue)"
        }.joined(separator: ", ")
    }

    private static func table(_ frame: Frame) -> String {
        let csv = CSVText(frame)
        var text = csv.header
        var length = text.unicodeScalars.count
        var row = 0
        while row < frame.rowCount, row == 0 || length <= enough {
            let line = csv.row(row)
            text += line
            length += line.unicodeScalars.count
            row += 1
        }
        return row < frame.rowCount ? text + "... (\(frame.rowCount - row) more rows)\n" : text
    }

    private static func system(_ kind: Sentence.Kind) -> String {
        switch kind {
        case .claim: claims
        case .question: questions
        }
    }
}
