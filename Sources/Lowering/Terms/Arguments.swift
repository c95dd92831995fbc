import Catalog
import Diagnostics
import Plan
import SQL
import Values

/// The arguments of one call, by the name of their parameter.
struct Arguments {
    let operation: Operation
    let lowerer: Lowerer
    var named: [String: Term] = [:]
    /// What a rest parameter collects.
    var rest: [Term] = []

    subscript(_ name: String) -> Term? { named[name] }

    /// The argument, or nil where it was not given or given as None.
    func given(_ name: String) -> Term? {
        guard let term = named[name] else { return nil }
        if case .none = term { return nil }
        return term
    }

    func require(_ name: String) throws(Failure) -> Term {
        guard let term = named[name] else { throw lowerer.refuse("\(operation.name)() without '\(name)'") }
        return term
    }

    /// A flag that the query spells out.
    func flag(_ name: String, default standard: Bool) throws(Failure) -> Bool {
        guard let term = named[name] else { return standard }
        if case .none = term { return false }
        guard case .cell(let cell) = term, let number = cell.integerLiteral else { throw computed(name) }
        return number != 0
    }

    /// A Series has one axis; another is left to the interpreter, which says what pandas says.
    func requireRowAxis() throws(Failure) {
        guard let axis = given("axis") else { return }
        guard case .cell(let cell) = axis else { throw computed("axis") }
        guard cell.integerLiteral != 0, cell.textLiteral?.string != "index", cell.textLiteral?.string != "rows" else { return }
        throw lowerer.refuse("'axis' of \(operation.name)()")
    }

    /// An integer that the query spells out.
    func int(_ name: String, default standard: Int) throws(Failure) -> Int {
        guard let term = named[name] else { return standard }
        guard case .cell(let cell) = term, let number = cell.integerLiteral else { throw computed(name) }
        return number
    }

    func text(_ name: String) throws(Failure) -> Text {
        guard case .cell(let cell) = try require(name), let text = cell.textLiteral else { throw computed(name) }
        return text
    }

    func word(_ name: String, default standard: String) throws(Failure) -> String {
        guard named[name] != nil else { return standard }
        return try text(name).string
    }

    /// Refuses arguments other than these, where they are given at all.
    func allow(_ names: String...) throws(Failure) {
        for name in named.keys.sorted() where !names.contains(name) && given(name) != nil {
            throw lowerer.refuse("'\(name)' of \(operation.name)()")
        }
        guard rest.isEmpty || names.contains("*") else { throw lowerer.refuse("the arguments of \(operation.name)()") }
    }

    private func computed(_ name: String) -> Failure { lowerer.refuse("a computed '\(name)' of \(operation.name)()") }
}

extension Lowerer {
    /// Lowers arguments into the operation's parameters.
    func arguments(_ arguments: Node.Arguments, for operation: Operation) throws(Failure) -> Arguments {
        let facts = operation.facts
        guard arguments.merged.isEmpty, !arguments.positional.contains(where: \.isStarred) else { throw refuse("a starred argument") }
        let binding = try facts.signature.bind(positional: arguments.positional.count, keywords: arguments.keywords.map(\.name), to: facts.name)
        var result = Arguments(operation: operation, lowerer: self)
        for (slot, node) in zip(binding.slots, arguments.positional + arguments.keywords.map(\.value)) {
            let parameter = facts.signature.parameters[slot]
            let term = try lower(node)
            if parameter.kind == .rest || parameter.kind == .keywordRest { result.rest.append(term) } else { result.named[parameter.name] = term }
        }
        return result
    }
}

extension Node {
    var isStarred: Bool { if case .starred = kind { true } else { false } }
}
