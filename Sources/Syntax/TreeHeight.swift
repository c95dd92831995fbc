extension Expression.Kind {
    /// One more than the highest child: how deep a walk of the tree goes.
    var height: Int {
        switch self {
        case .name, .quotedName, .outerName, .literal: 1
        case .attribute(let base, _): base.height + 1
        case .unary(_, let inner), .starred(let inner), .named(_, let inner): inner.height + 1
        case .subscripted(let base, let other), .binary(_, let base, let other): max(base.height, other.height) + 1
        case .list(let items), .tuple(let items), .set(let items), .comparison(let items, _), .boolean(_, let items): Self.highest(items) + 1
        case .call(let function, let arguments): arguments.reduce(function.height) { max($0, $1.value.height) } + 1
        case .slice(let lower, let upper, let step): Self.highest([lower, upper, step].compactMap { $0 }) + 1
        case .conditional(let then, let condition, let otherwise): max(then.height, condition.height, otherwise.height) + 1
        case .dict(let pairs): pairs.reduce(0) { max($0, $1.key?.height ?? 0, $1.value.height) } + 1
        case .lambda(let parameters, let body): parameters.reduce(body.height) { max($0, $1.defaultValue?.height ?? 0) } + 1
        case .comprehension(_, let element, let value, let clauses):
            clauses.reduce(max(element.height, value?.height ?? 0)) { max($0, $1.height) } + 1
        case .formatted(let pieces): Self.highest(pieces) + 1
        }
    }

    private static func highest(_ items: [Expression]) -> Int { items.reduce(0) { max($0, $1.height) } }

    private static func highest(_ pieces: [FormatPiece]) -> Int {
        pieces.reduce(0) { height, piece in
            switch piece {
            case .text: height
            case .value(let value, _, let spec, _): max(height, value.height, highest(spec))
            }
        }
    }
}

extension Clause {
    var height: Int { conditions.reduce(max(target.height, source.height)) { max($0, $1.height) } }
}
