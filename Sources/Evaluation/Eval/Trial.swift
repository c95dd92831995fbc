import Catalog
import Diagnostics
import Display
import Files
import Interpreter
import RePanda
import Tables
import Values

/// One claim's query, compiled and run: the outcome, and what is told of it.
struct Trial {
    private let record: ClaimRecord
    private let settings: Evaluator.Settings
    private(set) var outcome = Outcome.noQuery
    private(set) var families: [Family] = []
    private(set) var isConstant = false
    private(set) var microseconds: Int?
    private var table: Table?
    private var value: Value?

    init(_ record: ClaimRecord, tables: TableCache, _ settings: Evaluator.Settings) {
        self.record = record
        self.settings = settings
        let claim: Claim
        do { claim = try record.claim(tables: tables) } catch {
            outcome = .failed(error)
            return
        }
        table = claim.table
        let clock = ContinuousClock()
        let start = clock.now
        outcome = judge(claim)
        if settings.isTimed { microseconds = Int((clock.now - start) / .microseconds(1)) }
    }

    private mutating func judge(_ claim: Claim) -> Outcome {
        do throws(Refusal) {
            let query = try Query(claim.query, on: claim.table)
            families = FamilySearch(query.program).families
            isConstant = query.warnings.contains { $0.code == .verdictIgnoresTable }
            let answer = try query.run(engine: settings.engine, budget: settings.budget)
            value = answer.value
            return .judged(try answer.judged().verdict ? .entailed : .refuted)
        } catch {
            return Outcome(error)
        }
    }

    /// What a reader wants to see where the claim went wrong.
    var exhibit: Exhibit {
        Exhibit(
            statement: record.statement, caption: record.caption, query: record.query, value: value.map(Trial.shown),
            diagnostic: outcome.error.map { DiagnosticRenderer(source: record.query).render($0) }, table: table.map { Excerpt($0.frame) })
    }

    private static func shown(_ value: Value) -> String {
        let options = DisplayOptions(maximumRows: 10, limit: 1 << 16)
        return clipped((try? display(value, options: options)) ?? "a \(value.typeName) too long to show", to: 1000)
    }
}
