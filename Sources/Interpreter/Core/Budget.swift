import Diagnostics

/// What a query may spend, set by the operator and never by the query.
public struct Budget: Hashable, Sendable {
    /// Cells or calls touched.
    public var steps: Int
    /// Bytes of columns, texts and lists made.
    public var bytes: Int
    /// Nested evaluations.
    public var depth: Int

    /// The running day, as a day number since 1970-01-01: pandas puts a time without a date (`10:30`) on it. nil refuses such texts.
    public var today: Int?

    public init(steps: Int = 50_000_000, bytes: Int = 1 << 30, depth: Int = 400, today: Int? = nil) {
        self.steps = steps
        self.bytes = bytes
        self.depth = depth
        self.today = today
    }

    public static let standard = Budget()
}

/// What is left of a budget; everything is charged before the work is done.
struct Meter {
    let budget: Budget
    private(set) var steps = 0
    private(set) var bytes = 0

    init(_ budget: Budget) { self.budget = budget }

    /// A negative amount is a product that has wrapped around: it is beyond every budget.
    mutating func charge(steps more: Int) throws(Failure) {
        let (sum, overflow) = steps.addingReportingOverflow(more)
        guard !overflow, more >= 0, sum <= budget.steps else {
            throw Failure(.stepLimit, "the query needs more than \(budget.steps) steps")
        }
        steps = sum
    }

    mutating func charge(bytes more: Int) throws(Failure) {
        let (sum, overflow) = bytes.addingReportingOverflow(more)
        guard !overflow, more >= 0, sum <= budget.bytes else {
            throw Failure(.byteLimit, "the query needs more than \(budget.bytes) bytes")
        }
        bytes = sum
    }
}
