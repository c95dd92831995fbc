import Diagnostics

/// A tree as indented lines, one node a line: its kind, what it holds, its byte range.
///
///     expression 0..8
///       comparison < 0..8
///         attribute a 0..4
///           name df 0..2
///         int 3 7..8
public struct TreeDump {
    private(set) var out = ""
    let places: Bool

    /// - Parameter places: whether to give byte ranges; without them two dumps are equal exactly when the trees are.
    public static func text(_ script: Script, places: Bool = true) -> String {
        var dump = TreeDump(places: places)
        for statement in script.statements { dump.add(statement, 0) }
        return dump.out
    }

    public static func text(_ expression: Expression, places: Bool = true) -> String {
        var dump = TreeDump(places: places)
        dump.add(expression, 0)
        return dump.out
    }

    private init(places: Bool) { self.places = places }

    mutating func line(_ level: Int, _ text: String, _ span: Span? = nil) {
        out += String(repeating: "  ", count: level) + text
        if places, let span { out += " \(span.start)..\(span.end)" }
        out += "\n"
    }

    /// A part with a name, where its role is not plain from its position.
    mutating func part(_ level: Int, _ role: String, _ children: [Expression]) {
        line(level, role)
        for child in children { add(child, level + 1) }
    }

    // MARK: Statements

    private mutating func add(_ statement: Statement, _ level: Int) {
        let span = statement.span
        switch statement.kind {
        case .expression(let value):
            line(level, "expression", span)
            add(value, level + 1)
        case .assign(let targets, let value):
            line(level, "assign", span)
            for target in targets { part(level + 1, "target", [target]) }
            add(value, level + 1)
        case .augmented(let target, let symbol, let value):
            line(level, "assign \(symbol.rawValue)=", span)
            part(level + 1, "target", [target])
            add(value, level + 1)
        case .importing(let imports):
            for each in imports {
                let words = [each.module.text, each.name?.text, each.alias.map { "as \($0.text)" }]
                line(level, "import \(words.compactMap { $0 }.joined(separator: " "))", span)
            }
        case .conditional(let condition, let body, let otherwise):
            line(level, "if", span)
            part(level + 1, "condition", [condition])
            block(level + 1, "then", body)
            if !otherwise.isEmpty { block(level + 1, "else", otherwise) }
        case .loop(let target, let source, let body):
            line(level, "for", span)
            part(level + 1, "target", [target])
            part(level + 1, "source", [source])
            block(level + 1, "body", body)
        case .assert(let condition):
            line(level, "assert", span)
            add(condition, level + 1)
        case .delete(let targets):
            line(level, "del", span)
            for target in targets { add(target, level + 1) }
        case .pass: line(level, "pass", span)
        case .breaking: line(level, "break", span)
        case .continuing: line(level, "continue", span)
        }
    }

    private mutating func block(_ level: Int, _ role: String, _ statements: [Statement]) {
        line(level, role)
        for statement in statements { add(statement, level + 1) }
    }
}
