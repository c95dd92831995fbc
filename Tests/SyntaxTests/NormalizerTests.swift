import Syntax
import Testing

@Suite struct NormalizerTests {
    @Test func stripsWhatModelsWrapAroundCode() {
        for block in blocks("normalized.txt") {
            let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
            guard let arrow = lines.lastIndex(where: { $0.hasPrefix("=> ") }), arrow + 1 < lines.count else { continue }
            let text = lines[..<arrow].joined(separator: "\n")
            let query = Normalizer.normalize(Array(text.utf8))
            #expect(outcome(query) == lines[arrow].dropFirst(3), "\(text)")
            guard Parser.parse(query).script != nil else { continue }
            #expect(query.notes.map { $0.message.dropFirst("left out ".count) }.joined(separator: "; ") == lines[arrow + 1], "\(text)")
        }
    }

    /// The query on one line, or the codes.
    private func outcome(_ query: NormalizedQuery) -> String {
        let result = Parser.parse(query)
        guard let script = result.script else { return codes(result) }
        return Printer.print(script).split(separator: "\n").joined(separator: " / ")
    }

    @Test func placesStayPlacesInTheText() {
        let text = "The query:\n```python\n  x = 1\n  foo.bar\n```\n"
        let query = Normalizer.normalize(Array(text.utf8))
        #expect(query.bytes.count == text.utf8.count && query.margin == 2)
        guard let last = Parser.parse(query).script?.statements.last else { return #expect(Bool(false)) }
        #expect(String(decoding: Array(text.utf8)[last.span.start..<last.span.end], as: UTF8.self) == "foo.bar")
    }

    /// What parses as it stands is left alone.
    @Test func leavesQueriesAlone() {
        for query in blocks("accepted.txt") {
            let normalized = Normalizer.normalize(Array(query.utf8))
            #expect(normalized.notes.isEmpty && normalized.bytes == Array(query.utf8), "\(query)")
        }
    }

    @Test func endsOnAnything() {
        var random = Seeded(state: 7)
        let pieces = ["```", "`", ">>>", "\n", " ", "python", "df", "<think>", "</think>", "Query:", "a b.", "~~~", "<code>", "\u{FEFF}", "'", "é", "</s>", "..."]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let query = Normalizer.normalize(Array(text.utf8))
            #expect(query.bytes.count == text.utf8.count)
            _ = Parser.parse(query)
        }
    }
}
