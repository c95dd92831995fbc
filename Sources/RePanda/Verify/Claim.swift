import Diagnostics
import Interpreter
import Values

/// A statement about a table, with the query that decides it.
///
///     let table = try Table(csv: "name,crowd\nmcg,20000\nscg,9000\n")
///     let claim = Claim("the largest crowd is above 15000", query: "df['crowd'].max() > 15000", table: table)
///     try claim.verify().verdict      // .entailed
public struct Claim: Sendable {
    public let statement: String
    public let query: String
    public let table: Table
    /// What the table is called; empty where nobody has said so.
    public let caption: String

    public init(_ statement: String, query: String, table: Table, caption: String = "") {
        self.statement = statement
        self.query = query
        self.table = table
        self.caption = caption
    }

    /// Judges the statement by Python's `bool` of the query's value, as RePanda does.
    ///
    /// - Parameter tracing: whether the judgement's account has the cells it rests on, not its steps alone.
    /// - Throws: what compiling and running the query throw; `ambiguousTruth` where the value is a Series, a frame, or an array of more than
    ///   one element.
    public func verify(engine: Engine = .memory, tracing: Bool = true, budget: Budget = .standard) throws(Refusal) -> Judgement {
        let compiled = try Query(query, on: table)
        let (answer, account) = try compiled.told(engine: engine, tracing: tracing, budget: budget)
        let (truth, doubts) = try answer.judged()
        let warnings = table.warnings + compiled.warnings + [answer.fallback].compactMap(\.self) + doubts
        return Judgement(verdict: truth ? .entailed : .refuted, value: answer.value, engine: answer.engine, warnings: warnings, account: account)
    }
}

/// What a table says of a statement.
public enum Verdict: String, Sendable {
    case entailed = "ENTAILED"
    case refuted = "REFUTED"
}

/// A verdict and what it rests on.
public struct Judgement: Sendable {
    public let verdict: Verdict
    /// The query's value.
    public let value: Value
    /// What computed it.
    public let engine: Engine
    public let warnings: [Diagnostic]
    /// The steps, and where the run was traced the cells; nil where SQLite gave the verdict and the in-memory engine meets a limit.
    public let account: Account?
}
