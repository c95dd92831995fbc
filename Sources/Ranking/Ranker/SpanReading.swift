import Linking
import Searching

/// How a part of a sentence was read: as a column, or as cells of one.
public struct SpanReading: Hashable, Sendable {
    public enum Manner: String, Sendable {
        /// The cells are the words, or hold them.
        case cell, part
        /// The words are spelled otherwise.
        case spelling
        /// A day in another order.
        case date
        /// A place in an order.
        case ordinal
        /// Another word for it.
        case synonym
        /// A number that cells are compared with.
        case comparison
        /// Cells that say that there is nothing.
        case blank
        /// Nothing that the column holds.
        case absent
        /// The name of a column.
        case column
    }

    public let manner: Manner
    /// Where it stands in the sentence, in bytes.
    public let bytes: Range<Int>
    /// The sentence's own words.
    public let said: String
    /// The label of the column.
    public let column: String
    /// The column's place in the table, from 0.
    public let columnPosition: Int
    /// The cell that was meant, of the first row; nil for a column, a comparison, or what is not there.
    public let cell: String?
    /// Rows, ten at most.
    public let rows: [Int]

    private static let mostRows = 10

    init(_ manner: Manner, _ words: Range<Int>, column: Int, rows: RowSet?, _ space: SearchSpace) {
        let sentence = space.sentence
        let part = sentence.words[words]
        let bytes = (part.first?.bytes.lowerBound ?? 0)..<(part.last?.bytes.upperBound ?? 0)
        var listed: [Int] = []
        rows?.forEach { if listed.count < SpanReading.mostRows { listed.append($0) } }
        self.manner = manner
        self.bytes = bytes
        said = String(decoding: Array(sentence.text.utf8)[bytes], as: UTF8.self)
        self.column = space.index.headers[column].name
        columnPosition = column
        self.rows = listed
        cell = listed.first.map { space.index.text(row: $0, column: column) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether the cell is not just what was said.
    public var isInexact: Bool {
        switch manner {
        case .part, .spelling, .date, .synonym, .blank, .absent: true
        case .cell, .ordinal, .comparison, .column: false
        }
    }
}

extension Candidate {
    /// How the parts of the sentence that it uses were read, in their order.
    func spans(_ space: SearchSpace) -> [SpanReading] { space.spans(conditions, columns: [column].compactMap(\.self)) }
}

extension QuestionCandidate {
    /// How the parts of the sentence that it uses were read, in their order.
    func spans(_ space: SearchSpace) -> [SpanReading] { space.spans(conditions, columns: [measured, second, column].compactMap(\.self)) }
}

extension SearchSpace {
    fileprivate func spans(_ conditions: ConditionSet, columns: [Int]) -> [SpanReading] {
        var spans: [SpanReading] = []
        conditions.forEach { at in
            let link = self.conditions[at]
            guard !link.words.isEmpty, let manner = manner(link) else { return }
            spans.append(SpanReading(manner, link.words, column: link.column, rows: link.isComparison ? nil : link.rows, self))
        }
        for column in columns {
            guard let first = sentence.mentions[column].words.first, !spans.contains(where: { $0.manner == .column && $0.column == index.headers[column].name }) else { continue }
            spans.append(SpanReading(.column, first..<(first + 1), column: column, rows: nil, self))
        }
        return spans.sorted { ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound) }
    }

    fileprivate func manner(_ link: Link) -> SpanReading.Manner? {
        switch link.kind {
        case .equal, .contains: isCorrected(link) ? .spelling : link.kind == .equal ? .cell : .part
        case .date: .date
        case .ordinal: .ordinal
        case .synonym: .synonym
        case .comparison, .between: .comparison
        case .blank: .blank
        case .elsewhere, .absent: .absent
        case .detail: nil
        }
    }

    private func isCorrected(_ link: Link) -> Bool { link.words.contains { sentence.forms[$0] != sentence.words[$0].form } }
}
