import Catalog
import Diagnostics
import Display
import Files
import Interpreter
import Probing
import RePanda
import Tables
import Values

/// One claim's or question's query, compiled and run: the outcome, and what is told of it.
struct Trial {
    private let subject: Subject
    private let settings: Evaluator.Settings
    private(set) var outcome = Outcome.noQuery
    private(set) var families: [Family] = []
    private(set) var isConstant = false
    private(set) var microseconds: Int?
    private(set) var evidence: Evidence?
    private(set) var doubts: [String] = []
    /// What is doubtful about the query, by itself and beside the claim; nil where nobody asked, or it was refused.
    private(set) var doubtCodes: [Code]?
    private(set) var finding: Probe.Finding?
    private var table: Table?
    private var query: Query?
    private var answer: Answer?

    init(_ subject: Subject, tables: TableCache, _ settings: Evaluator.Settings, _ indexes: IndexCache) {
        self.subject = subject
        self.settings = settings
        let table: Table
        do { table = try subject.table(tables) } catch {
            outcome = .failed(error)
            return
        }
        self.table = table
        let clock = ContinuousClock()
        let start = clock.now
        outcome = judge(on: table)
        if settings.isTimed { microseconds = Int((clock.now - start) / .microseconds(1)) }
        weigh(on: table)
        if settings.countsDoubts { doubtCodes = query.map { codes($0, indexes, table) } }
    }

    private func codes(_ query: Query, _ indexes: IndexCache, _ table: Table) -> [Code] {
        guard subject.kind == .claim else { return query.doubts.map(\.code) }
        let claim = ClaimDoubts(ClaimText(subject.text, caption: subject.caption ?? ""), indexes.index(of: table, at: subject.tablePath))
        return query.doubts(beside: claim).map(\.code)
    }

    private mutating func judge(on table: Table) -> Outcome {
        do throws(Refusal) {
            let query = try Query(subject.query, on: table)
            self.query = query
            families = FamilySearch(query.program).families
            isConstant = query.warnings.contains { $0.code == .verdictIgnoresTable }
            let answer = try run(query)
            self.answer = answer
            return try subject.outcome(of: answer)
        } catch {
            return Outcome(error)
        }
    }

    /// In memory one run gives the answer and the evidence; the answer of another engine stands also where the in-memory engine fails.
    private mutating func run(_ query: Query) throws(Refusal) -> Answer {
        guard settings.explains else { return try query.run(engine: settings.engine, budget: settings.budget) }
        let (answer, account) = try query.told(engine: settings.engine, budget: settings.budget)
        guard let account else { return answer }
        evidence = Evidence(account, answeredBy: answer.engine)
        doubts = (account.doubts + query.warnings.filter { $0.severity == .warning }).map(\.message)
        return answer
    }

    /// Whether the verdict rests on the table: no part of the time that the query took.
    private mutating func weigh(on table: Table) {
        guard let probe = settings.probe, let query, let verdict = outcome.verdict else { return }
        finding = probe.weigh(query, on: table.frame, verdict: verdict == .entailed)
    }

    /// What a reader wants to see of the claim.
    var exhibit: Exhibit {
        Exhibit(
            statement: subject.text, caption: subject.caption, query: subject.query, answer: subject.answer, value: answer.map { Trial.shown($0.value) },
            diagnostic: outcome.error.map { DiagnosticRenderer(source: subject.query).render($0) }, table: table.map { excerpt($0.frame) })
    }

    private func excerpt(_ frame: Frame) -> Excerpt { evidence.map { Excerpt(frame, .view, with: $0.deciding) } ?? Excerpt(frame, .glance) }

    private static func shown(_ value: Value) -> String {
        let options = DisplayOptions(maximumRows: 10, limit: 1 << 16)
        return clipped((try? display(value, options: options)) ?? "a \(value.typeName) too long to show", to: 1000)
    }
}
