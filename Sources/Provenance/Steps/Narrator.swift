import Catalog
import Diagnostics
import Plan
import Values

/// Tells a recorded run as steps: one a node whose value a reader would ask for.
///
/// Columns of the table, constants and the conditions inside a filter are no steps of their own; they are named in the words of the step
/// around them.
final class Narrator {
    let tracer: Tracer
    /// Whether the steps have their cells.
    private let isTracing: Bool
    /// The query's text.
    let text: [UInt8]
    private(set) var steps: [AccountStep] = []
    private(set) var doubts: [Diagnostic] = []
    /// The step of each node that has one.
    private var numbers: [ObjectIdentifier: Int] = [:]
    /// The step of each text of the query that has one, where nothing is assigned in between.
    private var told: [String: Int] = [:]
    /// A reader stops long before.
    private static let mostSteps = 64

    init(_ tracer: Tracer, text: String, isTracing: Bool) {
        self.tracer = tracer
        self.isTracing = isTracing
        self.text = Array(text.utf8)
    }

    var recording: Recording { tracer.recording }

    func tell(_ program: Program) {
        for step in program.statements {
            switch step.kind {
            case .assign(_, let node), .evaluate(let node), .assert(let node):
                tell(node)
                told = [:]
            case .augmented, .conditional, .loop, .delete, .pass, .breaking, .continuing: break
            }
        }
        tell(program.result)
        if numbers[ObjectIdentifier(program.result)] == nil { add(program.result, words(program.result)) }
    }

    /// Adds the steps of a node: those of what it is made of first.
    private func tell(_ node: Node) {
        guard recording.reached(node), recording[node] != nil, numbers[ObjectIdentifier(node)] == nil else { return }
        switch node.kind {
        case .constant, .local, .operation, .failure, .lambda, .slice, .starred: return
        case .bind(_, let value), .queried(_, let value): tell(value)
        case .column(let frame, _, _): tell(frame)
        case .property(let receiver, let attribute): told(node, [receiver], quiet: isAccessor(attribute, receiver))
        case .method(let receiver, _, let arguments): told(node, [receiver] + arguments.nodes, quiet: false)
        case .function(_, let arguments): told(node, arguments.nodes, quiet: false)
        case .call(let callee, let arguments): told(node, arguments.nodes, quiet: callee.isContainer)
        case .subscripted(let base, let key): tellSelection(node, base, key)
        case .list(let items), .tuple(let items), .set(let items): for item in items { tell(item) }
        case .dict, .formatted: told(node, [], quiet: false)
        case .comprehension(let comprehension): told(node, [], quiet: comprehension.kind == .generator)
        case .conditional(let then, let condition, let otherwise): told(node, (isOurs(condition) ? [] : [condition]) + [then, otherwise], quiet: isOurs(condition))
        case .unary, .binary, .comparison, .and, .or, .not: told(node, node.children, quiet: false)
        }
    }

    /// Conditions and other cell-by-cell results are told inside the step that uses them.
    private func told(_ node: Node, _ parts: [Node], quiet: Bool) {
        for part in parts { tell(part) }
        guard !quiet, !isCellByCell(node) else { return }
        add(node, words(node))
    }

    /// Whether a condition was not written in the query: a name in `df.query` is a column, or else the labels.
    func isOurs(_ condition: Node) -> Bool {
        if case .local(let slot) = condition.kind { return tracer.program.slotNames[slot].hasPrefix("`") }
        return condition.children.contains(where: isOurs)
    }

    private func isAccessor(_ attribute: Node.Attribute, _ receiver: Node) -> Bool {
        AccessorKind(rawValue: attribute.name) != nil || ["values", "index"].contains(attribute.name)
    }

    private func tellSelection(_ node: Node, _ base: Node, _ key: Node) {
        if case .property(let receiver, let attribute) = base.kind, attribute.name == "shape" { tell(receiver) } else { tell(base) }
        let rows = rowKey(base, key)
        if recording[rows]?.flags == nil { tell(key) } else { tellInside(rows) }
        if recording[key]?.columnNames != nil, recording[base]?.series == nil, recording[base]?.dict == nil { return }
        add(node, words(node))
        if recording[rows]?.flags != nil, recording[node]?.itemCount == 0 { doubt(rows) }
    }

    /// A condition that no row meets; the nearest cells are named where they are few.
    private func doubt(_ mask: Node) {
        // Where there are variables, what they hold is known only once the whole run was followed.
        if tracer.program.slotNames.count > 1 { _ = tracer.support }
        let near = tracer.nearest(to: mask).cells
        let table = tracer.table
        let cells = near.count > 3 ? [] : near.map { "'\(Abridged.plain(table.columns[$0.column]))' of row \($0.row) is \(Abridged.text(table.cell(row: $0.row, column: $0.column)))" }
        doubts.append(
            .warning(.emptySelection, "no row of the table meets the condition", at: mask.span, helps: cells.isEmpty ? [] : ["the nearest: " + cells.joined(separator: ", ")]))
    }

    /// Scalars inside a condition (`df['crowd'] > df['crowd'].mean()`) have steps of their own.
    private func tellInside(_ mask: Node) {
        for child in mask.children {
            if recording[child]?.isScalar == true { tell(child) } else { tellInside(child) }
        }
    }

    /// Of `loc[rows, columns]` the rows.
    func rowKey(_ base: Node, _ key: Node) -> Node {
        guard case .property = base.kind, case .tuple(let parts) = key.kind, parts.count == 2 else { return key }
        return parts[0]
    }

    private func add(_ node: Node, _ words: String) {
        guard steps.count < Narrator.mostSteps, let value = recording[node] else { return }
        let outcome = outcome(node, value)
        if let told = told(node, words, outcome) {
            numbers[ObjectIdentifier(node)] = told
            return
        }
        told[source(node.span)] = steps.count + 1
        steps.append(AccountStep(words: words, outcome: outcome, value: value, span: node.span, cells: cells(of: node)))
        numbers[ObjectIdentifier(node)] = steps.count
    }

    /// The step that told the same before: the same expression, or the same words that lean on no other step.
    private func told(_ node: Node, _ words: String, _ outcome: String) -> Int? {
        let leans = ["step", "their ", "its "].contains { words.contains($0) }
        if let told = told[source(node.span)], !leans || words == steps[told - 1].words { return told }
        return leans ? nil : steps.firstIndex { $0.words == words && $0.outcome == outcome }.map { $0 + 1 }
    }

    /// Of rows that were chosen, what chose them; their other cells nobody has looked at yet.
    private func cells(of node: Node) -> CellSet {
        guard isTracing else { return CellSet() }
        let trace = tracer.trace(node)
        if case .table = trace.shape, !trace.control.deciding.isEmpty { return trace.control.deciding }
        return trace.support.deciding
    }

    func number(_ node: Node) -> Int? { numbers[ObjectIdentifier(node)] }

    /// Whether the node's is the step just told.
    func isLatest(_ node: Node) -> Bool { number(node) == steps.count && !steps.isEmpty }

    /// The query's text at a place.
    func source(_ span: Span) -> String {
        guard span.start >= 0, span.start <= span.end, span.end <= text.count else { return "" }
        return String(decoding: text[span.start..<span.end], as: UTF8.self)
    }
}
