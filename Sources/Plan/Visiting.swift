extension Program {
    /// Calls with every node: those of the statements in order, then those of the result; a node comes before its children.
    public func forEachNode(_ body: (Node) -> Void) {
        for step in statements { step.forEachNode(body) }
        result.forEachNode(body)
    }
}

extension Node {
    /// Calls with the node, then with those below it.
    public func forEachNode(_ body: (Node) -> Void) {
        body(self)
        for child in children { child.forEachNode(body) }
    }
}

extension Step {
    fileprivate func forEachNode(_ body: (Node) -> Void) {
        switch kind {
        case .evaluate(let node), .assert(let node): node.forEachNode(body)
        case .assign(let targets, let node):
            for target in targets { target.forEachNode(body) }
            node.forEachNode(body)
        case .augmented(let target, let old, _, let node):
            target.forEachNode(body)
            old.forEachNode(body)
            node.forEachNode(body)
        case .conditional(let condition, let then, let otherwise):
            condition.forEachNode(body)
            for step in then + otherwise { step.forEachNode(body) }
        case .loop(let target, let source, let steps):
            target.forEachNode(body)
            source.forEachNode(body)
            for step in steps { step.forEachNode(body) }
        case .delete(let target): target.forEachNode(body)
        case .pass, .breaking, .continuing: break
        }
    }
}

extension Target {
    fileprivate func forEachNode(_ body: (Node) -> Void) {
        switch self {
        case .local: break
        case .subscripted(let base, let key):
            base.forEachNode(body)
            key.forEachNode(body)
        case .attribute(let base, _): base.forEachNode(body)
        case .tuple(let targets, _): for target in targets { target.forEachNode(body) }
        }
    }
}
