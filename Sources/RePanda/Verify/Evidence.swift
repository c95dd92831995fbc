import Diagnostics
import Interpreter
import Plan
import Values

/// What decides a query's value: the columns it reads, the rows its conditions pick, and what its parts come to.
public struct Evidence: Sendable {
    /// A part of the query and its value: `df['crowd'].max()`, 20000.
    public struct Part: Sendable {
        public let span: Span
        /// The part as the query writes it.
        public let text: String
        public let value: Value
    }

    /// The columns read by name, in the table's order.
    public let columns: [String]
    /// The sides of the comparisons that decide, left to right.
    public let parts: [Part]
    /// The table's rows for which a condition of the query holds, reduced to the columns read; nil where the query has no condition on rows.
    public let rows: Frame?

    /// Runs the deciding parts of a query once more, each on its own. A part that cannot stand alone is left out: evidence never fails.
    init(of query: Query, on frame: Frame, budget: Budget) {
        let search = EvidenceSearch(query: query, frame: frame, budget: budget)
        columns = search.columns
        parts = search.parts
        rows = search.rows
    }
}

/// Finds the evidence in one query's program.
struct EvidenceSearch {
    let query: Query
    let frame: Frame
    let budget: Budget
    /// More parts than a reader looks at are not worth running.
    private static let mostParts = 16

    var columns: [String] { positions.compactMap { frame.columns[$0].text?.string } }

    private var positions: [Int] {
        var found: Set<Int> = []
        visit(query.program.result) { node in
            if case .column(_, let position, _) = node.kind, position < frame.columnCount { found.insert(position) }
        }
        return found.sorted()
    }

    var parts: [Evidence.Part] {
        sides(query.program.result).prefix(EvidenceSearch.mostParts).compactMap { node in
            run(node).map { Evidence.Part(span: node.span, text: text(node.span), value: $0) }
        }
    }

    var rows: Frame? {
        let masks = self.masks(query.program.result).prefix(EvidenceSearch.mostParts).compactMap(run)
        guard !masks.isEmpty else { return nil }
        var held: Set<Int> = []
        for case .series(let mask) in masks { held.formUnion(rows(where: mask)) }
        let picked = frame.gather(held.sorted())
        return positions.isEmpty ? picked : picked.select(positions)
    }

    /// What comparisons compare, leaving constants out; the operands of `and`, `or` and `not` are searched in turn.
    private func sides(_ node: Node) -> [Node] {
        switch node.kind {
        case .and(let operands), .or(let operands): operands.flatMap(sides)
        case .not(let operand): sides(operand)
        case .comparison(let operands, _): operands.filter { !$0.isConstant }
        case .function(let operation, let arguments) where operation.name == "bool": arguments.positional.flatMap(sides)
        default: node === query.program.result || node.isConstant ? [] : [node]
        }
    }

    /// The topmost conditions on rows: Series of bool that a query compares, combines or asks for.
    private func masks(_ node: Node) -> [Node] {
        if case .series(.bool) = node.type { return [node] }
        return node.children.flatMap(masks)
    }

    /// The positions of the rows that a mask holds for; labels of a table that was read are its row numbers.
    private func rows(where mask: Series) -> [Int] {
        guard case .bool(let cells) = mask.column else { return [] }
        return cells.indices.compactMap { at in
            guard cells[at], case .int(let label) = mask.index[at].python, label >= 0, label < frame.rowCount else { return nil }
            return label
        }
    }

    private func run(_ node: Node) -> Value? {
        let part = Program(statements: query.program.statements, result: node, slotNames: query.program.slotNames)
        return try? Interpreter.run(part, on: frame, budget: budget)
    }

    private func text(_ span: Span) -> String {
        let bytes = Array(query.text.utf8)
        guard span.start >= 0, span.start <= span.end, span.end <= bytes.count else { return "" }
        return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }

    private func visit(_ node: Node, _ body: (Node) -> Void) {
        body(node)
        for child in node.children { visit(child, body) }
    }
}

extension Node {
    fileprivate var isConstant: Bool { if case .constant = kind { true } else { false } }
}

extension Value {
    /// An integer of either kind as Python's.
    fileprivate var python: Value {
        if case .numpyInt(let number) = self { .int(number) } else { self }
    }
}
