/// Canonical Python text of a tree: one spelling for each tree, with no more parentheses than it needs.
///
/// Parsing the text gives the same tree, places apart:
///
///     Printer.print(Parser.parse(Array("((df.a))>( 3 )".utf8)).script!)    // "df.a > 3\n"
public struct Printer {
    /// The f-strings around the place that is printed, outermost first: their delimiters are out of reach inside.
    var surround: [Delimiter] = []

    /// A whole query, one statement a line.
    public static func print(_ script: Script) -> String {
        script.statements.map { Printer().lines($0, indent: "") }.joined()
    }

    /// One expression; a tuple in its parentheses.
    public static func print(_ expression: Expression) -> String { Printer().text(expression, .named) }

    // MARK: Statements

    private func lines(_ statement: Statement, indent: String) -> String {
        switch statement.kind {
        case .conditional(let condition, let body, let otherwise):
            "\(indent)if \(conditionalRest(condition, body, otherwise, indent))"
        case .loop(let target, let source, let body):
            "\(indent)for \(bare(target)) in \(bare(source)):\n\(block(body, indent))"
        case .expression, .assign, .augmented, .importing, .assert, .delete, .pass, .breaking, .continuing:
            "\(indent)\(simple(statement))\n"
        }
    }

    private func block(_ body: [Statement], _ indent: String) -> String {
        body.map { lines($0, indent: indent + "    ") }.joined()
    }

    /// What follows `if` or `elif`; an `if` alone in an `else` is an `elif`.
    private func conditionalRest(_ condition: Expression, _ body: [Statement], _ otherwise: [Statement], _ indent: String) -> String {
        let head = "\(text(condition, .named)):\n\(block(body, indent))"
        if otherwise.isEmpty { return head }
        if otherwise.count == 1, case .conditional(let next, let body, let rest) = otherwise[0].kind {
            return "\(head)\(indent)elif \(conditionalRest(next, body, rest, indent))"
        }
        return "\(head)\(indent)else:\n\(block(otherwise, indent))"
    }

    private func simple(_ statement: Statement) -> String {
        switch statement.kind {
        case .expression(let value): bare(value)
        case .assign(let targets, let value): (targets + [value]).map(bare).joined(separator: " = ")
        case .augmented(let target, let symbol, let value): "\(bare(target)) \(symbol.rawValue)= \(bare(value))"
        case .importing(let imports): importing(imports)
        case .assert(let condition): "assert \(text(condition, .conditional))"
        case .delete(let targets): "del \(deleted(targets))"
        case .pass: "pass"
        case .breaking: "break"
        case .continuing: "continue"
        case .conditional, .loop: ""
        }
    }

    private func importing(_ imports: [Statement.Import]) -> String {
        let names = imports.map { ($0.name ?? $0.module).text + ($0.alias.map { " as \($0.text)" } ?? "") }.joined(separator: ", ")
        guard let first = imports.first, first.name != nil else { return "import \(names)" }
        return "from \(first.module.text) import \(names)"
    }

    private func deleted(_ targets: [Expression]) -> String {
        if targets.count == 1, case .tuple = targets[0].kind { return bare(Expression(.tuple(targets), targets[0].span)) }
        return targets.isEmpty ? "()" : targets.map { text($0, .conditional) }.joined(separator: ", ")
    }

    /// A tuple without parentheses, where a comma cannot be taken for anything else.
    private func bare(_ expression: Expression) -> String {
        guard case .tuple(let items) = expression.kind, !items.isEmpty else { return text(expression, .conditional) }
        return commas(items, .conditional, isTuple: true)
    }
}
