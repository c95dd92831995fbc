import Diagnostics
import Interpreter
import SQLEngine
import Values

/// What runs a checked query.
public enum Engine: String, CaseIterable, Sendable {
    /// Columns in memory: the reference.
    case memory
    /// SQLite; what it is not asked to do is refused with a code of the lowering phase.
    case sqlite
    /// SQLite where it can, else memory.
    case auto
}

extension Query {
    /// Runs the query on an engine.
    ///
    /// - Throws: what pandas would raise, by code; a limit; what is outside the subset; or what SQLite is not asked to do.
    public func run(engine: Engine, budget: Budget = .standard) throws(Refusal) -> Answer {
        switch engine {
        case .memory: return try run(budget: budget)
        case .sqlite: return try runInSQLite(budget)
        case .auto:
            do {
                return try runInSQLite(budget)
            } catch {
                guard error.first.code.phase == .lowering else { throw error }
                return try run(budget: budget)
            }
        }
    }

    private func runInSQLite(_ budget: Budget) throws(Refusal) -> Answer {
        do {
            let value = try SQLEngine.run(program, on: frame, steps: budget.steps, today: budget.today)
            return Answer(value: value, engine: .sqlite, span: program.result.span)
        } catch {
            throw Refusal([error.diagnostic])
        }
    }

    /// The query as SQL, as a person would write it: what must hold first, then the statement.
    ///
    /// - Throws: what SQLite is not asked to do.
    public func sql() throws(Refusal) -> String {
        do {
            return try SQLEngine.lower(program, on: frame).readable
        } catch {
            throw Refusal([error.diagnostic])
        }
    }
}
