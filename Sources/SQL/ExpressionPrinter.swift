import Values

extension Printer {
    mutating func write(_ expression: Expression) {
        switch expression {
        case .null: text("null")
        case .integer(let number): text(String(number))
        case .real(let number): text(realText(number))
        case .text(let value): binding(value)
        case .column(let column): name(column)
        case .all: text("*")
        case .qualified(let source, let column): writeQualified(source, column)
        case .unary(let symbol, let operand): writePrefix(symbol, operand)
        case .binary(let symbol, let left, let right): writeInfix(symbol, left, right)
        case .test(let operand, let test): writeTest(operand, test)
        case .call(let function, let arguments, let isDistinct): writeCall(function, arguments, isDistinct)
        case .countRows: text("count(*)")
        case .cast(let operand, let affinity): writeCast(operand, affinity)
        case .window(let function, let window): writeWindow(function, window)
        case .choice(let whens, let otherwise): writeChoice(whens, otherwise)
        case .isIn(let operand, let values): writeMembership(operand, values)
        case .isInRows(let operand, let select): writeMembership(operand, select)
        case .rows(let select): writeNested(select)
        case .exists(let select): writeExists(select)
        }
    }

    /// Writes an operand, in parentheses where it binds less than its place asks.
    private mutating func write(_ expression: Expression, above level: Int) {
        guard expression.level <= level else { return write(expression) }
        text("(")
        write(expression)
        text(")")
    }

    private mutating func writeQualified(_ source: String, _ column: String) {
        name(source)
        text(".")
        name(column)
    }

    private mutating func writePrefix(_ symbol: Expression.Prefix, _ operand: Expression) {
        text(symbol.rawValue)
        write(operand, above: symbol == .negate ? Level.tightest : Level.not - 1)
    }

    /// Operators of one level go from left to right.
    private mutating func writeInfix(_ symbol: Expression.Infix, _ left: Expression, _ right: Expression) {
        write(left, above: symbol.level - 1)
        text(" \(symbol.rawValue) ")
        write(right, above: symbol.isAssociative ? symbol.level - 1 : symbol.level)
    }

    private mutating func writeTest(_ operand: Expression, _ test: Expression.Test) {
        write(operand, above: Level.equality)
        text(" " + test.rawValue)
    }

    private mutating func writeCall(_ function: String, _ arguments: [Expression], _ isDistinct: Bool) {
        text(isDistinct ? "\(function)(distinct " : "\(function)(")
        list(arguments) { $0.write($1) }
        text(")")
    }

    private mutating func writeCast(_ operand: Expression, _ affinity: Expression.Affinity) {
        text("cast(")
        write(operand)
        text(" as \(affinity.rawValue))")
    }

    private mutating func writeWindow(_ function: Expression, _ window: Expression.Window) {
        write(function)
        text(" over (")
        var follows = false
        if !window.partition.isEmpty {
            text("partition by ")
            list(window.partition) { $0.write($1) }
            follows = true
        }
        if !window.order.isEmpty {
            text(follows ? " order by " : "order by ")
            list(window.order) { $0.write($1) }
            follows = true
        }
        if window.isWhole, !window.order.isEmpty {
            text(" rows between unbounded preceding and unbounded following")
        } else if !window.order.isEmpty {
            text(" rows unbounded preceding")
        }
        text(")")
    }

    private mutating func writeChoice(_ whens: [Expression.When], _ otherwise: Expression?) {
        text("case")
        for when in whens {
            text(" when ")
            write(when.condition)
            text(" then ")
            write(when.value)
        }
        if let otherwise {
            text(" else ")
            write(otherwise)
        }
        text(" end")
    }

    private mutating func writeMembership(_ operand: Expression, _ values: [Expression]) {
        write(operand, above: Level.equality)
        text(" in (")
        list(values) { $0.write($1) }
        text(")")
    }

    private mutating func writeMembership(_ operand: Expression, _ select: Select) {
        write(operand, above: Level.equality)
        text(" in ")
        writeNested(select)
    }

    private mutating func writeExists(_ select: Select) {
        text("exists ")
        writeNested(select)
    }

    private func realText(_ number: Double) -> String {
        if number.isInfinite { return number > 0 ? "9e999" : "-9e999" }
        return number.isNaN ? "null" : "\(number)"
    }
}

/// SQLite's precedence, loosest first.
enum Level {
    static let or = 1, and = 2, not = 3, equality = 4, order = 5, bits = 6, sum = 7, product = 8, concatenation = 9, tightest = 10
}

extension Expression.Infix {
    var level: Int {
        switch self {
        case .or: Level.or
        case .and: Level.and
        case .equal, .notEqual, .isSame, .isNotSame: Level.equality
        case .less, .lessEqual, .greater, .greaterEqual: Level.order
        case .bitAnd, .bitOr: Level.bits
        case .add, .subtract: Level.sum
        case .multiply, .divide, .modulo: Level.product
        case .concatenate: Level.concatenation
        }
    }

    /// `a and (b and c)` needs no parentheses; of numbers the order of additions decides the last bit.
    var isAssociative: Bool { self == .and || self == .or }
}

extension Expression {
    /// How tight the outermost operator binds.
    var level: Int {
        switch self {
        case .binary(let symbol, _, _): symbol.level
        case .unary(.not, _): Level.not
        case .test, .isIn, .isInRows: Level.equality
        case .unary(.negate, _), .integer(..<0): Level.tightest
        case .real(let number) where number < 0: Level.tightest
        case .null, .integer, .real, .text, .column, .all, .qualified, 
            .call, .countRows, .cast, .window, .choice, .rows, .exists: Level.tightest + 1
        }
    }
}
