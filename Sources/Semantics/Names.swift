import Catalog
import Diagnostics
import Plan
import Syntax
import Values

extension Checker {
    /// Python's types that a query can name, and call.
    static let builtinTypes: [String: PythonType] = [
        "int": .int, "float": .float, "str": .str, "bool": .bool, "list": .list, "tuple": .tuple, "set": .set, "dict": .dict, "range": .range,
    ]

    static func receiver(of module: Module) -> Receiver {
        switch module {
        case .pandas: .pandas
        case .numpy: .numpy
        case .math, .re, .datetime, .types: .standard
        }
    }

    static func operation(named name: String, of module: Module) -> Catalog.Operation? {
        receiver(of: module).operation(named: name).flatMap { $0.belongs(toModule: module.rawValue) ? $0 : nil }
    }

    func name(_ name: String, _ span: Span) -> Node {
        if let meaning = scope.meaning(of: name) {
            if case .slot(0) = meaning { readsTable = true }
            return node(meaning, span)
        }
        if let type = Checker.builtinTypes[name] { return Node(.constant(.type(type)), type: .type, span: span) }
        if let operation = Receiver.builtin.operation(named: name) { return functionValue(operation, span) }
        return unknown(name, span)
    }

    /// Whether a name means nothing.
    func isUnknown(_ name: String) -> Bool {
        scope.meaning(of: name) == nil && Checker.builtinTypes[name] == nil && Receiver.builtin.operation(named: name) == nil && !name.hasPrefix("_")
    }

    private func node(_ meaning: Scope.Meaning, _ span: Span) -> Node {
        switch meaning {
        case .slot(let slot): Node(.local(slot), type: scope.types[slot], span: span)
        case .module(let module): Node(.constant(.module(module)), type: .module(module), span: span)
        case .operation(let operation): functionValue(operation, span)
        case .type(let type): Node(.constant(.type(type)), type: .type, span: span)
        case .constant(let value): Node(.constant(value), type: .dynamic, span: span)
        }
    }

    /// A function taken as a value: `map(len)`, `agg(np.mean)`.
    ///
    /// `print` is a statement in disguise: called it is passed over, given to others it would have to do something.
    func functionValue(_ operation: Catalog.Operation, _ span: Span) -> Node {
        if operation == .builtin(.print) {
            return fail(Diagnostic(.unsupportedOperation, "'print' as a value is not supported", at: span), at: span)
        }
        return Node(.operation(operation), type: .function, span: span)
    }

    private func unknown(_ name: String, _ span: Span) -> Node {
        if name.hasPrefix("_") {
            return fail(Diagnostic(.privateName, "names that start with '_' do not exist here"), at: span)
        }
        var diagnostic = Diagnostic(.unknownName, "'\(name)' is not defined")
        if let word = Checker.habits[name] {
            diagnostic.helps = ["write '\(word)'"]
            diagnostic.suggestions = [Diagnostic.Suggestion("write '\(word)'", span: span, replacement: word, isCertain: true)]
        } else if let column = columnLabels.first(where: { $0 == name }) {
            diagnostic.helps = ["'\(column)' is a column: write df['\(column)']"]
            diagnostic.suggestions = [Diagnostic.Suggestion("name the column", span: span, replacement: "df['\(column)']", isCertain: true)]
        } else {
            let near = NearNames.find(name, among: scope.known + Receiver.builtin.names + Checker.builtinTypes.keys.sorted())
            diagnostic.helps = near.isEmpty ? [] : ["did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?"]
            diagnostic.suggestions = near.map { Diagnostic.Suggestion("did you mean '\($0)'?", span: span, replacement: $0) }
        }
        return fail(diagnostic, at: span)
    }

    /// Words of other languages.
    private static let habits = ["true": "True", "false": "False", "null": "None", "nil": "None", "NULL": "None", "nan": "np.nan", "NaN": "np.nan"]

    var columnLabels: [String] {
        guard case .frame(let frame) = scope.types[0] else { return [] }
        return frame.columns?.map(\.label) ?? []
    }

    // MARK: Attributes

    func attribute(_ base: Expression, _ name: Name, _ span: Span) -> Node {
        let owner = check(base)
        if case .failure = owner.kind { return owner }
        if let refused = refuse(name) { return refused }
        if case .module(let module) = owner.type { return member(name, of: module, owner, span) }
        if let kind = AccessorKind(rawValue: name.text), let node = accessor(kind, owner, name, span) { return node }
        guard let receiver = owner.type.receiver else { return dynamic(owner, name, span) }
        if let operation = receiver.operation(named: name.text) {
            let attribute = Node.Attribute(name: name.text, operation: operation, span: name.span)
            let type = operation.facts.isProperty ? resultType(operation, on: owner.type) : .function
            return Node(.property(owner, attribute), type: type, span: span)
        }
        if let column = column(named: name, of: owner, span) { return column }
        guard isCertain(owner.type, name), !isGroupedColumn(name, of: owner.type) else { return dynamic(owner, name, span) }
        return unknown(name, of: receiver, owner.type, span)
    }

    /// Names that start with `_` do not exist.
    func refuse(_ name: Name) -> Node? {
        guard name.text.hasPrefix("_") else { return nil }
        report(Diagnostic(.privateName, "names that start with '_' do not exist here", at: name.span))
        return Node(.failure(Failure(.privateName, "names that start with '_' do not exist here")), type: .dynamic, span: name.span)
    }

    func dynamic(_ owner: Node, _ name: Name, _ span: Span) -> Node {
        Node(.property(owner, Node.Attribute(name: name.text, operation: nil, span: name.span)), type: .dynamic, span: span)
    }

    /// Whether a name that the receiver lacks must fail: a frame or a series may have a label of that name.
    private func isCertain(_ type: StaticType, _ name: Name) -> Bool {
        switch type {
        case .frame(let frame): frame.columns != nil
        case .series(let element): element != .unknown && element != .object
        case .groupBy(let frame): frame.columns != nil
        case .dynamic, .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .index, .array, .list, .tuple, .set, .dict,
            .function, .type, .slice, .accessor, .module:
            true
        }
    }

    func unknown(_ name: Name, of receiver: Receiver, _ type: StaticType, _ span: Span) -> Node {
        let owner = if receiver == .standard { type.label } else { receiver.label }
        if receiver.hasOutside(name.text) {
            return fail(Diagnostic(.unsupportedOperation, "'\(name.text)' of \(owner) is not supported", at: name.span), at: span)
        }
        let near = NearNames.find(name.text, among: candidates(receiver, type))
        return fail(
            Diagnostic(
                .unknownAttribute, "\(owner) has no attribute '\(name.text)'", at: name.span,
                helps: near.isEmpty ? [] : ["did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?"],
                suggestions: near.map { Checker.suggestion($0, near, for: name.text, at: name.span, replacement: $0) }),
            at: span)
    }

    /// What the writer may have meant: operations, columns, or the members of the module alone.
    private func candidates(_ receiver: Receiver, _ type: StaticType) -> [String] {
        switch type {
        case .frame(let frame): receiver.names + (frame.columns?.map(\.label) ?? [])
        case .module(let module): receiver.names.filter { Checker.operation(named: $0, of: module) != nil }
        case .dynamic, .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .series, .groupBy, .index, .array, .list, .tuple,
            .set, .dict, .function, .type, .slice, .accessor:
            receiver.names
        }
    }

    /// `df.crowd`
    private func column(named name: Name, of owner: Node, _ span: Span) -> Node? {
        guard case .frame(let frame) = owner.type, let columns = frame.columns else { return nil }
        let places = columns.indices.filter { columns[$0].label == name.text }
        guard places.count == 1, let at = places.first else { return nil }
        return Node(.column(owner, position: at, label: Text(name.text)), type: .series(columns[at].element), span: span)
    }

    /// `df.groupby('team').age`: what it selects is known when it runs.
    private func isGroupedColumn(_ name: Name, of type: StaticType) -> Bool {
        guard case .groupBy(let frame) = type else { return false }
        return frame.columns?.contains { $0.label == name.text } ?? true
    }

    private func accessor(_ kind: AccessorKind, _ owner: Node, _ name: Name, _ span: Span) -> Node? {
        switch (kind, owner.type) {
        case (.str, .series(.int)), (.str, .series(.float)), (.str, .series(.bool)), (.str, .series(.timestamp)), (.str, .series(.timedelta)):
            return fail(
                Diagnostic(
                    .typeMismatch, "can only use .str accessor with string values, and this is \(owner.type.label)", at: name.span,
                    helps: ["convert it first: '.astype(str)'"]), at: span)
        case (.dt, .series(.int)), (.dt, .series(.float)), (.dt, .series(.bool)), (.dt, .series(.text)):
            return fail(
                Diagnostic(
                    .typeMismatch, "can only use .dt accessor with datetimelike values, and this is \(owner.type.label)", at: name.span,
                    helps: ["convert it first: 'pd.to_datetime(…)'"]), at: span)
        case (_, .series), (.loc, .frame), (.iloc, .frame), (.at, .frame), (.iat, .frame), (.str, .index):
            let attribute = Node.Attribute(name: name.text, operation: nil, span: name.span)
            return Node(.property(owner, attribute), type: .accessor(kind, owner.type), span: span)
        default: return nil
        }
    }

    /// `pd.name`, `np.name`: a type, a function taken as a value, or a constant.
    private func member(_ name: Name, of module: Module, _ owner: Node, _ span: Span) -> Node {
        if let type = module.type(name.text) { return Node(.constant(.type(type)), type: .type, span: span) }
        if let operation = Checker.operation(named: name.text, of: module), !operation.facts.isProperty {
            return functionValue(operation, span)
        }
        return dynamic(owner, name, span)
    }
}
