import Diagnostics
import Values

/// Writes a diagnostic as an object. With the text it speaks of, places have lines and columns (code points, from 1) too:
///
///     {"code": "RP2001", "name": "unknown-column", "phase": "names", "severity": "error", "message": "…",
///      "span": {"start": 3, "end": 8, "line": 1, "column": 4}, "notes": [], "helps": [], "suggestions": [], "hint": "revise"}
public func writeDiagnostic(_ diagnostic: Diagnostic, source: Text? = nil, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("code")
    writer.string(diagnostic.code.number)
    writer.key("name")
    writer.string(diagnostic.code.name)
    writer.key("phase")
    writer.string(diagnostic.code.phase.rawValue)
    writer.key("severity")
    writer.string(diagnostic.severity.rawValue)
    writer.key("message")
    writer.string(diagnostic.message)
    writer.key("span")
    write(diagnostic.span, source, &writer)
    writer.key("notes")
    write(diagnostic.notes, &writer)
    writer.key("helps")
    write(diagnostic.helps, &writer)
    writer.key("suggestions")
    write(diagnostic.suggestions, source, &writer)
    writer.key("hint")
    writer.string(diagnostic.hint.rawValue)
    writer.endObject()
}

private func write(_ span: Span?, _ source: Text?, _ writer: inout JSONWriter) {
    guard let span else { return writer.null() }
    writer.beginObject()
    writer.key("start")
    writer.int(span.start)
    writer.key("end")
    writer.int(span.end)
    if let source {
        let place = place(of: span.start, in: source)
        writer.key("line")
        writer.int(place.line)
        writer.key("column")
        writer.int(place.column)
    }
    writer.endObject()
}

private func place(of offset: Int, in source: Text) -> (line: Int, column: Int) {
    source.withBytes { bytes in
        let before = bytes.prefix(max(0, offset))
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        return (1 + before.count { $0 == newline }, 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 })
    }
}

private func write(_ lines: [String], _ writer: inout JSONWriter) {
    writer.beginArray()
    for line in lines { writer.string(line) }
    writer.endArray()
}

private func write(_ suggestions: [Diagnostic.Suggestion], _ source: Text?, _ writer: inout JSONWriter) {
    writer.beginArray()
    for suggestion in suggestions {
        writer.beginObject()
        writer.key("message")
        writer.string(suggestion.message)
        writer.key("span")
        write(suggestion.span, source, &writer)
        writer.key("replacement")
        writer.string(suggestion.replacement)
        writer.endObject()
    }
    writer.endArray()
}
