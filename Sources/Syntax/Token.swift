import Diagnostics

/// The smallest piece of a query that the grammar knows, with its byte range.
public struct Token: Hashable, Sendable {
    public var kind: Kind
    public var span: Span

    public enum Kind: Hashable, Sendable {
        case name
        case keyword(Keyword)
        case number
        /// A string literal with its prefix and quotes; an f-string is one token too.
        case string
        case symbol(Symbol)
        /// The end of a logical line.
        case newline
        case indent, dedent
        /// `` `column name` ``, only in the language of `df.query`.
        case quotedName
        case end
    }
}

/// Python's reserved words.
public enum Keyword: String, CaseIterable, Sendable {
    case and, or, not, `in`, `is`, `if`, `else`, `for`, lambda
    case `true` = "True", `false` = "False", none = "None"
    case `import`, from, `as`, del, pass, `break`, `continue`, assert, elif
    case def, `class`, `while`, with, `try`, except, finally, raise, `return`, yield, global, nonlocal, async, await
}

/// Operators and punctuation, longest first where one begins another.
public enum Symbol: String, CaseIterable, Sendable {
    case powerAssign = "**=", floorAssign = "//=", leftAssign = "<<=", rightAssign = ">>=", ellipsis = "..."
    case power = "**", floorDivide = "//", shiftLeft = "<<", shiftRight = ">>", lessEqual = "<=", greaterEqual = ">="
    case equal = "==", notEqual = "!=", arrow = "->", walrus = ":=", addAssign = "+=", subtractAssign = "-=", multiplyAssign = "*="
    case divideAssign = "/=", moduloAssign = "%=", andAssign = "&=", orAssign = "|=", xorAssign = "^=", matrixAssign = "@="
    case openParenthesis = "(", closeParenthesis = ")", openBracket = "[", closeBracket = "]", openBrace = "{", closeBrace = "}"
    case comma = ",", colon = ":", dot = ".", semicolon = ";", assign = "=", add = "+", subtract = "-", multiply = "*", divide = "/"
    case modulo = "%", bitAnd = "&", bitOr = "|", bitXor = "^", invert = "~", less = "<", greater = ">", at = "@"
}
