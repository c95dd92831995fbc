import Diagnostics
import Files
import JSON
import RePanda
import Tables
import Values

/// One claim as it stands in a file: PanTabFact's record, or the same with the table in a file of its own.
///
///     {"statement": "…", "table": "crowds.csv", "query": "df['crowd'].max() > 15000", "label": 1}
///     {"statement": "…", "table_text": "name#crowd\nmcg#20000\n", "pandas_code": "…", "label": 1, "table_caption": "…"}
public struct ClaimRecord: Sendable {
    public enum Source: Sendable {
        /// A path below the folder of the claim's file.
        case path(String)
        /// The table itself.
        case text(Text)
    }

    public let id: JSONValue
    public let statement: String
    public private(set) var query: String
    public let source: Source
    public let dialect: Dialect
    /// What the statement is known to be; nil where nobody has said so.
    public let label: Bool?
    public let caption: String?
    /// What the record's authors got when they ran the query in pandas.
    public let reported: Bool?

    /// The keys a record may have. `pandas_code` stands for `query`, `caption` for `table_caption`; `pandas_eval` is what the authors got.
    static let keys = [
        "id", "statement", "query", "pandas_code", "table", "table_text", "dialect", "label", "table_caption", "caption", "pandas_eval",
    ]

    /// - Parameters:
    ///   - pointer: the place of the record in its document.
    ///   - isOpen: whether the record may lack a query, which is then empty.
    /// - Throws: one diagnostic for each key that is missing, unknown or of the wrong type.
    public init(_ document: JSONValue, at pointer: JSONPointer = .root, isOpen: Bool = false) throws(Refusal) {
        var reader = RecordReader(try ClaimRecord.object(document, pointer), pointer)
        let statement = reader.read { object, pointer throws(Diagnostic) in try object.text("statement", at: pointer).string }
        let query = isOpen && reader.hasNone(of: ["query", "pandas_code"]) ? "" : reader.read(ClaimRecord.query)
        let source = reader.read(ClaimRecord.source)
        let dialect = reader.read { object, pointer throws(Diagnostic) in try Dialect(object, at: pointer) } ?? nil
        let label = reader.read(ClaimRecord.label) ?? nil
        let caption = reader.read(ClaimRecord.caption) ?? nil
        let reported = reader.read(ClaimRecord.reported) ?? nil
        if !ClaimRecord.isBuilt(reader.object) { reader.refuseUnknown(ClaimRecord.keys) }
        guard let statement, let query, let source, reader.diagnostics.isEmpty else { throw Refusal(reader.diagnostics) }
        id = reader.object["id"] ?? .null
        self.statement = statement
        self.query = query
        self.source = source
        self.dialect = dialect ?? ClaimRecord.standardDialect(source)
        self.label = label
        self.caption = caption
        self.reported = reported
    }

    /// A claim of TabFact's own files, whose table is one of theirs.
    init(id: JSONValue, statement: String, query: String, table: String, label: Bool, caption: String?) {
        self.id = id
        self.statement = statement
        self.query = query
        source = .path(table)
        dialect = .tabfact
        self.label = label
        self.caption = caption
        reported = nil
    }

    /// A sentence about a table that is no record, without a query.
    public init(_ statement: String, table: String, dialect: Dialect, caption: String?) {
        id = .null
        self.statement = statement
        query = ""
        source = .path(table)
        self.dialect = dialect
        label = nil
        self.caption = caption
        reported = nil
    }

    /// The same claim with another query.
    public func with(query: String) -> ClaimRecord {
        var record = self
        record.query = query
        return record
    }

    /// Text inside a record is TabFact's, as in PanTabFact; a file is what its name says, a CSV.
    private static func standardDialect(_ source: Source) -> Dialect {
        switch source {
        case .path: .csv
        case .text: .tabfact
        }
    }

    /// The claim with its table read.
    ///
    /// - Parameter tables: where a record's table path is looked up.
    public func claim(tables: TableCache) throws(Diagnostic) -> Claim {
        switch source {
        case .path(let path): Claim(statement, query: query, table: try tables.table(path, dialect: dialect), caption: caption ?? "")
        case .text(let text): Claim(statement, query: query, table: try read(text: text, dialect: dialect, limits: tables.limits), caption: caption ?? "")
        }
    }
}

extension ClaimRecord {
    private static func object(_ document: JSONValue, _ pointer: JSONPointer) throws(Refusal) -> JSONObject {
        do { return try document.requireObject(at: pointer) } catch { throw Refusal([error]) }
    }

    private static func query(_ object: JSONObject, _ pointer: JSONPointer) throws(Diagnostic) -> String {
        try exclusive("query", "pandas_code", object, pointer)
        return try object.text(object["pandas_code"] == nil ? "query" : "pandas_code", at: pointer).string
    }

    /// A record of a data set that `repanda build` made says which version its columns have: those that are not a claim's are passed over, and
    /// `table` only names the file that the text came from.
    private static func isBuilt(_ object: JSONObject) -> Bool { object["schema_version"] != nil }

    private static func source(_ object: JSONObject, _ pointer: JSONPointer) throws(Diagnostic) -> Source {
        if !isBuilt(object) { try exclusive("table", "table_text", object, pointer) }
        if object["table_text"] != nil { return .text(try object.text("table_text", at: pointer)) }
        return .path(try object.text("table", at: pointer).string)
    }

    private static func caption(_ object: JSONObject, _ pointer: JSONPointer) throws(Diagnostic) -> String? {
        try exclusive("table_caption", "caption", object, pointer)
        return try object.optionalText(object["caption"] == nil ? "table_caption" : "caption", at: pointer)?.string
    }

    private static func label(_ object: JSONObject, _ pointer: JSONPointer) throws(Diagnostic) -> Bool? {
        switch object["label"] {
        case nil, .null: return nil
        case .bool(let flag): return flag
        case .int(0): return false
        case .int(1): return true
        case .some(let other):
            let found = other.int.map { String($0) } ?? other.kind.rawValue
            throw Diagnostic(.wrongKeyType, "the value of 'label' must be 0, 1, true or false, not \(found) (JSON pointer \(pointer.appending("label")))")
        }
    }

    /// `'True'`, `'False'`, or a bool; anything else is no verdict.
    private static func reported(_ object: JSONObject, _ pointer: JSONPointer) -> Bool? {
        switch object["pandas_eval"] {
        case .bool(let flag): flag
        case .string(let text): text.string == "True" ? true : text.string == "False" ? false : nil
        case nil, .null, .int, .double, .array, .object: nil
        }
    }

    /// Two names of one thing in one record would leave open which is meant.
    private static func exclusive(_ one: String, _ other: String, _ object: JSONObject, _ pointer: JSONPointer) throws(Diagnostic) {
        guard object[one] != nil, object[other] != nil else { return }
        throw Diagnostic(.duplicateKey, "'\(one)' and '\(other)' mean the same: give one of them (JSON pointer \(pointer.appending(other)))")
    }
}

/// Reads the keys of one object and keeps every complaint.
private struct RecordReader {
    let object: JSONObject
    let pointer: JSONPointer
    private(set) var diagnostics: [Diagnostic] = []

    init(_ object: JSONObject, _ pointer: JSONPointer) {
        self.object = object
        self.pointer = pointer
    }

    mutating func read<T>(_ body: (JSONObject, JSONPointer) throws(Diagnostic) -> T) -> T? {
        do {
            return try body(object, pointer)
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    func hasNone(of keys: [String]) -> Bool { keys.allSatisfy { object[$0]?.isNull ?? true } }

    mutating func refuseUnknown(_ known: [String]) {
        for member in object.members where !known.contains(member.key.string) {
            do { try JSONObject([member]).refuseKeys(except: known, at: pointer) } catch { diagnostics.append(error) }
        }
    }
}
