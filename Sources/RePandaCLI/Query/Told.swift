import Interpreter
import Probing
import RePanda
import Values

/// An answer with what was asked for beside it.
struct Told {
    let answer: Answer
    let account: Account?
    let probe: Probe.Finding?
    /// The table in memory; empty where nothing that was asked for speaks of it.
    let table: Frame

    /// - Throws: as `Query.run`.
    init(_ query: Query, on engine: Engine, _ options: ExplainOptions, seed: UInt64, _ budget: Budget) throws(Refusal) {
        guard options.isAsked || options.probe != nil else {
            answer = try query.run(engine: engine, budget: budget)
            (account, probe, table) = (nil, nil, Frame([], index: Index(count: 0), columns: Index(count: 0)))
            return
        }
        if options.isAsked {
            let explained = try query.explained(engine: engine, budget: budget)
            (answer, account) = (explained.answer, explained.account)
        } else {
            (answer, account) = (try query.run(engine: engine, budget: budget), nil)
        }
        table = try query.frame(budget: budget)
        probe = options.probe(budget, seed: seed).flatMap { [answer, table] in $0.weigh(query, on: table, value: answer.value) }
    }
}
