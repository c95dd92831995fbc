import Catalog
import Diagnostics
import Plan
import Syntax
import Values

extension Checker {
    func step(_ statement: Statement) -> Step {
        Step(kind(of: statement), span: statement.span)
    }

    private func kind(of statement: Statement) -> Step.Kind {
        switch statement.kind {
        case .expression(let expression): .evaluate(check(expression))
        case .assign(let targets, let value): assign(targets, value)
        case .augmented(let target, let symbol, let value): augment(target, symbol, value)
        case .importing(let imports): importing(imports, statement.span)
        case .conditional(let condition, let body, let otherwise): conditional(condition, body, otherwise)
        case .loop(let target, let source, let body): loop(target, source, body)
        case .assert(let expression): .assert(truth(expression))
        case .delete(let targets): .delete(.tuple(targets.map { self.target($0, type: .dynamic) }, starred: nil))
        case .pass: .pass
        case .breaking: .breaking
        case .continuing: .continuing
        }
    }

    private func assign(_ targets: [Expression], _ value: Expression) -> Step.Kind {
        let node = check(value)
        let aliasesTable = isWholeTable(node)
        let constant = constant(value)
        let lowered = targets.map { target($0, type: node.type) }
        if lazyDepth == 0 {
            for case .local(let slot) in lowered {
                if aliasesTable { scope.tableSlots.insert(slot) }
                scope.constants[slot] = constant
            }
        }
        return .assign(lowered, node)
    }

    private func augment(_ target: Expression, _ symbol: Syntax.BinaryOperator, _ value: Expression) -> Step.Kind {
        let current = check(target)
        let node = check(value)
        let type = type(of: Plan.BinaryOperator(symbol), current.type, node.type)
        return .augmented(self.target(target, type: type), current, Plan.BinaryOperator(symbol), node)
    }

    /// Where a value goes; the variables it reaches take its type.
    func target(_ expression: Expression, type: StaticType) -> Target {
        switch expression.kind {
        case .name(let name): return .local(scope.slot(assigning: name, type: lazyDepth == 0 ? type : .dynamic))
        case .tuple(let items), .list(let items): return unpacking(items, type)
        case .subscripted(let base, let key):
            let target = Target.subscripted(check(base), check(key))
            note(writing: base, key, type)
            return target
        case .attribute(let base, let name):
            let target = Target.attribute(check(base), Node.Attribute(name: name.text, operation: nil, span: name.span))
            note(writing: base, nil, type)
            return target
        case .starred(let inner): return target(inner, type: .dynamic)
        case .quotedName, .outerName, .literal, .formatted, .set, .dict, .slice, .call, .unary, .binary, .comparison, .boolean, .conditional, .lambda,
            .comprehension, .named:
            report(Diagnostic(.invalidTarget, "this cannot be assigned to", at: expression.span))
            return .tuple([], starred: nil)
        }
    }

    private func unpacking(_ items: [Expression], _ type: StaticType) -> Target {
        let types: [StaticType] = if case .tuple(let types) = type, types.count == items.count { types } else { items.map { _ in .dynamic } }
        let starred = items.firstIndex { if case .starred = $0.kind { true } else { false } }
        return .tuple(zip(items, types).map { target($0, type: starred == nil ? $1 : .dynamic) }, starred: starred)
    }

    /// A write into a variable's value changes what is known of every variable that may hold it.
    private func note(writing base: Expression, _ key: Expression?, _ type: StaticType) {
        guard let root = Checker.root(of: base), case .slot(let slot)? = scope.meaning(of: root) else { return }
        let added = key.flatMap { addedColumn(base, $0, slot, type) }
        scope.tableSlots.removeAll()
        for at in scope.types.indices where at != slot {
            if case .frame = scope.types[at] { scope.types[at] = .frame(.unknown) }
        }
        scope.types[slot] = added ?? (scope.types[slot].isFrame ? .frame(.unknown) : .dynamic)
    }

    /// `df['new'] = …` on a frame whose columns are known.
    private func addedColumn(_ base: Expression, _ key: Expression, _ slot: Int, _ type: StaticType) -> StaticType? {
        guard lazyDepth == 0, case .name = base.kind, case .literal(.string(let label)) = key.kind,
            case .frame(let frame) = scope.types[slot], var columns = frame.columns
        else { return nil }
        let element: StaticType.Element = if case .series(let element) = type { element } else { .unknown }
        let places = columns.indices.filter { columns[$0].label == label }
        guard places.count <= 1 else { return nil }
        if let at = places.first { columns[at].element = element } else { columns.append(FrameType.Column(label, element)) }
        return .frame(FrameType(columns: columns))
    }

    static func root(of expression: Expression) -> String? {
        switch expression.kind {
        case .name(let name): name
        case .attribute(let base, _), .subscripted(let base, _): root(of: base)
        case .quotedName, .outerName, .literal, .formatted, .list, .tuple, .set, .dict, .slice, .call, .unary, .binary, .comparison, .boolean, .conditional, .lambda,
            .comprehension, .starred, .named:
            nil
        }
    }

    private func conditional(_ condition: Expression, _ body: [Statement], _ otherwise: [Statement]) -> Step.Kind {
        let test = truth(condition)
        return lazily { .conditional(test, then: body.map(step), otherwise: otherwise.map(step)) }
    }

    private func loop(_ target: Expression, _ source: Expression, _ body: [Statement]) -> Step.Kind {
        let items = check(source)
        return lazily {
            forgetAll()
            let lowered = self.target(target, type: .dynamic)
            return .loop(lowered, items, body: body.map(step))
        }
    }

    /// A loop's second round sees what its first assigned.
    private func forgetAll() {
        for at in scope.types.indices { scope.types[at] = .dynamic }
        scope.tableSlots.removeAll()
        scope.constants.removeAll()
    }

    // MARK: Imports

    private static let modules: [String: Module] = [
        "pandas": .pandas, "numpy": .numpy, "math": .math, "re": .re, "datetime": .datetime, "pandas.api.types": .types,
    ]

    /// The modules whose functions the language has anyway; importing one only names it.
    private func importing(_ imports: [Statement.Import], _ span: Span) -> Step.Kind {
        for each in imports { importing(each, span) }
        return .pass
    }

    private func importing(_ statement: Statement.Import, _ span: Span) {
        let module = statement.module
        guard let known = Checker.modules[module.text] else {
            _ = fail(Diagnostic(.unknownModule, "no module '\(module.text)' can be imported", at: module.span), at: span)
            return
        }
        guard let name = statement.name else { return scope.bind((statement.alias ?? module).text, to: .module(known)) }
        guard let meaning = member(name.text, of: known) else {
            _ = unknown(name, of: Checker.receiver(of: known), .module(known), span)
            return
        }
        scope.bind((statement.alias ?? name).text, to: meaning)
    }

    private func member(_ name: String, of module: Module) -> Scope.Meaning? {
        if let type = module.type(name) { return .type(type) }
        if let constant = module.constant(name) { return .constant(constant) }
        return Checker.operation(named: name, of: module).map(Scope.Meaning.operation)
    }
}
