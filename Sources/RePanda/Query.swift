import Diagnostics
import Interpreter
import Plan
import Semantics
import Syntax
import Tables
import Values

/// A query compiled against one table: parsed, checked and typed, ready to run.
///
///     let table = try Table(csv: "name,crowd\nmcg,20000\nscg,9000\n")
///     let query = try Query("df['crowd'].max() > 15000", on: table)
///     try query.run().verdict     // true
public struct Query: Sendable {
    public let text: String
    public let program: Program
    /// What runs but is doubtful, after notes on what was stripped around the code.
    public let warnings: [Diagnostic]
    let data: TableData

    /// Parses and checks a query; nothing runs. What models wrap around code (fences, prose, prompts) is stripped first, as `Normalizer` says.
    ///
    /// - Throws: all errors of the first phase that has any.
    public init(_ text: String, on table: Table) throws(Refusal) {
        self = try Query(text, on: table, warns: true, normalizing: true)
    }

    /// - Parameters:
    ///   - warns: whether to look for what runs but means nothing; batches that only want values leave it out.
    ///   - normalizing: whether to strip what models wrap around code. Python calls a fence or a sentence a syntax error, so batches, which
    ///     promise an error wherever Python gives one, read the text as it stands.
    public init(_ text: String, on table: Table, warns: Bool, normalizing: Bool = false) throws(Refusal) {
        self = try Query(text, TableView(table.frame, labels: table.schema.names), .frame(table.frame), warns: warns, normalizing: normalizing)
    }

    /// A query over a table that stays in a database. Warnings that need the table's cells (a text that no cell holds) are left out.
    public init(_ text: String, on table: StoredTable) throws(Refusal) {
        self = try Query(text, TableView(table), .stored(table), warns: true, normalizing: true)
    }

    private init(_ text: String, _ view: TableView, _ data: TableData, warns: Bool, normalizing: Bool) throws(Refusal) {
        let normalized = normalizing ? Normalizer.normalize(Array(text.utf8)) : nil
        let parsed = normalized.map { Parser.parse($0) } ?? Parser.parse(Array(text.utf8))
        let notes = normalized?.notes ?? []
        guard let script = parsed.script else { throw Refusal(parsed.diagnostics + notes) }
        let checked = Checker.check(script, on: view, warns: warns)
        guard let program = checked.program else { throw Refusal(checked.diagnostics + notes) }
        self.text = text
        self.program = program
        self.data = data
        warnings = notes + checked.diagnostics
    }

    func answer(_ value: Value, _ engine: Engine) -> Answer { Answer(value: value, engine: engine, span: program.result.span, query: text) }

    /// Runs the query in memory.
    ///
    /// - Throws: what pandas would raise, by code; a limit; or what is outside the subset.
    public func run(budget: Budget = .standard) throws(Refusal) -> Answer {
        do {
            let value = try Interpreter.run(program, on: data.frame(limit: budget.bytes), budget: budget)
            return answer(value, .memory)
        } catch {
            throw Refusal([error.diagnostic])
        }
    }
}

extension Query {
    /// The verdict over another table with the same columns, of the same types.
    ///
    /// - Throws: as `run` and `Answer.judged`.
    package func verdict(over frame: Frame, budget: Budget) throws(Refusal) -> Bool {
        do {
            return try Interpreter.truth(Interpreter.run(program, on: frame, budget: budget))
        } catch {
            throw Refusal([error.diagnostic])
        }
    }
}

/// Why there is no answer: at least one error, with the warnings beside it.
public struct Refusal: Error, Sendable {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// The first error.
    public var first: Diagnostic {
        diagnostics.first { $0.severity == .error } ?? diagnostics.first ?? Diagnostic(.internalFault, "a refusal without a reason")
    }
}

/// The value of a query and what it says as a verdict.
public struct Answer: Sendable {
    public let value: Value
    /// What computed it: never `auto`.
    public let engine: Engine
    /// Where the query says what the value is, and the query.
    let span: Span
    let query: String
    /// Why SQLite was passed over, where it was asked first.
    public var fallback: Diagnostic?

    /// Python's `bool(value)`, or nil where Python refuses to say (a Series, a frame).
    public var verdict: Bool? { try? Interpreter.truth(value) }

    /// The verdict, with a warning where it does not come from a bool.
    ///
    /// - Throws: `ambiguousTruth` for a Series, a frame, or an array with more than one element.
    public func judged() throws(Refusal) -> (verdict: Bool, warnings: [Diagnostic]) {
        let truth: Bool
        do {
            truth = try Interpreter.truth(value)
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.span = span
            if let reading = oneCell { diagnostic.suggestions = [reading] }
            throw Refusal([diagnostic])
        }
        switch value {
        case .bool, .numpyBool: return (truth, [])
        default:
            let warning = Diagnostic.warning(
                .verdictNotBool, "the verdict comes from a \(value.typeName), not a bool", at: span, helps: ["compare the value with what the claim says"])
            return (truth, [warning])
        }
    }

    /// Of a Series with one truth `any`, `all` and the first cell are the same, so nothing else can have been meant.
    private var oneCell: Diagnostic.Suggestion? {
        guard case .series(let series) = value, series.column.count == 1, case .bool = series.column else { return nil }
        let bytes = Array(query.utf8)
        guard 0 <= span.start, span.start < span.end, span.end <= bytes.count else { return nil }
        let code = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
        return Diagnostic.Suggestion("read its one cell", span: span, replacement: "(\(code)).iloc[0]", isCertain: true)
    }
}
