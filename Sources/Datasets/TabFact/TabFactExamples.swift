import JSON
import Values

/// A table of TabFact with the claims about it.
public struct TabFactTable: Sendable {
    /// The table's file in `data/all_csv`.
    public let file: Text
    public let caption: Text
    public let claims: [TabFactClaim]
}

public struct TabFactClaim: Sendable {
    /// The claim's place in its table's list, from 0.
    public let number: Int
    public let statement: Text
    /// Whether annotators took it for true.
    public let label: Bool
}

/// One file of claims: `{table file: [[statements], [labels], caption]}`, in the file's order. The tokenised files and the raw ones
/// (`r1_training_all.json`, `r2_training_all.json`) have the same form.
struct TabFactExamples {
    private(set) var tables: [TabFactTable] = []
    private(set) var faults: [Fault] = []

    init(_ document: JSONObject) {
        for member in document.members { add(member) }
    }

    private mutating func add(_ member: JSONObject.Member) {
        let file = member.key.string
        guard let entry = member.value.array, entry.count >= 2, let statements = entry[0].array, let labels = entry[1].array else {
            return refuse(.malformedEntry, file, "an entry has a list of statements, a list of labels and a caption")
        }
        guard statements.count == labels.count else {
            return refuse(.malformedEntry, file, "\(statements.count) statements have \(labels.count) labels")
        }
        let claims = statements.indices.compactMap { claim(file, $0, statements[$0], labels[$0]) }
        tables.append(TabFactTable(file: member.key, caption: (entry.count > 2 ? entry[2].text : nil) ?? .empty, claims: claims))
    }

    private mutating func claim(_ file: String, _ number: Int, _ statement: JSONValue, _ label: JSONValue) -> TabFactClaim? {
        guard let text = statement.text else {
            refuse(.malformedEntry, file, "statement \(number) is \(statement.kind.rawValue), not a string")
            return nil
        }
        guard let isTrue = TabFactExamples.label(label) else {
            refuse(.labelOutOfRange, file, "the label of statement \(number) is \(TabFactExamples.shown(label)), not 0 or 1")
            return nil
        }
        return TabFactClaim(number: number, statement: text, label: isTrue)
    }

    private static func label(_ value: JSONValue) -> Bool? {
        switch value {
        case .int(0), .bool(false): false
        case .int(1), .bool(true): true
        case .null, .int, .double, .string, .array, .object: nil
        }
    }

    private static func shown(_ value: JSONValue) -> String { value.int.map(String.init) ?? value.double.map { "\($0)" } ?? value.kind.rawValue }

    private mutating func refuse(_ kind: Finding.Kind, _ file: String, _ message: String) { faults.append(Fault(kind, table: file, message)) }
}
