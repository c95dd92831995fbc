import Diagnostics
import SQL
import Values

/// A query as SQL: what must hold first, one statement, and how its rows become a Python value.
public struct Lowered: Sendable {
    /// Each is asked before the statement, in order.
    public let checks: [Check]
    public let outcome: Outcome
}

/// What gives the value: a statement, or one of two by a condition.
public indirect enum Outcome: Sendable {
    case rows(Select, Shape)
    case choice(Select, then: Outcome, otherwise: Outcome)
    /// What pandas refuses whatever the data.
    case failure(Failure)

    /// All statements that may be asked.
    public var selects: [Select] {
        switch self {
        case .rows(let select, _): [select]
        case .choice(let condition, let then, let otherwise): [condition] + then.selects + otherwise.selects
        case .failure: []
        }
    }
}

/// Something that pandas would refuse to go on without.
public struct Check: Sendable {
    /// Asked only where these hold: the query reaches this point under conditions.
    public let guards: [Expression]
    /// Gives one value. A function in it may fail by itself.
    public let select: Select
    /// What is wrong where the value is false; nil where only evaluating it counts.
    public var failure: Failure?
}

/// How the rows of a statement become a value.
public indirect enum Shape: Sendable {
    case none
    /// One row, one column.
    case cell(CellType)
    /// The label columns, then the cells.
    case series(CellType, name: Value, LabelShape)
    case frame([Column], LabelShape)
    case list(CellType)
    case array(CellType)
    case set(CellType)
    case index(CellType, name: Value)
    /// One row of as many columns as there are labels, after the name's where there is one.
    case record([CellType], labels: [Value], name: CellType?, isObject: Bool)
    /// Several values side by side, each of one row.
    case display(Display, [Shape])

    public enum Display: Sendable { case list, tuple, index }

    public struct Column: Sendable {
        public let label: Value
        public let type: CellType
    }

    /// The row labels that come first in each row.
    public struct LabelShape: Sendable {
        /// Empty for 0, 1, 2 …
        public let types: [CellType]
        public let names: [Value]
        /// Whether 0, 1, 2 … is held as a range.
        public let isRange: Bool
    }
}
