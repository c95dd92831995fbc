import Catalog
import Diagnostics
import Plan
import Syntax
import Values

extension Checker {
    func call(_ callee: Expression, _ arguments: [Argument], _ span: Span) -> Node {
        if case .attribute(let base, let name) = callee.kind { return method(base, name, arguments, span) }
        if case .name(let name) = callee.kind, scope.meaning(of: name) == nil, Checker.builtinTypes[name] == nil,
            let operation = Receiver.builtin.operation(named: name) {
            return function(operation, arguments, span)
        }
        let function = check(callee)
        if case .operation(let operation) = function.kind { return self.function(operation, arguments, span) }
        if case .failure = function.kind {
            _ = lower(arguments)
            return function
        }
        guard isCallable(function.type) else {
            return fail(Diagnostic(.typeMismatch, "a \(function.type.label) cannot be called"), at: span)
        }
        return Node(.call(function, lower(arguments)), type: called(function), span: span)
    }

    private func isCallable(_ type: StaticType) -> Bool {
        switch type {
        case .none, .bool, .int, .float, .text, .series, .frame, .list, .tuple, .set, .dict, .module, .index, .array: false
        case .dynamic, .timestamp, .timedelta, .date, .groupBy, .function, .type, .slice, .accessor: true
        }
    }

    /// What calling a type gives.
    private func called(_ function: Node) -> StaticType {
        guard case .constant(.type(let type)) = function.kind else { return .dynamic }
        switch type {
        case .int: return .int
        case .float: return .float
        case .str: return .text
        case .bool: return .bool
        case .list: return .list(.dynamic)
        case .set: return .set(.dynamic)
        case .dict: return .dict(.dynamic, .dynamic)
        default: return .dynamic
        }
    }

    /// A builtin or a module's function.
    private func function(_ operation: Catalog.Operation, _ arguments: [Argument], _ span: Span) -> Node {
        let lowered = lower(arguments, for: operation)
        switch lowered {
        case .success(let nodes):
            return Node(.function(operation, nodes), type: functionType(operation, nodes), span: span)
        case .failure(let failure):
            return fail(failure.diagnostic, at: span)
        }
    }

    private func method(_ base: Expression, _ name: Name, _ arguments: [Argument], _ span: Span) -> Node {
        let owner = check(base)
        if case .failure = owner.kind {
            _ = lower(arguments)
            return owner
        }
        if let refused = refuse(name) { return refused }
        if case .module(let module) = owner.type { return moduleFunction(module, name, owner, arguments, span) }
        if name.text == "query", let node = query(owner, arguments, span) { return node }
        if name.text == "eval", let node = eval(owner, arguments, span) { return node }
        guard let receiver = owner.type.receiver, let operation = receiver.operation(named: name.text), !operation.facts.isProperty else {
            return unresolved(owner, name, arguments, span)
        }
        return bound(operation, owner, name, arguments, span)
    }

    private func bound(_ operation: Catalog.Operation, _ owner: Node, _ name: Name, _ arguments: [Argument], _ span: Span) -> Node {
        switch lower(arguments, for: operation) {
        case .success(let nodes):
            let attribute = Node.Attribute(name: name.text, operation: operation, span: name.span)
            let type = isInPlace(nodes) ? StaticType.none : methodType(operation, owner, nodes)
            if isInPlace(nodes) { forget(owner) }
            return Node(.method(owner, attribute, nodes), type: type, span: span)
        case .failure(let failure): return fail(failure.diagnostic, at: span)
        }
    }

    /// Calling what the type does not tell: a column or a property that is called must fail, the rest is for the data to tell.
    private func unresolved(_ owner: Node, _ name: Name, _ arguments: [Argument], _ span: Span) -> Node {
        if let receiver = owner.type.receiver, receiver.operation(named: name.text) == nil, AccessorKind(rawValue: name.text) == nil {
            if receiver.hasOutside(name.text) || !mayHaveLabel(owner.type, name.text) {
                _ = lower(arguments)
                return unknown(name, of: receiver, owner.type, span)
            }
        }
        let attribute = Node.Attribute(name: name.text, operation: nil, span: name.span)
        return Node(.method(owner, attribute, lower(arguments)), type: .dynamic, span: span)
    }

    private func mayHaveLabel(_ type: StaticType, _ name: String) -> Bool {
        switch type {
        case .frame(let frame), .groupBy(let frame): frame.columns?.contains { $0.label == name } ?? true
        case .series(let element): element == .unknown || element == .object
        case .dynamic, .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .index, .array, .list, .tuple, .set, .dict,
            .function, .type, .slice, .accessor, .module:
            false
        }
    }

    private func moduleFunction(_ module: Module, _ name: Name, _ owner: Node, _ arguments: [Argument], _ span: Span) -> Node {
        let receiver = Checker.receiver(of: module)
        if let operation = Checker.operation(named: name.text, of: module), !operation.facts.isProperty { return function(operation, arguments, span) }
        if let type = module.type(name.text) {
            let callee = Node(.constant(.type(type)), type: .type, span: name.span)
            return Node(.call(callee, lower(arguments)), type: .dynamic, span: span)
        }
        _ = lower(arguments)
        return unknown(name, of: receiver, owner.type, span)
    }

    // MARK: Arguments

    func lower(_ arguments: [Argument]) -> Node.Arguments {
        var positional: [Node] = []
        var keywords: [(name: String, value: Node)] = []
        var merged: [Node] = []
        for argument in arguments {
            let node = check(argument.value)
            switch argument.kind {
            case .positional: positional.append(node)
            case .keyword(let name): keywords.append((name.text, node))
            case .starred: positional.append(Node(.starred(node), type: .dynamic, span: node.span))
            case .doubleStarred: merged.append(node)
            }
        }
        return Node.Arguments(positional: positional, keywords: keywords, merged: merged)
    }

    /// Arguments bound to the operation's parameters, unless some are starred.
    private func lower(_ arguments: [Argument], for operation: Catalog.Operation) -> Swift.Result<Node.Arguments, Failure> {
        let nodes = lower(arguments)
        let starred = arguments.contains { argument in
            switch argument.kind {
            case .starred, .doubleStarred: true
            case .positional, .keyword: false
            }
        }
        guard !starred else { return .success(nodes) }
        do {
            let facts = operation.facts
            let binding = try facts.signature.bind(positional: nodes.positional.count, keywords: nodes.keywords.map(\.name), to: facts.name)
            return .success(Node.Arguments(positional: nodes.positional, keywords: nodes.keywords, binding: binding))
        } catch {
            return .failure(error)
        }
    }

    private func isInPlace(_ arguments: Node.Arguments) -> Bool {
        arguments.keywords.contains { keyword in
            guard keyword.name == "inplace", case .constant(let value) = keyword.value.kind else { return keyword.name == "inplace" }
            return value.integer == 1
        }
    }

    /// After a change in place only the data tell what a variable holds.
    private func forget(_ owner: Node) {
        for at in scope.types.indices { scope.types[at] = scope.types[at].isFrame ? .frame(.unknown) : .dynamic }
        scope.tableSlots.removeAll()
    }
}
