import Linking

/// What a question's candidate asks of the table.
public enum QuestionFamily: Int, CaseIterable, Sendable {
    /// The cells of a column in the rows.
    case cells
    /// The cell of a column in the row beside them.
    case neighbour
    /// How many rows there are.
    case count
    /// How many rows meet one of several conditions.
    case unionCount
    /// The cells of a column in all other rows.
    case rest
    /// How many rows there are besides them.
    case restCount
    /// How many different values a column has.
    case distinct
    /// The cell of a column in the row with the largest or smallest value of another.
    case superlative
    /// The largest or smallest value.
    case extreme
    /// The cell of a column in the n-th row by value.
    case nth
    /// The one of several things with the larger or smaller value.
    case choice
    /// The one of several things with more or fewer rows.
    case choiceByCount
    case sum
    /// The sum over rows that meet one of several conditions.
    case unionSum
    case average
    /// How far the largest value is from the smallest.
    case range
    /// The value that most or fewest rows have.
    case mode
    /// How many rows have the commonest value.
    case modeCount
    /// How many values have so many rows.
    case frequent
    /// The value whose rows come to the largest or smallest sum.
    case groupSum
    /// How far one row's value is from another's.
    case difference
    /// How many more rows meet one condition than another.
    case countDifference
    /// How far the sums of two groups of rows are apart.
    case sumDifference
    /// How many rows are between two others.
    case between
    /// The others that share a row's value.
    case sharing
    /// How many others share a row's value.
    case sharingCount
    /// The rows whose value is above or below a row's.
    case beyond
    /// How many rows have a value above or below a row's.
    case beyondCount
    /// How far two columns of a row are apart.
    case columnDifference
    /// What two columns of a row come to.
    case columnSum
    /// Whether one of two things has the larger value.
    case verdict
    /// Which of two words of the question, such as `more or less`, says how one thing stands to another.
    case wordChoice
    /// Which of two words says how a thing stands to a number.
    case wordChoiceByNumber
    /// The longest run of rows that meet the conditions.
    case streak
}

/// Which of several cells, which way: what a family's candidates differ by.
public enum QuestionRelation: Int, CaseIterable, Sendable {
    case plain
    /// The rows are one, or many.
    case one, many
    /// The first or last of many rows, the row before or after one.
    case first, last
    case largest, smallest
    /// All rows that share the first or last place.
    case allLargest, allSmallest
    case above, atLeast, below, equal
}

/// What the answer's cells are.
public enum AnswerClass: Int, CaseIterable, Sendable {
    case text, number, date, none
}

/// A candidate's family with its relation, the class of what it reckons with and of its answer: what the ranker has weights for.
public struct QuestionShape: Hashable, Sendable {
    public let family: QuestionFamily
    public let relation: QuestionRelation
    public let measureClass: ColumnClass
    public let answerClass: AnswerClass

    public init(_ family: QuestionFamily, _ relation: QuestionRelation = .plain, _ measureClass: ColumnClass = .other, _ answerClass: AnswerClass = .none) {
        self.family = family
        self.relation = relation
        self.measureClass = measureClass
        self.answerClass = answerClass
    }

    /// Its place among all shapes that there are.
    public var number: Int { QuestionShape.numbers[key] }

    private var key: Int {
        ((family.rawValue * QuestionRelation.allCases.count + relation.rawValue) * ColumnClass.allCases.count + measureClass.rawValue) * AnswerClass.allCases.count
            + answerClass.rawValue
    }

    public static let all: [QuestionShape] = QuestionFamily.allCases.flatMap { family in
        family.relations.flatMap { relation in
            family.measureClasses.flatMap { measure in family.answerClasses.map { QuestionShape(family, relation, measure, $0) } }
        }
    }

    private static let numbers: [Int] = {
        let relations = QuestionFamily.allCases.count * QuestionRelation.allCases.count
        var numbers = Array(repeating: 0, count: relations * ColumnClass.allCases.count * AnswerClass.allCases.count)
        for (at, shape) in all.enumerated() { numbers[shape.key] = at }
        return numbers
    }()
}
