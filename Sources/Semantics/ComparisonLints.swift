import Catalog
import Diagnostics
import Plan
import Syntax
import Values

/// A comparison of two things, as typed and as written.
struct WrittenComparison {
    let symbol: Plan.ComparisonOperator
    let nodes: [Node]
    let operands: [Expression]
    let span: Span
}

/// What runs but means nothing.
extension Checker {
    func lint(_ comparison: WrittenComparison) {
        for at in 0..<2 { lintCount(comparison, at) }
        guard comparison.symbol == .equal || comparison.symbol == .notEqual else { return }
        let at = comparison.nodes[0].type.isSeries ? 0 : 1
        let (column, other) = (comparison.nodes[at], comparison.nodes[1 - at])
        guard case .series(let element) = column.type else { return }
        switch (element, other.type) {
        case (.text, .int), (.text, .float), (.int, .text), (.float, .text), (.bool, .text): lintTypes(comparison, column, other)
        case (.text, .text): lintLiteral(comparison, column: at)
        default: break
        }
    }

    private func lintTypes(_ comparison: WrittenComparison, _ column: Node, _ other: Node) {
        let always = comparison.symbol == .equal ? "false" : "true"
        report(.warning(
            .textComparedWithNumber, "'\(comparison.symbol.rawValue)' between \(column.type.label) and \(other.type.label) is always \(always)", at: comparison.span,
            helps: ["compare like with like: quote the number, or convert the column"]))
    }

    /// A text that no cell of the column holds, with what may have been meant.
    private func lintLiteral(_ comparison: WrittenComparison, column at: Int) {
        let literal = comparison.nodes[1 - at]
        guard let position = wholeColumn(comparison.nodes[at]), case .constant(.text(let wanted)) = literal.kind, let cells = table.texts(position),
            cells.count <= LiteralEdits.mostCells, !(0..<cells.count).contains(where: { cells[$0] == wanted })
        else { return }
        let edits = LiteralEdits(comparison, column: at, position: position, wanted: wanted, table)
        report(Diagnostic(
            .literalNotInColumn, "no cell of the column is '\(wanted.string)'", at: literal.span, severity: .warning, helps: edits.helps,
            suggestions: isInQueryText(comparison.operands[at]) ? [] : edits.suggestions))
    }

    /// `len(rows['crowd']) == 31`: the number of cells, where the cell was meant; texts are named to say what is counted.
    private func lintCount(_ comparison: WrittenComparison, _ at: Int) {
        guard case .function(.builtin(.len), let arguments) = comparison.nodes[at].kind, let counted = arguments.positional.first, counted.isSelectedColumn,
            case .constant(let bound) = comparison.nodes[1 - at].kind, bound.number != nil, case .call(_, let written) = comparison.operands[at].kind,
            let cells = written.first?.value
        else { return }
        let edit = Diagnostic.Suggestion("read the cell", span: comparison.operands[at].span, replacement: "\(Printer.print(cells)).iloc[0]")
        report(Diagnostic(
            .countOfCells, "this is how many cells there are, not what they hold", at: comparison.nodes[at].span, severity: .warning,
            helps: ["count rows without naming a column"], suggestions: isInQueryText(cells) ? [] : [edit]))
    }

    /// Whether an expression stands inside a query string, where an edit would need other quotes.
    private func isInQueryText(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .subscripted(let base, _), .attribute(let base, _): isInQueryText(base)
        case .name(let name): name == Checker.queriedFrame
        default: false
        }
    }
}

extension StaticType {
    fileprivate var isSeries: Bool { if case .series = self { true } else { false } }
}

extension Node {
    /// Numbers of some rows: `rows['crowd']`, where the rows are not the whole table, or `loc[rows, 'crowd']`.
    fileprivate var isSelectedColumn: Bool {
        guard type == .series(.int) || type == .series(.float) else { return false }
        switch kind {
        case .column(let owner, _, _): return !owner.isLocal
        case .subscripted(let base, let key): return base.isLoc && key.isTuple
        default: return false
        }
    }

    private var isLocal: Bool { if case .local = kind { true } else { false } }
    private var isLoc: Bool { if case .property(_, let attribute) = kind { attribute.name == "loc" } else { false } }
    private var isTuple: Bool { if case .tuple = kind { true } else { false } }
}
