import ArgumentParser
import Diagnostics
import Plan
import RePanda
import Syntax

/// A stage of the compiler that can be looked at.
enum Stage: String, CaseIterable, ExpressibleByArgument {
    case tokens, ast, typed, plan

    /// What the stage made of a query, as text. The table is read only by the stages that know it.
    ///
    /// - Throws: what the stages up to this one have against the query.
    func dump(_ source: String, of table: () throws(Refusal) -> Table) throws(Refusal) -> String {
        switch self {
        case .tokens: try dumpTokens(source)
        case .ast: try dumpTree(parsed(source))
        case .typed: dumpTyped(try Query(source, on: table()).program)
        case .plan: dumpPlan(try Query(source, on: table()).program)
        }
    }

    private func parsed(_ source: String) throws(Refusal) -> Script {
        let result = Parser.parse(Array(source.utf8))
        guard let script = result.script else { throw Refusal(result.diagnostics) }
        return script
    }
}
