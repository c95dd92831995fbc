import Interpreter
import Plan
import Values

/// What every node of one run came to.
final class Recording: Observer {
    enum Entry {
        case once(Value)
        /// Evaluated several times, to different values.
        case several
    }

    private var entries: [ObjectIdentifier: Entry] = [:]

    func evaluated(_ node: Node, _ value: Value) {
        let key = ObjectIdentifier(node)
        switch entries[key] {
        case nil: entries[key] = .once(value)
        case .once(let before) where Recording.isSame(before, value): break
        case .once, .several: entries[key] = .several
        }
    }

    /// Whether the node was evaluated at all.
    func reached(_ node: Node) -> Bool { entries[ObjectIdentifier(node)] != nil }

    /// The node's value, where every evaluation gave the same one.
    subscript(node: Node) -> Value? {
        if case .once(let value)? = entries[ObjectIdentifier(node)] { value } else { nil }
    }

    private static func isSame(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.frame(let a), .frame(let b)): a === b
        case (.series(let a), .series(let b)): a === b
        default: false
        }
    }
}
