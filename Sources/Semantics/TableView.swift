import Plan
import Values

/// What the checker sees of a table: labels and types, and the cells where they are at hand.
public struct TableView: Sendable {
    let type: FrameType
    /// The cells, which are looked at only for warnings and for what no cell can bear.
    private let frame: Frame?
    /// Whether a column holds a text at all, where the cells are not at hand.
    private let hasText: [Bool]

    /// A table in memory.
    ///
    /// - Parameter labels: the column labels as text, one a column.
    public init(_ frame: Frame, labels: [String]) {
        type = FrameType(frame, labels: labels)
        self.frame = frame
        hasText = []
    }

    /// One column of a table whose cells are elsewhere.
    public struct Column {
        let label: Text
        let element: StaticType.Element
        let hasText: Bool

        public init(label: Text, element: StaticType.Element, hasText: Bool) {
            self.label = label
            self.element = element
            self.hasText = hasText
        }
    }

    public init(_ columns: [Column]) {
        type = FrameType(columns: columns.map { FrameType.Column($0.label.string, $0.element, text: $0.label) })
        frame = nil
        hasText = columns.map(\.hasText)
    }

    /// How many rows there are; nil where that is not at hand.
    var rows: Int? { frame?.rowCount }

    /// The cells of a text column; nil where they are not at hand.
    func texts(_ at: Int) -> TextColumn? {
        guard let frame, case .text(let cells) = frame.column(at) else { return nil }
        return cells
    }

    /// Whether some cell of a column is missing; where the cells are not at hand, it may be.
    func hasGaps(_ at: Int) -> Bool { frame.map { $0.column(at).missing.contains(true) } ?? true }

    /// Whether some cell of a text column is there.
    func holdsText(_ at: Int) -> Bool {
        texts(at)?.cells.contains { !$0.isMissing } ?? (hasText.indices.contains(at) && hasText[at])
    }
}

extension FrameType {
    /// The columns of a table that has been read, whose labels are texts.
    fileprivate init(_ frame: Frame, labels: [String]) {
        guard labels.count == frame.columnCount else {
            self.init(columns: nil)
            return
        }
        let texts: TextColumn? = if case .column(.text(let cells)) = frame.columns.labels { cells } else { nil }
        self.init(columns: labels.indices.map { Column(labels[$0], StaticType.Element(table: frame, $0), text: texts?[$0]) })
    }
}

extension StaticType.Element {
    /// A stored column's cells; text is known apart from other objects.
    fileprivate init(table: Frame, _ at: Int) {
        switch table.column(at) {
        case .text: self = .text
        case let column: self = StaticType.Element(column.dtype)
        }
    }
}
