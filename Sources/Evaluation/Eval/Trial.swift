import Catalog
import Diagnostics
import Display
import Files
import Interpreter
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
    private var table: Table?
    private var value: Value?

    init(_ subject: Subject, tables: TableCache, _ settings: Evaluator.Settings) {
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
    }

    private mutating func judge(on table: Table) -> Outcome {
        do throws(Refusal) {
            let query = try Query(subject.query, on: table)
            families = FamilySearch(query.program).families
            isConstant = query.warnings.contains { $0.code == .verdictIgnoresTable }
            let answer = try query.run(engine: settings.engine, budget: settings.budget)
            value = answer.value
            return try subject.outcome(of: answer)
        } catch {
            return Outcome(error)
        }
    }

    /// What a reader wants to see where the claim went wrong.
    var exhibit: Exhibit {
        Exhibit(
            statement: subject.text, caption: subject.caption, query: subject.query, answer: subject.answer, value: value.map(Trial.shown),
            diagnostic: outcome.error.map { DiagnosticRenderer(source: subject.query).render($0) }, table: table.map { Excerpt($0.frame) })
    }

    private static func shown(_ value: Value) -> String {
        let options = DisplayOptions(maximumRows: 10, limit: 1 << 16)
        return clipped((try? display(value, options: options)) ?? "a \(value.typeName) too long to show", to: 1000)
    }
}
