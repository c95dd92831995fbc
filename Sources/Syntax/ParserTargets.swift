import Diagnostics

extension Parser {
    mutating func checkTarget(_ target: Expression, allowsStar: Bool, deleting: Bool = false) throws(Stop) {
        switch target.kind {
        case .name, .attribute, .subscripted: return
        case .tuple(let items), .list(let items):
            guard items.count(where: { if case .starred = $0.kind { true } else { false } }) <= 1 else {
                throw fail(.invalidTarget, "multiple starred expressions in assignment", target.span)
            }
            for item in items { try checkTarget(item, allowsStar: !deleting, deleting: deleting) }
        case .starred(let inner) where allowsStar: try checkTarget(inner, allowsStar: false)
        default:
            throw fail(.invalidTarget, "this cannot be assigned to", target.span, helps: ["write '==' to compare"])
        }
    }

    /// The variables of a `for`.
    mutating func targetList() throws(Stop) -> Expression {
        let start = token.span.start
        var items = [try targetItem()]
        var isTuple = false
        while accept(.comma) {
            isTuple = true
            if isAt(.in) || isAt(.assign) { break }
            items.append(try targetItem())
        }
        let target = isTuple ? Expression(.tuple(items), Span(start, lastEnd)) : items[0]
        try checkTarget(target, allowsStar: false)
        return target
    }

    private mutating func targetItem() throws(Stop) -> Expression {
        let start = token.span.start
        if accept(.multiply) { return Expression(.starred(try binary(.bitOr)), Span(start, lastEnd)) }
        return try binary(.bitOr)
    }
}
