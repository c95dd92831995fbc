import Diagnostics
import JSON
import Tables
import Translation
import Values

/// One request of a batch, read from its JSON object.
struct Request {
    enum Source {
        /// Below the tables folder.
        case path(String)
        case text(Text)
    }

    /// What is asked for.
    enum Matter {
        case query(String)
        /// A claim or a question, with what the table is called.
        case sentence(Sentence.Kind, String, caption: String?)
    }

    let id: JSONValue
    let matter: Matter
    let source: Source
    let dialect: Dialect
    /// Whether the answer carries the cells it rests on.
    let explains: Bool
    /// How many disturbed tables the value is tried on; nil where nobody asked.
    let probe: Int?
    let seed: UInt64
    /// Each is a run of its own: a request must not ask for hours.
    private static let mostProbes = 1000

    /// - Throws: what is missing or of the wrong type, with the request's id where it has one.
    init(_ document: JSONValue, _ standard: Dialect) throws(Failed) {
        let id = document.object?["id"] ?? .null
        do throws(Diagnostic) {
            let object = try document.requireObject()
            matter = try Request.matter(object)
            dialect = try Dialect(object) ?? standard
            source = try Request.source(object)
            explains = try object.optionalBool("explain") ?? false
            probe = try Request.probe(object)
            seed = UInt64(bitPattern: Int64(try object.optionalInt("seed") ?? 0))
            self.id = id
        } catch {
            throw Failed(id: id, diagnostic: error, query: nil)
        }
    }

    private static func matter(_ object: JSONObject) throws(Diagnostic) -> Matter {
        let caption = try object.optionalText("caption")?.string
        let said = [Sentence.Kind.claim, .question].filter { object[$0.rawValue] != nil }
        guard let kind = said.first else { return .query(try object.text("query").string) }
        guard said.count == 1, object["query"] == nil else {
            throw Diagnostic(.duplicateKey, "a request has one of 'query', 'claim' and 'question'", helps: ["send a request for each"])
        }
        return .sentence(kind, try object.text(kind.rawValue).string, caption: caption)
    }

    private static func probe(_ object: JSONObject) throws(Diagnostic) -> Int? {
        guard let runs = try object.optionalInt("probe") else { return nil }
        guard (1...mostProbes).contains(runs) else { throw Diagnostic(.invalidOption, "'probe' is a number from 1 to \(mostProbes), not \(runs)") }
        return runs
    }

    private static func source(_ object: JSONObject) throws(Diagnostic) -> Source {
        if let text = try object.optionalText("csv") { return .text(text) }
        return .path(try object.text("table").string)
    }
}

extension Dialect {
    /// The dialect that an object's `dialect` names, nil where it names none.
    ///
    /// - Throws: `invalidOption` for another word; `wrongKeyType`.
    init?(_ object: JSONObject, at pointer: JSONPointer = .root) throws(Diagnostic) {
        guard let name = try object.optionalText("dialect", at: pointer) else { return nil }
        guard let dialect = Dialect(rawValue: name.string) else {
            throw Diagnostic(
                .invalidOption, "unknown dialect \(quoted(name)): it is csv, tabfact or wtq (JSON pointer \(pointer.appending("dialect")))")
        }
        self = dialect
    }
}

/// Reads a table out of a JSON string.
func read(text: Text, dialect: Dialect, limits: Limits) throws(Diagnostic) -> Table {
    try text.withBytes { bytes throws(Diagnostic) in try read(bytes: bytes, dialect: dialect, limits: limits) }
}
