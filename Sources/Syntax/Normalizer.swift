import Diagnostics

/// A query text with what models wrap around code painted over.
public struct NormalizedQuery: Sendable {
    /// As many bytes as the text had: what was stripped is blank, so that every place still is a place in the text.
    public let bytes: [UInt8]
    /// How many columns of blanks begin every line of the code.
    public let margin: Int
    /// What was stripped and where, as notes.
    public let notes: [Diagnostic]
}

/// Strips what models wrap around code, by these rules and in this order:
///
/// 1. a byte order mark; marks that end a model's turn (`<|im_end|>`, `</s>`, …) at the end;
/// 2. a `<think>…</think>` block at the start;
/// 3. tags (`<code>`, `<answer>`, `<query>`, `<python>`) around the whole text;
/// 4. everything outside a Markdown fence, the fences too: of several, the first whose inside parses; an unclosed one runs to the end;
/// 5. single backquotes around the whole text;
/// 6. interactive prompts: where the first line begins with `>>>`, only lines with `>>>` or `...` are kept, without them;
/// 7. one word with a colon before the code (`Query:`, `Answer:`, …);
/// 8. lines of prose before and after, but only where the text does not parse with them and does without;
/// 9. the indentation that the whole code shares.
///
/// Nothing inside the code is touched: `result = …` and `print(…)` stay, curly quotes stay an error. A text that parses as it stands
/// loses only shared indentation. Every rule leaves a note behind.
///
/// Python would call most of these texts a syntax error: whoever must agree with Python parses the text as it is.
public struct Normalizer {
    let original: [UInt8]
    var bytes: [UInt8]
    private(set) var notes: [Diagnostic] = []

    public static func normalize(_ text: [UInt8]) -> NormalizedQuery {
        var normalizer = Normalizer(original: text, bytes: text)
        if text.count <= SyntaxLimits.bytes { normalizer.run() }
        return NormalizedQuery(bytes: normalizer.bytes, margin: normalizer.margin(normalizer.bytes), notes: normalizer.notes)
    }

    private init(original: [UInt8], bytes: [UInt8]) {
        self.original = original
        self.bytes = bytes
    }

    private mutating func run() {
        stripByteOrderMark()
        guard !parses(bytes) else { return }
        stripEndMarks()
        stripThinking()
        stripTags()
        stripFences()
        stripBackquotes()
        stripPrompts()
        stripLabel()
        stripProse()
    }

    // MARK: Tools

    /// Paints over a range; line ends stay, so that lines keep their numbers.
    mutating func blank(_ range: Range<Int>) {
        for place in range where bytes[place] != 10 && bytes[place] != 13 { bytes[place] = 32 }
    }

    mutating func strip(_ range: Range<Int>, _ what: String) {
        let shown = trimmed(range)
        guard !shown.isEmpty else { return }
        blank(range)
        note(what, shown)
    }

    mutating func note(_ what: String, _ range: Range<Int>) {
        notes.append(Diagnostic(.strippedText, "left out \(what)", at: Span(range.lowerBound, range.upperBound), severity: .note))
    }

    /// Whether the bytes are a query with at least one statement.
    func parses(_ bytes: [UInt8]) -> Bool {
        Parser.parse(bytes, margin: margin(bytes)).script.map { !$0.statements.isEmpty } ?? false
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> { Blanks.stripped(bytes, range) }

    var content: Range<Int> { trimmed(bytes.indices) }

    /// The lines of a range, without their ends.
    func lines(_ range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        for place in range where bytes[place] == 10 {
            lines.append(start..<place)
            start = place + 1
        }
        return lines + [start..<range.upperBound]
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func hasPrefix(_ prefix: String, at place: Int) -> Bool { bytes[place...].starts(with: prefix.utf8) }

    func firstRange(of wanted: String, in range: Range<Int>) -> Range<Int>? {
        let width = wanted.utf8.count
        guard range.count >= width else { return nil }
        let found = (range.lowerBound...range.upperBound - width).first { hasPrefix(wanted, at: $0) }
        return found.map { $0..<$0 + width }
    }

    /// The columns before the first code.
    private func margin(_ bytes: [UInt8]) -> Int {
        let start = Blanks.stripped(bytes, bytes.indices).lowerBound
        let lineStart = bytes[..<start].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 } ?? 0
        return bytes[lineStart..<start].reduce(0) { $1 == 9 ? ($0 / 8 + 1) * 8 : $0 + 1 }
    }
}
