import Diagnostics
import JSON
import Tables
import Values

/// One request of a batch, read from its JSON object.
struct Request {
    enum Source {
        /// Below the tables folder.
        case path(String)
        case text(Text)
    }

    let id: JSONValue
    let query: String
    let source: Source
    let dialect: Dialect
    /// Whether the answer carries the cells it rests on.
    let explains: Bool

    /// - Throws: what is missing or of the wrong type, with the request's id where it has one.
    init(_ document: JSONValue, _ standard: Dialect) throws(Failed) {
        let id = document.object?["id"] ?? .null
        do throws(Diagnostic) {
            let object = try document.requireObject()
            query = try object.text("query").string
            dialect = try Dialect(object) ?? standard
            source = try Request.source(object)
            explains = try object.optionalBool("explain") ?? false
            self.id = id
        } catch {
            throw Failed(id: id, diagnostic: error, query: nil)
        }
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
