import JSON

/// Lines for fine-tuning in the chat form: what is asked, and the query that answers.
enum Chat {
    /// `{"messages": [{"role": "user", "content": …}, {"role": "assistant", "content": …}]}`
    static func line(prompt: String, query: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("messages")
        writer.beginArray()
        message("user", prompt, &writer)
        message("assistant", query, &writer)
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// Tables are strangers' text: they stand between marks, after the words that say what to do with them.
    static func prompt(_ instruction: String, text: String, caption: String, table: String) -> String {
        var lines = ["### Instruction", instruction, "", "### Table"]
        if !caption.isEmpty { lines.append("caption: \(caption)") }
        lines += [table.hasSuffix("\n") ? String(table.dropLast()) : table, "", "### Query", text, "", "### Response"]
        return lines.joined(separator: "\n")
    }

    private static func message(_ role: String, _ content: String, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("role")
        writer.string(role)
        writer.key("content")
        writer.string(content)
        writer.endObject()
    }
}
