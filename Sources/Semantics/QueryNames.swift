import Diagnostics
import Plan
import Syntax

// What names mean in a query string: columns first, then row labels; `@name` is a variable of the query around it.
extension QueryRewriter {
    func column(_ name: String, _ span: Span) throws(Diagnostic) -> QueryPiece {
        if name == "inf" || name == "Inf" { return QueryPiece(Expression(.literal(.float(.infinity)), span), .scalar) }
        guard case .frame(let frame) = frame, let columns = frame.columns else { return columnOrLevel(name, span) }
        if let at = frame.positions(of: name).first { return QueryPiece(cells(name, span), QueryPiece.Kind(columns[at].element)) }
        if let labels = labels(name, span) { return labels }
        throw unknown(name, frame, span)
    }

    private func receiver(_ span: Span) -> Expression { Expression(.name(Checker.queriedFrame), span) }

    private func cells(_ name: String, _ span: Span) -> Expression {
        Expression(.subscripted(receiver(span), Expression(.literal(.string(name)), span)), span)
    }

    func asked(_ base: Expression, _ name: String, _ span: Span, _ arguments: [Argument] = []) -> Expression {
        Expression(.call(attribute(base, name, span), arguments), span)
    }

    func attribute(_ base: Expression, _ name: String, _ span: Span) -> Expression {
        Expression(.attribute(base, Name(name, span)), span)
    }

    /// `index`, `columns` and `ilevel_0`: the labels as a Series.
    private func labels(_ name: String, _ span: Span) -> QueryPiece? {
        switch name {
        case "index", "ilevel_0": QueryPiece(asked(attribute(receiver(span), "index", span), "to_series", span), .unknown)
        case "columns", "clevel_0": QueryPiece(asked(attribute(receiver(span), "columns", span), "to_series", span), .unknown)
        default: nil
        }
    }

    /// Where only the data tell which columns there are: the column of that name, else the level of the row labels.
    private func columnOrLevel(_ name: String, _ span: Span) -> QueryPiece {
        let label = Expression(.literal(.string(name)), span)
        let index = attribute(receiver(span), "index", span)
        let level = asked(index, "get_level_values", span, [Argument(.positional, label)])
        let series = labels(name, span)?.expression ?? asked(level, "to_series", span, [Argument(.positional, index)])
        let isColumn = Expression(.comparison([label, attribute(receiver(span), "columns", span)], [.contains]), span)
        return QueryPiece(Expression(.conditional(then: cells(name, span), condition: isColumn, otherwise: series), span), .unknown)
    }

    private func unknown(_ name: String, _ frame: FrameType, _ span: Span) -> Diagnostic {
        let columns = frame.columns ?? []
        let near = NearNames.find(name, among: columns.map(\.label))
        var helps = near.isEmpty ? [] : ["did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?"]
        if checker.scope.meaning(of: name) != nil { helps.append("a variable is written '@\(name)' in a query string") }
        let listed = columns.prefix(40).map { "'\($0.label)' (\($0.element.label))" }.joined(separator: ", ")
        return Diagnostic(
            .unknownColumn, "unknown column '\(name)'", at: span,
            notes: ["the columns are \(listed)\(columns.count > 40 ? ", …" : "")"], helps: helps,
            suggestions: near.map { Checker.suggestion($0, near, for: name, at: span, replacement: QueryRewriter.written($0)) })
    }

    /// A column's name as a query string writes it.
    private static func written(_ label: String) -> String {
        let isName = label.unicodeScalars.first.map { !("0"..."9").contains($0) } ?? false
            && label.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
        return isName ? label : "`\(label)`"
    }

    /// A name in backquotes: pandas can read only what it knows how to spell.
    ///
    /// - Throws: `unexpectedCharacter` for a character that pandas has no spelling for (`create_valid_python_identifier`).
    func quoted(_ name: String, _ span: Span) throws(Diagnostic) -> QueryPiece {
        let spelled: Set<Unicode.Scalar> = Set(" ?!$€°'\"!%&()*+,-./:;<=>@[]^{|}~".unicodeScalars)
        if let stray = name.unicodeScalars.first(where: { !spelled.contains($0) && !$0.properties.isXIDContinue }) {
            throw Diagnostic(.unexpectedCharacter, "a name in backquotes cannot hold '\(stray)'", at: span, helps: ["use df['…'] instead"])
        }
        return try column(name, span)
    }

    /// `@name`
    func outer(_ name: String, _ span: Span) throws(Diagnostic) -> QueryPiece {
        guard let meaning = checker.scope.meaning(of: name) else {
            throw Diagnostic(.unknownName, "local variable '\(name)' is not defined", at: span)
        }
        let kind: QueryPiece.Kind = if case .slot(let slot) = meaning { QueryPiece.Kind(checker.scope.types[slot]) } else { .other }
        return QueryPiece(Expression(.name(name), span), kind)
    }

    /// Functions that pandas knows in a query string, all numpy's.
    static let functions: Set<String> = [
        "sin", "cos", "exp", "log", "expm1", "log1p", "sqrt", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "arccosh", "arcsinh",
        "arctanh", "abs", "log10", "floor", "ceil", "arctan2",
    ]
}
