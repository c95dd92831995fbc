import Linking
import Tables

/// The cells that a sentence mentions, as the table spells them: what a model copies into its query.
struct MentionedCells {
    /// `prince park: df['venue'] has 'princes park'`, a line each, the surest first.
    let lines: [String]

    /// More lines than these hide those that matter.
    private static let most = 8

    init(_ sentence: String, caption: String, in index: TableIndex) {
        let linked = LinkedSentence(sentence, caption: caption, index)
        var lines: [String] = []
        for link in linked.links where lines.count < MentionedCells.most {
            guard link.kind.isCell, let row = link.rows.lowest, let line = MentionedCells.line(link, row, linked), !lines.contains(line) else { continue }
            lines.append(line)
        }
        self.lines = lines
    }

    private static func line(_ link: Link, _ row: Int, _ sentence: LinkedSentence) -> String? {
        let cell = sentence.index.text(row: row, column: link.column)
        guard !cell.isEmpty, cell.utf8.count <= 200 else { return nil }
        let words = sentence.words[link.words].map(\.surface).joined(separator: " ")
        return "\(words): df['\(sentence.index.headers[link.column].name)'] has '\(cell)'"
    }
}

extension Link.Kind {
    /// Whether cells are what is said.
    fileprivate var isCell: Bool {
        switch self {
        case .equal, .contains, .date, .ordinal, .synonym: true
        case .comparison, .between, .blank, .elsewhere, .detail, .absent: false
        }
    }
}
