import Plan
import Values

/// Looks on while a program runs.
public protocol Observer: AnyObject {
    /// A node has this value. A node in a lambda, a comprehension or a loop is told of once an evaluation.
    func evaluated(_ node: Node, _ value: Value)
}
