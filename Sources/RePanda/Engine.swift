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
                var answer = try run(budget: budget)
                answer.fallback = error.first.passedOver
                return answer
            }
        }
    }

    private func runInSQLite(_ budget: Budget) throws(Refusal) -> Answer {
        do {
            return answer(try value(SQLEngine.Settings(steps: budget.steps, bytes: budget.bytes, today: budget.today)), .sqlite)
        } catch {
            throw Refusal([error.diagnostic])
        }
    }

    private func value(_ settings: SQLEngine.Settings) throws(Failure) -> Value {
        switch data {
        case .frame(let frame): try SQLEngine.run(program, on: frame, settings)
        case .stored(let table): try SQLEngine.run(program, on: table, settings)
        }
    }

    /// The query as SQL, as a person would write it: what must hold first, then the statement.
    ///
    /// - Throws: what SQLite is not asked to do.
    public func sql() throws(Refusal) -> String {
        do {
            switch data {
            case .frame(let frame): return try SQLEngine.lower(program, on: frame).readable
            case .stored(let table): return try SQLEngine.lower(program, on: table).readable
            }
        } catch {
            throw Refusal([error.diagnostic])
        }
    }
}

extension Diagnostic {
    /// The same as a note: the other engine answered.
    fileprivate var passedOver: Diagnostic {
        var note = self
        note.severity = .note
        note.notes.append("the in-memory engine answered instead")
        return note
    }
}
