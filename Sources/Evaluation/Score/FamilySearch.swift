import Catalog
import Plan
import Values

/// Finds the families of one query: by the names of its operations, and by what has no name.
struct FamilySearch {
    private var found: Set<Family> = []

    init(_ program: Program) {
        for step in program.statements { visit(step) }
        visit(program.result)
    }

    /// In the order of the families.
    var families: [Family] { Family.allCases.filter(found.contains) }

    private mutating func visit(_ step: Step) {
        switch step.kind {
        case .evaluate(let node), .assert(let node), .assign(_, let node), .augmented(_, _, _, let node): visit(node)
        case .conditional(let condition, let then, let otherwise):
            visit(condition)
            for step in then + otherwise { visit(step) }
        case .loop(_, let source, let body):
            visit(source)
            for step in body { visit(step) }
        case .delete, .pass, .breaking, .continuing: break
        }
    }

    private mutating func visit(_ node: Node) {
        if let family = family(node) { found.insert(family) }
        for child in node.children { visit(child) }
    }

    private func family(_ node: Node) -> Family? {
        switch node.kind {
        case .operation(let operation): operation.family
        case .function(let operation, let arguments): arguments.positional.first.map { counts(operation.name, $0) } == true ? .count : operation.family
        case .property(_, let attribute): family(attribute)
        case .method(let receiver, let attribute, _): counts(attribute.name, receiver) ? .count : family(attribute)
        case .subscripted(let base, let key): family(subscripting: base, by: key)
        case .comparison(let operands, let symbols): family(comparing: operands, symbols)
        case .comprehension(let comprehension): comprehension.clauses.contains { !$0.conditions.isEmpty } ? .filter : nil
        case .set: .unique
        case .call(let callee, _): if case .constant(.type(.set)) = callee.kind { .unique } else { nil }
        case .constant, .column, .local, .slice, .unary, .binary, .and, .or, .not, .conditional, .list, .tuple, .dict, .formatted, .lambda, .bind, .queried, .starred, .failure:
            nil
        }
    }

    private func family(_ attribute: Node.Attribute) -> Family? { attribute.operation.map(\.family) ?? Family(named: attribute.name) }

    /// The sum of a mask is the number of rows that meet it.
    private func counts(_ name: String, _ node: Node) -> Bool { name == "sum" && node.isMask }

    /// A mask picks rows; a position other than the first asks by order. `.iloc[0]` is how the only cell of a selection is taken.
    private func family(subscripting base: Node, by key: Node) -> Family? {
        switch key.kind {
        case .tuple(let parts): if parts.contains(where: \.isMask) { return .filter }
        default: if key.isMask { return .filter }
        }
        return base.isPositional && key.isLaterPosition ? .ordinal : nil
    }

    /// An order between two things, or two things of the table held against each other. Whether a cell is what the claim says is neither.
    private func family(comparing operands: [Node], _ symbols: [ComparisonOperator]) -> Family? {
        if symbols.contains(where: \.isOrder) { return .comparison }
        if symbols.contains(where: \.isMembership) { return nil }
        return operands.count { $0.readsTable } > 1 ? .comparison : nil
    }
}

extension Node {
    fileprivate var isMask: Bool {
        switch type {
        case .series(.bool), .array(.bool), .index(.bool): true
        default: false
        }
    }

    /// `.iloc`, `.iat`, and the cells as an array.
    fileprivate var isPositional: Bool {
        if case .property(_, let attribute) = kind { ["iloc", "iat", "values"].contains(attribute.name) } else { false }
    }

    /// A number other than 0 as the position of a row.
    fileprivate var isLaterPosition: Bool {
        switch kind {
        case .constant(.int(let position)): position != 0
        case .unary(.negate, let operand): operand.isLaterPosition
        case .tuple(let parts): parts.first?.isLaterPosition ?? false
        default: false
        }
    }

    fileprivate var readsTable: Bool {
        switch kind {
        case .local, .column: true
        default: children.contains { $0.readsTable }
        }
    }
}

extension ComparisonOperator {
    fileprivate var isOrder: Bool {
        switch self {
        case .less, .lessEqual, .greater, .greaterEqual: true
        case .equal, .notEqual, .isSame, .isNot, .contains, .notContains: false
        }
    }

    fileprivate var isMembership: Bool {
        switch self {
        case .contains, .notContains: true
        case .equal, .notEqual, .isSame, .isNot, .less, .lessEqual, .greater, .greaterEqual: false
        }
    }
}
