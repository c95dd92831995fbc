import Diagnostics
import Testing
import Values

@testable import Display

@Suite struct DiagnosticTests {
    private func render(_ source: String, _ diagnostic: Diagnostic) -> String {
        DiagnosticRenderer(source: source).render(diagnostic)
    }

    @Test func everyPart() {
        let diagnostic = Diagnostic(
            .unknownColumn, "unknown column 'crowdd'", at: Span(3, 11), notes: ["the table has 'crowd' int64, 'venue' object"],
            helps: ["column names are case sensitive"],
            suggestions: [Diagnostic.Suggestion("use 'crowd'", span: Span(3, 11), replacement: "'crowd'")])
        #expect(
            render("df['crowdd'].max()", diagnostic) == """
                error[RP2001]: unknown column 'crowdd'
                 --> query:1:4
                  |
                1 | df['crowdd'].max()
                  |    ^^^^^^^^
                  = note: the table has 'crowd' int64, 'venue' object
                  = help: column names are case sensitive
                  = help: use 'crowd'
                  | 
                1 | df['crowd'].max()
                """)
    }

    @Test func withoutSourceOrSpan() {
        #expect(DiagnosticRenderer().render(Diagnostic(.stepLimit, "too many steps", at: Span(0, 1))) == "error[RP6001]: too many steps")
        #expect(render("df", Diagnostic.warning(.alwaysFalse, "never true")) == "warning[RP3102]: never true")
    }

    @Test func severalLines() {
        let source = "a = 1\nb = [\n  1,\n  2,\n  3,\n  4,\n]\nc"
        #expect(
            render(source, Diagnostic(.typeMismatch, "no", at: Span(10, 33))) == """
                error[RP3001]: no
                 --> query:2:5
                  |
                2 | b = [
                  |     ^
                3 |   1,
                  |   ^^
                4 |   2,
                  |   ^^
                ...
                7 | ]
                  | ^
                """)
    }

    @Test func tabsWideAndMarkedText() {
        #expect(
            render("\tdf['日本é'] + x", Diagnostic(.unknownName, "no x", at: Span(18, 19))) == """
                error[RP2002]: no x
                 --> query:1:14
                  |
                1 |     df['日本é'] + x
                  |                   ^
                """)
        #expect(
            render("e\u{301}x", Diagnostic(.unknownName, "no x", at: Span(3, 4))) == """
                error[RP2002]: no x
                 --> query:1:3
                  |
                1 | e\u{301}x
                  |  ^
                """)
    }

    @Test func hostileTextIsEscaped() {
        let source = "df['\u{1B}[31m\u{202E}x']\u{07}"
        let text = render(source, Diagnostic(.unknownColumn, "unknown column '\u{1B}]0;x\u{07}\nerror: fake'", at: Span(4, 13), notes: ["\u{2066}\u{0}\r"]))
        #expect(
            text == """
                error[RP2001]: unknown column '\\x1b]0;x\\x07\\nerror: fake'
                 --> query:1:5
                  |
                1 | df['\\x1b[31m\\u202ex']\\x07
                  |     ^^^^^^^^^^^^^^^
                  = note: \\u2066\\x00\\r
                """)
    }

    @Test func placesAtTheEdges() {
        let end = render("ab", Diagnostic(.unexpectedToken, "end", at: Span(2, 2)))
        #expect(end.hasSuffix("1 | ab\n  |   ^"))
        let past = render("ab\n", Diagnostic(.unexpectedToken, "end", at: Span(90, 95)))
        #expect(past.hasSuffix("2 | \n  | ^"))
        #expect(render("", Diagnostic(.emptyQuery, "empty", at: Span(0, 0))).hasSuffix("1 | \n  | ^"))
        #expect(render("ab", Diagnostic(.emptyQuery, "odd", at: Span(5, -3))).contains("1 | ab"))
    }

    @Test func longLinesShowTheSurroundings() {
        let source = String(repeating: "a", count: 500) + "XYZ" + String(repeating: "b", count: 500)
        let lines = render(source, Diagnostic(.unknownName, "no", at: Span(500, 503))).lines
        #expect(lines[3].hasPrefix("1 | …aaa") && lines[3].hasSuffix("bbb…") && lines[3].length < 140)
        let at = lines[4].unicodeScalars.firstIndex(of: "^").map { lines[4].unicodeScalars.distance(from: lines[4].startIndex, to: $0) } ?? 0
        #expect(Array(lines[3].unicodeScalars)[at] == "X")
        #expect(lines[4].hasSuffix(" ^^^"))
    }

    @Test func oneLineForm() {
        let renderer = DiagnosticRenderer(source: "a\ndf.x", name: "q\u{1B}.txt")
        #expect(renderer.oneLine(Diagnostic(.unknownAttribute, "no\n'x'", at: Span(4, 6))) == "q\\x1b.txt:2:3: error[RP2003] no\\n'x'")
        #expect(DiagnosticRenderer().oneLine(Diagnostic(.stepLimit, "m")) == "query: error[RP6001] m")
    }

    @Test func coloursOnlyWhenAsked() {
        let diagnostic = Diagnostic(.unknownName, "no x", at: Span(0, 1), helps: ["h"])
        let plain = DiagnosticRenderer(source: "x").render(diagnostic)
        let colored = DiagnosticRenderer(source: "x", color: true).render(diagnostic)
        #expect(!plain.contains("\u{1B}"))
        #expect(colored.contains("\u{1B}[1;31merror[RP2002]\u{1B}[0m"))
        var stripped = colored
        for code in ["\u{1B}[1;31m", "\u{1B}[1m", "\u{1B}[34m", "\u{1B}[0m"] { stripped = stripped.split(separator: code).joined() }
        #expect(stripped == plain)
    }

    @Test func visibleKeepsWhatCanBeSeen() {
        #expect(visible("plain é日😀") == "plain é日😀")
        #expect(visible("\u{200B}\u{FEFF}\u{2028}\u{E0041}\u{85}\u{7F}") == "\\u200b\\ufeff\\u2028\\U000e0041\\x85\\x7f")
        #expect(visibleLines("a\tb\nc\u{1B}") == "a\\tb\nc\\x1b")
    }

    @Test func tables() {
        var table = TextTable(["column", "type", "missing"])
        table.append(["crowd", "int64", "0"])
        table.append(["日本\u{1B}", "object", "1,200"])
        table.append(["n"])
        #expect(
            table.render() == """
                column    type    missing
                --------  ------  -------
                crowd     int64         0
                日本\\x1b  object    1,200
                n
                """)
        var short = TextTable(["a"], maximumWidth: 5)
        short.append(["abcdefgh"])
        #expect(short.render() == "a\n-----\nabcd…")
    }

    @Test func nothingTraps() {
        var random = Seeded(9)
        let pieces = ["df", "\n", "\t", "日", "\u{1B}", "e\u{301}", "😀", "'", "\r\n", " "]
        for _ in 0..<3000 {
            let source = (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let spans = (0..<2).map { _ in Span(Int.random(in: -3...60, using: &random), Int.random(in: -3...60, using: &random)) }
            let diagnostic = Diagnostic(
                .unknownName, source, at: spans[0], suggestions: [Diagnostic.Suggestion("s", span: spans[1], replacement: source)])
            let renderer = DiagnosticRenderer(source: source)
            #expect(!renderer.render(diagnostic).unicodeScalars.contains("\u{1B}"))
            #expect(!renderer.oneLine(diagnostic).unicodeScalars.contains("\n"))
        }
    }
}

/// The same numbers in every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
