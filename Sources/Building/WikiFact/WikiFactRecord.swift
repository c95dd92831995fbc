import JSON

/// One record of WikiFact. Every record has every key, with a value of the same type.
struct WikiFactRecord: Sendable {
    static let schemaVersion = 1

    let source: SplitQuestion
    let statement: String
    let label: Bool
    /// The answer that the statement claims.
    let claimed: [String]
    let rule: String
    let column: String
    let text: String
    let hash: String

    var line: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("id")
        writer.string(source.question.id)
        writer.key("statement")
        writer.string(statement)
        writer.key("label")
        writer.int(label ? 1 : 0)
        writer.key("table")
        writer.string(source.question.table)
        writer.key("table_text")
        writer.string(text)
        writer.key("dialect")
        writer.string("wtq")
        writer.key("table_hash")
        writer.string(hash)
        writer.key("question")
        writer.string(source.question.utterance)
        writer.key("answer")
        writer.strings(source.question.answers)
        writer.key("claimed")
        writer.strings(claimed)
        writer.key("rule")
        writer.string(rule)
        writer.key("changed_column")
        writer.string(column)
        writer.key("split")
        writer.string(source.split)
        writer.key("schema_version")
        writer.int(WikiFactRecord.schemaVersion)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}

extension JSONWriter {
    mutating func strings(_ items: [String]) {
        beginArray()
        for item in items { string(item) }
        endArray()
    }
}
