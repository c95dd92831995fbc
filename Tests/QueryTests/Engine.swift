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

    static let all = [memory]

    static let memory = Engine(description: "in memory") { query, table in
        do {
            let answer = try Query(query, on: table).run()
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
