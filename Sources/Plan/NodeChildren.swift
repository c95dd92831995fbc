extension Node {
    /// The nodes right below this one, in source order.
    public var children: [Node] {
        switch kind {
        case .constant, .local, .operation, .failure: []
        case .column(let frame, _, _): [frame]
        case .property(let receiver, _): [receiver]
        case .method(let receiver, _, let arguments): [receiver] + arguments.nodes
        case .function(_, let arguments): arguments.nodes
        case .call(let callee, let arguments): [callee] + arguments.nodes
        case .subscripted(let base, let key): [base, key]
        case .slice(let lower, let upper, let step): [lower, upper, step].compactMap(\.self)
        case .unary(_, let operand), .not(let operand), .bind(_, let operand), .queried(_, let operand), .starred(let operand): [operand]
        case .binary(_, let left, let right): [left, right]
        case .comparison(let operands, _), .and(let operands), .or(let operands): operands
        case .conditional(let then, let condition, let otherwise): [then, condition, otherwise]
        case .list(let items), .tuple(let items), .set(let items): items
        case .dict(let pairs): pairs.flatMap { [$0.key, $0.value].compactMap(\.self) }
        case .formatted(let parts): parts.flatMap(\.nodes)
        case .lambda(let lambda): lambda.parameters.compactMap(\.defaultValue) + [lambda.body]
        case .comprehension(let comprehension): comprehension.nodes
        }
    }
}

extension Node.Arguments {
    /// Every argument's value, in source order.
    public var nodes: [Node] { positional + keywords.map(\.value) + merged }
}

extension Node.FormatPart {
    fileprivate var nodes: [Node] {
        switch self {
        case .text: []
        case .value(let node, _, let spec): [node] + spec.flatMap(\.nodes)
        }
    }
}

extension Node.Comprehension {
    fileprivate var nodes: [Node] {
        [element, value].compactMap(\.self) + clauses.flatMap { [$0.source] + $0.conditions }
    }
}
