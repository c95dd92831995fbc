/// What some words of a sentence say of the rows: a column, and the rows whose cell is or holds what they say.
public struct Link: Sendable {
    public enum Kind: Hashable, Sendable {
        /// The cells are the words.
        case equal
        /// The cells hold the words among others.
        case contains
        /// The cells are the day that the words name in another order.
        case date
        /// The cells are the place that an ordinal names.
        case ordinal
        /// The cells say it in another way (`american`, `united states`).
        case synonym
        /// The cells compare with a number that the sentence names.
        case comparison(Comparison)
        /// The cells lie between two numbers that the sentence names, both included.
        case between(Between)
        /// The cells say that there is nothing: missing, or a dash.
        case blank
        /// Cells of another column hold the words; the sentence names this one beside them.
        case elsewhere(column: Int, row: Int)
        /// The rows that are no totals of the others.
        case detail
        /// No cell holds the words: the column is the likeliest.
        case absent
    }

    public struct Comparison: Hashable, Sendable {
        /// Whether cells are above the number or below it.
        public let isAbove: Bool
        /// Whether cells that are the number itself are left out.
        public let isStrict: Bool
        /// Which of the sentence's numbers.
        public let number: Int
        /// Whether the number is a year and the cells are dates.
        public let isYear: Bool

        public init(isAbove: Bool, isStrict: Bool, number: Int, isYear: Bool) {
            self.isAbove = isAbove
            self.isStrict = isStrict
            self.number = number
            self.isYear = isYear
        }
    }

    public struct Between: Hashable, Sendable {
        /// Which of the sentence's numbers, the lower first.
        public let low: Int
        public let high: Int
        /// Whether the numbers are years and the cells are dates.
        public let isYear: Bool

        public init(low: Int, high: Int, isYear: Bool) {
            self.low = low
            self.high = high
            self.isYear = isYear
        }
    }

    public let kind: Kind
    /// Places in the sentence's words.
    public let words: Range<Int>
    public let column: Int
    public let rows: RowSet
    /// Whether the words are all that the cells say.
    public let isExact: Bool
    /// The words' share of the cell that they fill best, from 0 to 1.
    public let coverage: Double
    /// How rare the words are among the rows: the sum of log(rows / rows with the word).
    public let rarity: Double
    /// Whether the words are numbers.
    public let isNumber: Bool
    /// How well the sentence names the column, from 0 to 1.
    public internal(set) var nearness: Double
    /// How much speaks for the link: its rarity, its coverage, its nearness.
    public internal(set) var score: Double
    public let rowTotal: Int

    /// Whether cells are compared with a number by their size.
    public var isComparison: Bool {
        switch kind {
        case .comparison, .between: true
        case .equal, .contains, .date, .ordinal, .synonym, .blank, .elsewhere, .detail, .absent: false
        }
    }

    public func overlaps(_ other: Link) -> Bool { words.overlaps(other.words) }

    init(_ kind: Kind, _ words: Range<Int>, column: Int, rows: RowSet, isExact: Bool, coverage: Double, rarity: Double, isNumber: Bool) {
        self.kind = kind
        self.words = words
        self.column = column
        self.rows = rows
        self.isExact = isExact
        self.coverage = coverage
        self.rarity = rarity
        self.isNumber = isNumber
        nearness = 0
        let certainty = kind == .contains ? 0.8 : 1.0
        score = min(rarity, 8) * (0.4 + 0.6 * coverage) * certainty
        rowTotal = rows.count
    }

    /// A link that was reckoned elsewhere, with its own score.
    public init(_ kind: Kind, _ words: Range<Int>, column: Int, rows: RowSet, rarity: Double, isNumber: Bool, nearness: Double, score: Double) {
        self.init(kind, words, column: column, rows: rows, isExact: true, coverage: 1, rarity: rarity, isNumber: isNumber)
        self.nearness = nearness
        self.score = score
    }
}
