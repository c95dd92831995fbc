import Catalog
import Display
import JSON
import Lowering

/// The catalogue as pages.
struct OperationBook {
    let receivers: [Receiver]

    init(_ receivers: [Receiver]) { self.receivers = receivers }

    private func operations(_ receiver: Receiver) -> [Operation] { receiver.names.compactMap(receiver.operation) }

    var text: String {
        receivers.map { receiver in
            var table = TextTable([receiver.label, "sqlite", ""], alignments: [.left, .left, .left], maximumWidth: 160)
            for operation in operations(receiver) { table.append([operation.signature, operation.engine, operation.facts.summary]) }
            return table.render() + "\n"
        }.joined(separator: "\n")
    }

    var json: String {
        var writer = JSONWriter()
        for operation in receivers.flatMap(operations) {
            writer.beginObject()
            for (key, value) in operation.fields {
                writer.key(key)
                if let value { writer.string(value) } else { writer.null() }
            }
            writer.endObject()
            writer.endLine()
        }
        return writer.string
    }

    var markdown: String {
        OperationBook.head + receivers.map { receiver in
            "\n## \(receiver.label)\n\n| operation | SQLite | |\n|---|---|---|\n"
                + operations(receiver).map { "| `\($0.signature.escaped)` | \($0.engine) | \($0.facts.summary.escaped)\($0.reason.map { " *In memory only: \($0).*" } ?? "") |\n" }.joined()
        }.joined()
    }

    private static let head = """
        # Operations

        What a query may use, written by `repanda operations --markdown` from the catalogue that the checker reads. A parameter written `name!=value`
        takes no other value. SQLite does an operation in SQL itself (`sql`), through functions of ours that SQL calls and that share the in-memory
        engine's kernels (`functions`), or not at all (`memory`). Arguments and types narrow this further: what a statement cannot say exactly as
        pandas means it is refused with a code of the lowering phase (RP7001 to RP7005).

        """
}

extension Operation {
    /// As a query writes it, with its parameters.
    fileprivate var signature: String { name + (facts.parameters.map { "(\($0))" } ?? "") }

    /// Where the second engine does it.
    fileprivate var engine: String {
        switch Capabilities.means(self) {
        case .sql: "sql"
        case .functions: "functions"
        case nil: "memory"
        }
    }

    fileprivate var reason: String? { Capabilities.means(self) == nil ? Capabilities.reason(self) : nil }

    fileprivate var fields: [(StaticString, String?)] {
        [
            ("receiver", receiver.rawValue), ("name", name), ("parameters", facts.parameters), ("missing", facts.nulls.rawValue), ("sqlite", engine),
            ("reason", reason), ("summary", facts.summary),
        ]
    }
}

extension String {
    /// As a cell of a Markdown table.
    fileprivate var escaped: String { String(flatMap { $0 == "|" ? ["\\", $0] : [$0] }) }
}
