import Diagnostics
import Interpreter
@_exported import Provenance
import Values

extension Query {
    /// The value with the cells it rests on, by running the query in memory while every step is noted.
    ///
    ///     try query.account().support.deciding.cells     // row 0, column 1: the largest crowd
    ///
    /// - Parameter tracing: whether to follow the cells too; the steps' words are the same without, and cost little beside the run.
    /// - Throws: as `run`.
    public func account(tracing: Bool = true, budget: Budget = .standard) throws(Refusal) -> Account {
        do {
            return try Account(of: program, text: text, on: data.frame(limit: budget.bytes), tracing: tracing, budget: budget)
        } catch {
            throw Refusal([error.diagnostic])
        }
    }

    /// The answer of an engine with its account. In memory one run gives both; SQLite's answer is accounted for by a run of its own.
    ///
    /// - Throws: as `run`.
    public func explained(engine: Engine, tracing: Bool = true, budget: Budget = .standard) throws(Refusal) -> (answer: Answer, account: Account) {
        guard engine == .memory else { return (try run(engine: engine, budget: budget), try account(tracing: tracing, budget: budget)) }
        let account = try account(tracing: tracing, budget: budget)
        return (answer(account.value, .memory), account)
    }

    /// As `explained`, where an answer of SQLite stands without its account.
    ///
    /// - Throws: as `run`.
    package func told(engine: Engine, tracing: Bool = true, budget: Budget) throws(Refusal) -> (answer: Answer, account: Account?) {
        guard engine == .memory else { return (try run(engine: engine, budget: budget), try? account(tracing: tracing, budget: budget)) }
        return try explained(engine: engine, tracing: tracing, budget: budget)
    }

    /// The table in memory, which an account's rows and columns speak of.
    ///
    /// - Throws: a limit, or what reading a database throws.
    public func frame(budget: Budget = .standard) throws(Refusal) -> Frame {
        do { return try data.frame(limit: budget.bytes) } catch { throw Refusal([error.diagnostic]) }
    }

    /// The value over another table with the same columns, of the same types.
    package func value(over frame: Frame, budget: Budget = .standard) throws(Refusal) -> Value {
        do { return try Interpreter.run(program, on: frame, budget: budget) } catch { throw Refusal([error.diagnostic]) }
    }
}
