import Diagnostics
import Syntax

/// Conditions on rows as they were meant, where Python reads them otherwise: `&` and `|` bind tighter than `==`, and `and` asks for one truth.
enum Precedence {
    /// A comparison whose operands `&` and `|` have swallowed parts of: `a > 1 & b < 2`, read as `a > (1 & b) < 2`, is `(a > 1) & (b < 2)`.
    ///
    /// - Returns: nil where no `&` or `|` stands in it without parentheses.
    static func regrouped(_ operands: [Expression], _ symbols: [ComparisonOperator]) -> String? {
        var terms: [String] = [""]
        var connectors: [String] = []
        for (at, operand) in operands.enumerated() {
            if at > 0 { terms[terms.count - 1] += " \(symbols[at - 1].rawValue) " }
            for (part, connector) in parts(operand) {
                if let connector {
                    connectors.append(connector)
                    terms.append("")
                }
                terms[terms.count - 1] += Printer.print(part)
            }
        }
        guard !connectors.isEmpty else { return nil }
        return zip([""] + connectors.map { " \($0) " }, terms).map { "\($0)(\($1))" }.joined()
    }

    /// What `&` and `|` join in an operand, in the text's order, each with the sign before it.
    private static func parts(_ expression: Expression) -> [(part: Expression, connector: String?)] {
        guard case .binary(let symbol, let left, let right) = expression.kind, symbol == .bitAnd || symbol == .bitOr,
            // In parentheses the expression begins before its left operand.
            expression.span.start == left.span.start
        else { return [(expression, nil)] }
        var rest = parts(right)
        rest[0].connector = symbol.rawValue
        return parts(left) + rest
    }

    /// `a < b < c` over columns is `(a < b) & (b < c)`.
    static func unchained(_ operands: [Expression], _ symbols: [ComparisonOperator]) -> String {
        symbols.indices.map { "(\(Printer.print(operands[$0])) \(symbols[$0].rawValue) \(Printer.print(operands[$0 + 1])))" }.joined(separator: " & ")
    }

    /// Where the operands stand: parentheses around them all stay.
    static func inside(_ span: Span, _ operands: [Expression]) -> Span {
        guard let first = operands.first, let last = operands.last else { return span }
        return first.span.joined(last.span)
    }

    /// `a and b` over masks is `(a) & (b)`.
    static func combined(_ symbol: BooleanOperator, _ operands: [Expression]) -> String {
        operands.map { "(\(Printer.print($0)))" }.joined(separator: symbol == .and ? " & " : " | ")
    }
}
