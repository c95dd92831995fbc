import Linking

/// What a candidate asks of the table.
public enum Family: Int, CaseIterable, Sendable {
    /// Some row meets the conditions.
    case exists
    /// No row meets them.
    case none
    /// The rows that meet them are so many.
    case count
    /// One row meets them.
    case onlyOne
    /// Every row that meets some meets the others.
    case subset
    /// All rows meet them.
    case all
    /// More than half of the rows meet them.
    case majority
    /// So many percent of the rows meet them.
    case percentage
    /// A row with the largest or smallest value meets them.
    case superlative
    /// The largest or smallest value is so much.
    case extreme
    /// The n-th row by value meets them.
    case nth
    /// One row's value is above another's.
    case comparison
    /// One row's value is so much above another's.
    case difference
    /// Two rows' values come to so much.
    case pairSum
    /// One group's total is above another's.
    case groupComparison
    /// One group has more rows than another.
    case countComparison
    /// One group has so many more rows than another.
    case countDifference
    case average
    case sum
    /// There are so many different values.
    case distinct
    /// The values are all the same, or all different.
    case uniform
    /// A value occurs most or least often.
    case mode
    /// Two rows have the same value.
    case same
    /// One statement holds for some row, another for some other row.
    case together
    /// Several things each have a row that meets the rest.
    case each
    /// The two sides of a result come to so much.
    case score
    /// All of the first rows, by value or in the table, meet the conditions.
    case leading
    /// Rows that meet the conditions follow each other.
    case consecutive
    /// One group's total is the largest or smallest of all groups.
    case groupExtreme
    /// One group has the most or the fewest rows of all groups, months or years.
    case frequency
    /// The largest or the smallest value is above or below a number.
    case largestBound, smallestBound
    /// A column's median, and how far its largest value is from its smallest.
    case median, range
    /// Something that the sentence names is in no cell.
    case absent
}

/// How the two sides of a candidate stand to each other.
public enum Relation: Int, CaseIterable, Sendable { case plain, equal, above, atLeast, below, atMost, largest, smallest }

/// A candidate's family with its relation and the class of its column: what the ranker has weights for.
public struct Shape: Hashable, Sendable {
    public let family: Family
    public let relation: Relation
    public let columnClass: ColumnClass

    public init(_ family: Family, _ relation: Relation = .plain, _ columnClass: ColumnClass = .other) {
        self.family = family
        self.relation = relation
        self.columnClass = columnClass
    }

    /// Its place among all shapes that there are.
    public var number: Int { Shape.numbers[key] }
    private var key: Int { (family.rawValue * Relation.allCases.count + relation.rawValue) * ColumnClass.allCases.count + columnClass.rawValue }

    public static let all: [Shape] = Family.allCases.flatMap { family in
        family.relations.flatMap { relation in family.columnClasses.map { Shape(family, relation, $0) } }
    }

    private static let numbers: [Int] = {
        var numbers = Array(repeating: 0, count: Family.allCases.count * Relation.allCases.count * ColumnClass.allCases.count)
        for (at, shape) in all.enumerated() { numbers[shape.key] = at }
        return numbers
    }()
}

extension Family {
    var relations: [Relation] {
        switch self {
        case .exists, .none, .onlyOne, .subset, .all, .percentage, .same, .together, .absent, .countDifference, .pairSum: [.plain]
        case .majority: [.plain, .atLeast]
        case .count: [.equal, .above, .atLeast, .below, .atMost]
        case .largestBound, .smallestBound: [.above, .atLeast, .below, .atMost]
        case .superlative, .extreme, .nth, .mode, .leading, .groupExtreme, .frequency: [.largest, .smallest]
        case .consecutive: [.equal, .atLeast]
        case .comparison, .countComparison: [.above, .below, .equal]
        case .difference: [.above, .below, .equal]
        case .groupComparison: [.above, .below]
        case .average, .sum, .median, .range: [.equal, .above, .below]
        case .distinct: [.equal]
        case .uniform: [.equal, .plain]
        case .each: [.plain, .equal, .above, .atLeast]
        case .score: [.equal, .largest, .smallest]
        }
    }

    /// The classes of column that a shape tells apart.
    var columnClasses: [ColumnClass] {
        switch self {
        case .superlative, .nth, .comparison, .leading: ColumnClass.allCases
        case .extreme: ColumnClass.allCases.filter { $0 != .rowOrder }
        case .score: [.other, .score, .rank]
        case .difference: [.other, .date, .rowOrder]
        case .exists, .none, .count, .onlyOne, .subset, .all, .majority, .percentage, .pairSum, .groupComparison, .countComparison, .countDifference, .average, .sum,
            .distinct, .uniform, .mode, .same, .together, .each, .absent, .consecutive, .groupExtreme, .frequency, .largestBound, .smallestBound, .median,
            .range:
            [.other]
        }
    }
}

extension Family {
    /// Whether claims say that it is not so in the same words with a `not`.
    var canBeNegated: Bool {
        switch self {
        case .superlative, .extreme, .nth, .comparison, .all, .subset, .each, .mode, .same, .uniform, .onlyOne, .together, .majority, .countComparison, .leading, .groupExtreme, .frequency,
            .largestBound, .smallestBound:
            true
        case .exists, .none, .count, .percentage, .difference, .pairSum, .groupComparison, .countDifference, .average, .sum, .median, .range, .distinct, .score, .absent,
            .consecutive:
            false
        }
    }
}
