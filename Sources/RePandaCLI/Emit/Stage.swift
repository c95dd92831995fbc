import ArgumentParser
import Diagnostics
import Plan
import RePanda
import Syntax

/// A stage of the compiler that can be looked at.
enum Stage: String, CaseIterable, ExpressibleByArgument {
    case tokens, ast, typed, plan, sql

    /// What the stage made of a query, as lines with their ends. The table is read only by the stages that know it.
    ///
    /// - Throws: what the stages up to this one have against the query.
    func dump(_ source: String, of table: () throws(Refusal) -> LoadedTable) throws(Refusal) -> String {
        switch self {
        case .tokens: try Stage.tokens(Array(source.utf8))
        case .ast: TreeDump.text(try Stage.parsed(Array(source.utf8)))
        case .typed: dumpTyped(try table().query(source).program) + "\n"
        case .plan: dumpPlan(try table().query(source).program) + "\n"
        case .sql: try table().query(source).sql()
        }
    }

    private static func tokens(_ bytes: [UInt8]) throws(Refusal) -> String {
        let query = Normalizer.normalize(bytes).bytes
        let diagnostics = Lexer.tokenize(query).diagnostics
        guard diagnostics.isEmpty else { throw Refusal(diagnostics) }
        return TokenDump.text(query)
    }

    private static func parsed(_ bytes: [UInt8]) throws(Refusal) -> Script {
        let result = Parser.parse(Normalizer.normalize(bytes))
        guard let script = result.script else { throw Refusal(result.diagnostics) }
        return script
    }
}
