import Kernels
import Tables
import Values

/// What a template can have filled in.
public enum Placeholder: String, CaseIterable, Sendable {
    /// What is asked of the model, for a claim or for a question.
    case task
    /// The operations of the language, a line a receiver.
    case operations
    /// `Caption: …` with a line break; nothing where the table has no caption.
    case caption
    /// A line a column: name, type, missing cells.
    case columns
    /// `'team': object, 'crowd': float64`
    case dtypes
    /// `all 12 rows`, `14 of 3000 rows`: how much of the table is shown.
    case extent
    /// The table as CSV, rows that the sentence mentions among those shown.
    case table
    /// The cells that the sentence mentions, as the table spells them, a line each below a heading; nothing where it mentions none.
    case mentions
    /// `claim` or `question`, and the same as a heading.
    case kind
    case heading
    case sentence
    /// Only in `[refusal]`: the query, and the errors with their places and suggestions.
    case query
    case errors

    /// What it stands for, for readers of a list.
    public var summary: String {
        switch self {
        case .task: "what is asked, in words of its own for claims and for questions"
        case .operations: "the operations of the language, a line a receiver, from the catalogue"
        case .caption: "\"Caption: …\" and a line break; nothing where there is no caption"
        case .columns: "a line a column: name, type, missing cells"
        case .dtypes: "the columns in one line: 'team': object, 'crowd': float64"
        case .extent: "how much of the table is shown: all 12 rows, 14 of 3000 rows"
        case .table: "the table as CSV, rows that the sentence mentions first of all"
        case .mentions: "the cells that the sentence mentions, as the table spells them, under a heading; nothing where there are none"
        case .kind: "claim or question"
        case .heading: "Claim or Question"
        case .sentence: "the claim or the question"
        case .query: "the refused query ([refusal] only)"
        case .errors: "why it was refused, with places and suggestions ([refusal] only)"
        }
    }
}

/// The texts for one sentence; each is made when it is asked for.
struct PlaceholderValues {
    private let sentence: Sentence
    private let refused: RefusedQuery?

    /// Characters of the table's rows.
    private static let room = 4_000
    /// More columns than these fill a prompt.
    private static let mostColumns = 200

    init(_ sentence: Sentence, refused: RefusedQuery?) {
        self.sentence = sentence
        self.refused = refused
    }

    subscript(_ placeholder: Placeholder) -> String {
        switch placeholder {
        case .task: task
        case .operations: LanguageRules.operations
        case .caption: sentence.caption.map { $0.isEmpty ? "" : "Caption: \($0)\n" } ?? ""
        case .columns: columns
        case .dtypes: RefusalText(refused: refused ?? RefusedQuery(code: "", diagnostics: []), frame: sentence.table.frame).columns
        case .extent: sample.extent
        case .table: delimited(sample.text)
        case .mentions: mentions
        case .kind: sentence.kind.rawValue
        case .heading: sentence.kind == .claim ? "Claim" : "Question"
        case .sentence: sentence.text
        case .query: refused?.code ?? ""
        case .errors: refused.map { RefusalText(refused: $0, frame: sentence.table.frame).errors } ?? ""
        }
    }

    private var mentions: String {
        let lines = sentence.mentionedCells
        return lines.isEmpty ? "" : "What the \(sentence.kind.rawValue) mentions, as the table has it:\n<table>\n\(delimited(lines.joined(separator: "\n")))\n</table>\n\n"
    }

    private var sample: TableSample { TableSample(sentence.table.frame, for: sentence.text, room: PlaceholderValues.room) }

    private var task: String {
        switch sentence.kind {
        case .claim: "Write one expression that is True where the table supports the claim and False where it does not."
        case .question: "Write one expression whose value is the answer to the question: a cell, a number, or a list of them."
        }
    }

    private var columns: String {
        let frame = sentence.table.frame
        let schema = sentence.table.schema.columns
        let shown = (0..<min(frame.columnCount, PlaceholderValues.mostColumns)).map { at in
            let name = (try? PythonText.repr(frame.columns[at]).string) ?? ""
            let missing = at < schema.count && schema[at].missing > 0 ? ", \(schema[at].missing) of \(frame.rowCount) missing" : ""
            return "\(name): \(frame.dtype(at).rawValue)\(missing)"
        }
        let left = frame.columnCount - shown.count
        return (shown + (left > 0 ? ["and \(left) more"] : [])).joined(separator: "\n")
    }

    /// A cell must not end the mark that delimits the table.
    private func delimited(_ table: String) -> String { table.split(separator: "</table", omittingEmptySubsequences: false).joined(separator: "< /table") }
}
