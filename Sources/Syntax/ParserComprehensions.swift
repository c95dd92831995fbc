import Diagnostics

extension Parser {
    /// The `for … in … if …` of a comprehension that begins at `start`.
    mutating func clauses(from start: Int) throws(Stop) -> [Clause] {
        var clauses: [Clause] = []
        while accept(.for) {
            let target = try targetList()
            try expect(.keyword(.in))
            let source = try comprehensionSource()
            var conditions: [Expression] = []
            while accept(.if) { conditions.append(try conditionInComprehension()) }
            clauses.append(Clause(target: target, source: source, conditions: conditions))
        }
        if isAt(.async) { throw fail(.unsupportedSyntax, "'async' is not supported", token.span) }
        try checkBound(from: start, clauses)
        return clauses
    }

    private mutating func comprehensionSource() throws(Stop) -> Expression {
        sources += 1
        defer { sources -= 1 }
        return try or()
    }

    /// No `:=` of a comprehension may name one of its variables.
    private mutating func checkBound(from start: Int, _ clauses: [Clause]) throws(Stop) {
        let inside = bound.filter { $0.span.start >= start }
        guard !inside.isEmpty else { return }
        let variables = clauses.reduce(into: Set<String>()) { Parser.collectNames($1.target, &$0) }
        for name in inside where variables.contains(name.text) {
            throw fail(.invalidTarget, "':=' cannot rebind the comprehension's variable '\(name.text)'", name.span)
        }
    }

    private static func collectNames(_ target: Expression, _ names: inout Set<String>) {
        switch target.kind {
        case .name(let name): names.insert(name)
        case .tuple(let items), .list(let items): for item in items { collectNames(item, &names) }
        case .starred(let inner): collectNames(inner, &names)
        default: break
        }
    }

    private mutating func conditionInComprehension() throws(Stop) -> Expression {
        guard kind == .name, peek(1) == .symbol(.walrus) else { return try or() }
        throw fail(.unexpectedToken, "':=' needs parentheses here", token.span)
    }
}
