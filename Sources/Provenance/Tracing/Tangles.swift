import Catalog
import Plan
import Values

/// Programs whose variables one pass in the order of the text cannot follow: loops, branches, changes in place, names of the same thing.
struct Tangles {
    private var assigned: [Int: Int] = [:]
    private var setsColumns = false
    private var hasAliases = false
    private var hasKeptLambdas = false
    private(set) var isHopeless = false

    init(_ program: Program) {
        for step in program.statements { note(step) }
        note(program.result, isKept: true)
        if hasAliases && setsColumns || hasKeptLambdas && (setsColumns || assigned.values.contains { $0 > 1 }) { isHopeless = true }
    }

    private mutating func note(_ step: Step) {
        switch step.kind {
        case .evaluate(let node), .assert(let node): note(node, isKept: false)
        case .assign(let targets, let node):
            note(node, isKept: true)
            if targets.count > 1 { hasAliases = true }
            for target in targets { note(target) }
        case .pass: break
        case .augmented, .conditional, .loop, .delete, .breaking, .continuing: isHopeless = true
        }
    }

    private mutating func note(_ target: Target) {
        switch target {
        case .local(let slot): assigned[slot, default: slot == 0 ? 1 : 0] += 1
        case .subscripted(let base, let key):
            setsColumns = true
            guard case .local = base.kind, case .constant(.text) = key.kind else { return isHopeless = true }
        case .attribute, .tuple: isHopeless = true
        }
    }

    /// - Parameter isKept: whether the node's value outlives the expression around it.
    private mutating func note(_ node: Node, isKept: Bool) {
        if node.changesInPlace { isHopeless = true }
        switch node.kind {
        case .bind: isHopeless = true
        case .local: if isKept { hasAliases = true }
        case .lambda: if isKept { hasKeptLambdas = true }
        default: break
        }
        let keeps = node.keepsChildren
        for (at, child) in node.children.enumerated() { note(child, isKept: keeps(at)) }
    }
}

extension Node {
    /// Whether the value may hold the child at that position itself, not something computed from it.
    fileprivate var keepsChildren: (Int) -> Bool {
        switch kind {
        case .column, .property, .binary, .comparison, .unary, .not, .formatted, .subscripted, .slice: { _ in false }
        case .method(_, let attribute, _): { at in at == 0 && attribute.name == "pipe" }
        case .function, .call: { _ in false }
        case .constant, .local, .operation, .and, .or, .conditional, .list, .tuple, .set, .dict, .lambda, .comprehension, .starred, .failure: { _ in true }
        case .bind, .queried: { _ in false }
        }
    }

    /// Whether evaluating the node itself changes a variable or what it holds.
    fileprivate var changesInPlace: Bool {
        switch kind {
        case .method(_, let attribute, let arguments): Node.changing.contains(attribute.name) || arguments.keywords.contains { $0.name == "inplace" }
        case .property(_, let attribute): Node.changing.contains(attribute.name)
        default: false
        }
    }

    /// Methods of lists, sets, dicts and frames that change their receiver, whatever it is.
    private static let changing: Set<String> = [
        "append", "extend", "insert", "pop", "remove", "sort", "reverse", "clear", "update", "setdefault", "add", "discard", "popitem",
        "difference_update", "intersection_update", "symmetric_difference_update",
    ]
}

extension Program {
    /// Whether variables cannot be followed in the order of the text.
    var isTangled: Bool { Tangles(self).isHopeless }
}
