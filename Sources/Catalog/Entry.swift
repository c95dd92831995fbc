/// The static type rule of an operation: what it gives, told from what it is asked of.
public enum ResultType: Sendable {
    /// Only the data can tell.
    case dynamic
    /// The receiver's own type: a Series of the same element, a frame of the same columns.
    case same
    /// One cell of the receiver.
    case element
    case none, bool, int, float, text, timestamp, timedelta
    /// int or float as the receiver's element is
    case number
    case seriesOfBool, seriesOfInt, seriesOfFloat, seriesOfText, seriesOfTimestamp, seriesOfTimedelta
    /// A Series whose element only the data tells.
    case series
    /// A frame whose columns only the data tells.
    case frame
    case index, list, tuple, dict, set, array, groupBy
}

/// What the operation makes of missing cells.
public enum Nulls: String, Sendable {
    /// NaN in, NaN out.
    case propagate
    /// Left out, as reductions do.
    case skip
    /// Counted like any other cell.
    case count
    /// The question does not arise.
    case none
}

/// One row of the catalogue.
public struct Entry<Name: Sendable>: Sendable {
    public let name: Name
    /// The parameters in Python's notation; nil for a property.
    public let parameters: String?
    public let result: ResultType
    public let nulls: Nulls
    /// One sentence for the documentation.
    public let summary: String

    public init(_ name: Name, _ parameters: String?, _ result: ResultType, nulls: Nulls = .none, _ summary: String) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.nulls = nulls
        self.summary = summary
    }
}

/// A receiver's operations: an enumeration whose raw values are the names as a query writes them.
public protocol OperationName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    static var receiver: Receiver { get }
    /// One row a case, in the order of the cases (a test holds that).
    static var entries: [Entry<Self>] { get }
    /// Names that pandas has and this subset does not: refused as outside the subset, not as wrong.
    static var outside: [String] { get }
    var operation: Operation { get }
}
