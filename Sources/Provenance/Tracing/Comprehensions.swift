import Interpreter
import Plan
import Values

extension Tracer {
    /// `[f(x) for x in column if c(x)]`: each item has the cells of the item of the source it was made from.
    ///
    /// All cells of the source were read: any of them may fail, or be left out.
    func comprehension(_ node: Node, _ comprehension: Node.Comprehension) -> Trace {
        guard comprehension.kind != .set, comprehension.clauses.count == 1, let sources = sources(comprehension) else { return opaque(node.children) }
        let clause = comprehension.clauses[0]
        let count = sources.map(\.pieces.count).min() ?? 0
        let parts = [comprehension.element, comprehension.value].compactMap(\.self) + clause.conditions
        let outer = support(parts)
        let used = joined(sources.filter { source in parts.contains { $0.uses(source.slot) } }, count)
        var control = sources.reduce(outer) { $0.union($1.control) }
        control.read.formUnion(used.cells)
        if comprehension.kind == .dict, recording[node]?.itemCount != used.count { return opaque(node.children) }
        guard !clause.conditions.isEmpty else { return Trace(shape: .pieces(used), control: control) }
        guard let kept = kept(comprehension, count) else { return opaque(node.children) }
        let asked = joined(sources.filter { source in clause.conditions.contains { $0.uses(source.slot) } }, count)
        control.deciding.formUnion(kept.isEmpty ? asked.cells : kept.map { asked[$0] }.cells)
        return Trace(shape: .pieces(kept.map { used[$0] }), control: control)
    }

    /// A comprehension's items as a list, where the run went through them without keeping them; any other node's recorded value.
    func items(of node: Node) -> Value? {
        guard case .comprehension(let comprehension) = node.kind, comprehension.kind == .generator else { return recording[node] }
        return list(comprehension.element, comprehension.clauses, like: node)
    }

    private struct Source {
        let slot: Int
        let pieces: [Piece]
        let control: Support
    }

    /// The variables of a clause with the cells that each goes through; nil where they cannot be told apart.
    private func sources(_ comprehension: Node.Comprehension) -> [Source]? {
        let clause = comprehension.clauses[0]
        switch clause.target {
        case .local(let slot): return source(slot, clause.source).map { [$0] }
        case .tuple(let targets, nil): return rows(comprehension, targets) ?? sources(targets, clause.source) ?? values(targets, clause.source)
        case .tuple, .subscripted, .attribute: return nil
        }
    }

    private func sources(_ targets: [Target], _ node: Node) -> [Source]? {
        guard case .function(let operation, let arguments) = node.kind, arguments.keywords.isEmpty, arguments.merged.isEmpty else { return nil }
        switch operation.name {
        case "zip" where arguments.positional.count == targets.count: return zip(targets, arguments.positional).reduce([Source]()) { all, pair in
            guard let all, case .local(let slot) = pair.0, let source = source(slot, pair.1) else { return nil }
            return all + [source]
        }
        case "enumerate" where targets.count == 2 && arguments.positional.count == 1:
            guard case .local(let slot) = targets[1], case .local = targets[0] else { return nil }
            return source(slot, arguments.positional[0]).map { [$0] }
        default: return nil
        }
    }

    /// `for _, row in df.iterrows()`: a row's cells in the columns that the body names.
    private func rows(_ comprehension: Node.Comprehension, _ targets: [Target]) -> [Source]? {
        let clause = comprehension.clauses[0]
        guard case .method(let receiver, let attribute, _) = clause.source.kind, attribute.name == "iterrows", targets.count == 2, case .local(let slot) = targets[1],
            case .frame(let frame)? = recording[receiver], case .table(let rows, let columns) = trace(receiver).shape
        else { return nil }
        let parts = [comprehension.element, comprehension.value].compactMap(\.self) + clause.conditions
        let found = parts.map { $0.labels(of: slot) }
        guard !found.contains(where: { $0 == nil }) else { return nil }
        let positions = found.flatMap { $0 ?? [] }.map { frame.columns.positions(of: .string($0)) }
        guard positions.allSatisfy({ $0.count == 1 && columns.indices.contains($0[0]) }) else { return nil }
        let read = Set(positions.flatMap { columns[$0[0]] })
        return [Source(slot: slot, pieces: rows.map { Piece(rows: [$0], columns: read.sorted()) }, control: trace(receiver).control)]
    }

    /// `for a, b in df[['x', 'y']].values`: a column each.
    private func values(_ targets: [Target], _ node: Node) -> [Source]? {
        guard case .array? = recording[node], case .table(let rows, let columns) = trace(node).shape, columns.count == targets.count else { return nil }
        return Swift.zip(targets, columns).reduce([Source]()) { all, pair in
            guard let all, case .local(let slot) = pair.0 else { return nil }
            return all + [Source(slot: slot, pieces: rows.map { Piece(rows: [$0], columns: pair.1) }, control: trace(node).control)]
        }
    }

    private func source(_ slot: Int, _ node: Node) -> Source? {
        let before = trace(node)
        return before.pieces.map { Source(slot: slot, pieces: $0, control: before.control.union(Support(both: CellSet(rows: [], columns: before.order)))) }
    }

    private func joined(_ sources: [Source], _ count: Int) -> [Piece] {
        (0..<count).map { at in sources.reduce(Piece()) { $0.adding($1.pieces[at]) } }
    }

    /// The positions of the source's items that the conditions let pass.
    private func kept(_ comprehension: Node.Comprehension, _ count: Int) -> [Int]? {
        let clause = comprehension.clauses[0]
        let conditions = clause.conditions.count == 1 ? clause.conditions[0] : Node(.and(clause.conditions), type: clause.conditions[0].type, span: clause.conditions[0].span)
        let bare = Node.Comprehension.Clause(target: clause.target, source: clause.source, conditions: [])
        guard let flags = list(conditions, [bare], like: conditions)?.cells, flags.count == count else { return nil }
        return (0..<count).filter { (try? Interpreter.truth(flags[$0])) == true }
    }

    private func list(_ element: Node, _ clauses: [Node.Comprehension.Clause], like node: Node) -> Value? {
        let all = Node(.comprehension(Node.Comprehension(kind: .list, element: element, value: nil, clauses: clauses)), type: node.type, span: node.span)
        return try? Interpreter.run(Program(statements: program.statements, result: all, slotNames: program.slotNames), on: table, budget: budget)
    }
}

extension Node {
    /// Whether a variable is named in a node or below it.
    fileprivate func uses(_ slot: Int) -> Bool {
        if case .local(slot) = kind { return true }
        return children.contains { $0.uses(slot) }
    }
}
