/// What the catalogue says of one operation, with its parameters read.
public final class Facts: Sendable {
    public let name: String
    /// The parameters in Python's notation; nil for a property. `name!=default` takes the default alone.
    public let parameters: String?
    public let signature: Signature
    public let isProperty: Bool
    public let result: ResultType
    public let nulls: Nulls
    public let summary: String

    init<Name: OperationName>(_ entry: Entry<Name>) {
        name = entry.name.rawValue
        parameters = entry.parameters
        signature = Signature(entry.parameters ?? "")
        isProperty = entry.parameters == nil
        result = entry.result
        nulls = entry.nulls
        summary = entry.summary
    }
}

/// One receiver's rows: found by name, their signatures read on first use.
final class Chapter<Name: OperationName>: @unchecked Sendable {
    private let byName: [String: Name]
    private let facts: [Name: Facts]

    init() {
        byName = Dictionary(Name.entries.map { ($0.name.rawValue, $0.name) }, uniquingKeysWith: { first, _ in first })
        facts = Dictionary(Name.entries.map { ($0.name, Facts($0)) }, uniquingKeysWith: { first, _ in first })
    }

    func operation(named name: String) -> Operation? { byName[name]?.operation }

    /// Every case has a row (held by a test); a missing one reads as an operation without parameters.
    subscript(name: Name) -> Facts {
        facts[name] ?? Facts(Entry(name, "", .dynamic, ""))
    }
}
