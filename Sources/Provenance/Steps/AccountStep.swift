import Diagnostics
import Values

/// One step on the way to a value, for a reader without pandas.
public struct AccountStep: Sendable {
    /// What was done: `rows where home team is 'geelong'`.
    public let words: String
    /// What came out, abridged: `1 of 6`.
    public let outcome: String
    public let value: Value
    /// Where it stands in the query.
    public let span: Span
    /// The cells that decide the step's value; none where the run was not traced.
    public let cells: CellSet
}
