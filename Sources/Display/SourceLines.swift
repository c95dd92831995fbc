import Diagnostics
import Values

/// A query text cut into lines, each shown as a terminal can show it.
struct SourceLines: Sendable {
    /// What one code point of the text becomes on the screen.
    struct Glyph: Sendable {
        let text: String
        let width: Int
        /// Bytes of the whole text before it.
        let offset: Int
    }

    struct Line: Sendable {
        let number: Int
        let glyphs: [Glyph]
        /// Bytes of the text before the line, and before its line end.
        let start: Int
        let end: Int
    }

    static let tabWidth = 4

    let lines: [Line]

    init(_ text: String) {
        var lines: [Line] = []
        var glyphs: [Glyph] = []
        var start = 0
        var offset = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines.append(Line(number: lines.count + 1, glyphs: glyphs, start: start, end: offset))
                glyphs = []
                start = offset + 1
            } else {
                glyphs.append(SourceLines.glyph(scalar, offset))
            }
            offset += UTF8.width(scalar)
        }
        lines.append(Line(number: lines.count + 1, glyphs: glyphs, start: start, end: offset))
        self.lines = lines
    }

    private static func glyph(_ scalar: Unicode.Scalar, _ offset: Int) -> Glyph {
        // A tab of fixed width keeps the caret below its character whatever the terminal's stops are.
        if scalar == "\t" { return Glyph(text: blanks(tabWidth), width: tabWidth, offset: offset) }
        let shown = String(visibleScalar(scalar))
        return Glyph(text: shown, width: displayWidth(shown), offset: offset)
    }

    /// The line and the column, from 1 and in code points, of a byte.
    func place(_ offset: Int) -> (line: Int, column: Int) {
        let line = lines.last { $0.start <= offset } ?? lines[0]
        return (line.number, 1 + line.glyphs.count { $0.offset < offset })
    }

    /// The lines that a span touches; at least one.
    func touched(_ span: Span) -> [Line] {
        let first = lines.last { $0.start <= span.start } ?? lines[0]
        return lines.filter { $0.number == first.number || $0.number > first.number && $0.start < span.end }
    }
}

extension SourceLines.Line {
    /// The line's text, and the same room with `^` below the part that the span covers; long lines show that part's surroundings.
    func underlined(_ span: Span, room: Int) -> (text: String, marks: String) {
        let covered = glyphs.indices.filter { glyphs[$0].offset >= span.start && glyphs[$0].offset < span.end }
        // The indentation of a span's later lines is not what is meant.
        let from = covered.first { glyphs[$0].text != " " } ?? covered.first ?? glyphs.firstIndex { $0.offset >= span.start } ?? glyphs.count
        let window = window(around: from, room)
        let lead = window.lowerBound > 0 ? "…" : ""
        let text = glyphs[window].map(\.text).joined() + (window.upperBound < glyphs.count ? "…" : "")
        let before = glyphs[window.lowerBound..<max(window.lowerBound, min(from, window.upperBound))].reduce(0) { $0 + $1.width }
        let width = window.filter { $0 >= from && glyphs[$0].offset < span.end }.reduce(0) { $0 + glyphs[$1].width }
        return (lead + text, blanks(lead.length + before) + String(repeating: "^", count: max(width, 1)))
    }

    /// The glyphs to show of a line that may be too long: some before the place, the rest after it.
    private func window(around at: Int, _ room: Int) -> Range<Int> {
        guard glyphs.reduce(0, { $0 + $1.width }) > room else { return glyphs.indices }
        let lead = room / 3
        var from = min(at, glyphs.count)
        var width = 0
        while from > 0, width + glyphs[from - 1].width <= lead {
            from -= 1
            width += glyphs[from].width
        }
        var to = from
        width = 0
        while to < glyphs.count, width + glyphs[to].width <= room {
            width += glyphs[to].width
            to += 1
        }
        return from..<to
    }
}
