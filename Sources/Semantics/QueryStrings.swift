import Diagnostics
import Plan
import Syntax
import Values

extension Checker {
    /// `df.query("…")` with a constant text.
    func query(_ owner: Node, _ arguments: [Argument], _ span: Span) -> Node? { nil }

    /// `df.eval("…")` with a constant text.
    func eval(_ owner: Node, _ arguments: [Argument], _ span: Span) -> Node? { nil }
}
