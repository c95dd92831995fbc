import Diagnostics
import JSON
import RePanda

/// What runs the blocks. A second engine is a second entry in `all`.
struct Engine: Sendable, CustomStringConvertible {
    struct Answer {
        /// In the canonical form.
        let value: JSONValue
        let verdict: Bool?
    }

    let description: String
    /// The answer, or the error that it refuses with.
    let answer: @Sendable (_ query: String, _ table: Table) -> Result<Answer, Diagnostic>

    static let all = [memory, sqlite]

    static let memory = Engine(description: "in memory", runs: .memory)

    /// What it refuses with a code of the lowering phase is listed in `refused-by-sqlite.tsv`.
    static let sqlite = Engine(description: "in SQLite", runs: .sqlite)

    private init(description: String, runs engine: RePanda.Engine) {
        self.description = description
        answer = { query, table in Engine.answer(query, table, engine) }
    }

    private static func answer(_ query: String, _ table: Table, _ engine: RePanda.Engine) -> Result<Answer, Diagnostic> {
        do {
            let answer = try Query(query, on: table).run(engine: engine)
            return .success(Answer(value: try canonical(answer), verdict: answer.verdict))
        } catch let refusal as Refusal {
            return .failure(refusal.first)
        } catch let diagnostic as Diagnostic {
            return .failure(diagnostic)
        } catch {
            return .failure(Diagnostic(.internalFault, "\(error)"))
        }
    }

    private static func canonical(_ answer: RePanda.Answer) throws -> JSONValue {
        var writer = JSONWriter()
        do {
            try writeCanonical(answer.value, to: &writer)
        } catch {
            throw error.diagnostic
        }
        return try JSONValue.parse(writer.string)
    }
}
