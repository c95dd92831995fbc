import Diagnostics

extension TreeDump {
    mutating func add(_ expression: Expression, _ level: Int) {
        line(level, label(expression), expression.span)
        let below = level + 1
        switch expression.kind {
        case .name, .quotedName, .outerName, .literal: break
        case .formatted(let pieces): for piece in pieces { add(piece, below) }
        case .list(let items), .tuple(let items), .set(let items), .comparison(let items, _), .boolean(_, let items):
            for item in items { add(item, below) }
        case .dict(let pairs): for pair in pairs { addPair(pair.key, pair.value, below) }
        case .attribute(let base, _): add(base, below)
        case .subscripted(let base, let index), .binary(_, let base, let index):
            add(base, below)
            add(index, below)
        case .slice(let lower, let upper, let step):
            for (role, bound) in [("lower", lower), ("upper", upper), ("step", step)] {
                if let bound { part(below, role, [bound]) }
            }
        case .call(let function, let arguments):
            add(function, below)
            for argument in arguments { add(argument, below) }
        case .unary(_, let operand), .starred(let operand), .named(_, let operand): add(operand, below)
        case .conditional(let then, let condition, let otherwise):
            part(below, "condition", [condition])
            part(below, "then", [then])
            part(below, "else", [otherwise])
        case .lambda(let parameters, let body):
            for parameter in parameters { part(below, "parameter \(parameter.name.text)", parameter.defaultValue.map { [$0] } ?? []) }
            add(body, below)
        case .comprehension(_, let element, let value, let clauses):
            add(element, below)
            if let value { part(below, "value", [value]) }
            for clause in clauses { add(clause, below) }
        }
    }

    private func label(_ expression: Expression) -> String {
        switch expression.kind {
        case .name(let name): "name \(name)"
        case .quotedName(let name): "quoted-name \(quoted(name))"
        case .outerName(let name): "outer-name \(name)"
        case .literal(let literal): label(literal)
        case .formatted: "f-string"
        case .list: "list"
        case .tuple: "tuple"
        case .set: "set"
        case .dict: "dict"
        case .attribute(_, let name): "attribute \(name.text)"
        case .subscripted: "subscript"
        case .slice: "slice"
        case .call: "call"
        case .unary(let symbol, _): "unary \(symbol.rawValue)"
        case .binary(let symbol, _, _): "binary \(symbol.rawValue)"
        case .comparison(_, let symbols): "comparison \(symbols.map(\.rawValue).joined(separator: ", "))"
        case .boolean(let symbol, _): "boolean \(symbol.rawValue)"
        case .conditional: "conditional"
        case .lambda: "lambda"
        case .comprehension(let kind, _, _, _): "comprehension \(kind.rawValue)"
        case .starred: "starred"
        case .named(let name, _): "named \(name.text)"
        }
    }

    private func label(_ literal: Literal) -> String {
        switch literal {
        case .none: "None"
        case .ellipsis: "..."
        case .bool(let value): "bool \(value ? "True" : "False")"
        case .int(let value): "int \(value)"
        case .bigInt(let digits): "int \(digits)"
        case .float(let value): "float \(value)"
        case .string(let text): "str \(quoted(text))"
        }
    }

    /// Text on one line, whatever it holds.
    private func quoted(_ text: String) -> String { Printer.print(Expression(.literal(.string(text)), Span(0, 0))) }

    private mutating func add(_ piece: FormatPiece, _ level: Int) {
        switch piece {
        case .text(let text): line(level, "text \(quoted(text))")
        case .value(let value, let conversion, let spec, let debug):
            line(level, "value" + (conversion.map { " !\($0.rawValue)" } ?? "") + (debug.map { " \(quoted($0))" } ?? ""))
            add(value, level + 1)
            guard !spec.isEmpty else { return }
            line(level + 1, "format")
            for piece in spec { add(piece, level + 2) }
        }
    }

    private mutating func addPair(_ key: Expression?, _ value: Expression, _ level: Int) {
        guard let key else { return part(level, "unpacked", [value]) }
        part(level, "pair", [key, value])
    }

    private mutating func add(_ argument: Argument, _ level: Int) {
        switch argument.kind {
        case .positional: part(level, "argument", [argument.value])
        case .keyword(let name): part(level, "argument \(name.text)", [argument.value])
        case .starred: part(level, "argument *", [argument.value])
        case .doubleStarred: part(level, "argument **", [argument.value])
        }
    }

    private mutating func add(_ clause: Clause, _ level: Int) {
        line(level, "for")
        part(level + 1, "target", [clause.target])
        part(level + 1, "source", [clause.source])
        for condition in clause.conditions { part(level + 1, "if", [condition]) }
    }
}
