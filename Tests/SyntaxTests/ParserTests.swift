import Diagnostics
import Syntax
import Testing

@Suite struct ParserTests {
    /// `trees.txt` is Python's own reading of the queries; `record.py` writes it.
    @Test func readsAsPythonReads() {
        let (queries, trees) = (blocks("accepted.txt"), blocks("trees.txt"))
        #expect(queries.count == trees.count && queries.count > 200)
        for (query, tree) in zip(queries, trees) { #expect(pythonic(shape(query)) == tree, "\(query)") }
    }

    /// Python writes floats its own way, and the text of `{value = }` as a piece before the value.
    private func pythonic(_ tree: String) -> String {
        var lines: [String] = []
        for line in tree.split(separator: "\n").map(String.init) {
            let words = line.drop { $0 == " " }
            let indent = String(line.prefix { $0 == " " })
            if words.hasPrefix("float ") {
                lines.append(indent + "float " + python(words.dropFirst(6)))
            } else if words.hasPrefix("value"), let quote = words.firstIndex(of: "'") {
                addDebugText(String(words[quote...].dropFirst().dropLast()), String(words[..<quote].dropLast()), indent, &lines)
            } else {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func python(_ float: Substring) -> String { float == "+infinity" || float == "inf" ? "inf" : String(float) }

    private func addDebugText(_ text: String, _ value: String, _ indent: String, _ lines: inout [String]) {
        let opener = indent + "text '"
        if let last = lines.last, last.hasPrefix(opener) {
            lines[lines.count - 1] = last.dropLast() + text + "'"
        } else {
            lines.append(opener + text + "'")
        }
        // Without a conversion and a format, Python notes the repr.
        lines.append(indent + (value == "value" && text.hasSuffix("a = ") ? "value !r" : value))
    }

    @Test func refusesWithTheseCodes() {
        for block in blocks("refused.txt") {
            let parts = block.split(separator: "\n=> ", omittingEmptySubsequences: false)
            guard let expected = parts.last, parts.count > 1 else { continue }
            let query = parts.dropLast().joined(separator: "\n=> ")
            #expect(codes(parse(query)) == expected, "\(query)")
        }
    }

    @Test func complaintsHavePlaces() {
        for block in blocks("refused.txt") {
            let query = block.split(separator: "\n=> ").first.map(String.init) ?? ""
            for diagnostic in parse(query).diagnostics {
                guard let span = diagnostic.span else {
                    Issue.record("no place: \(query)")
                    continue
                }
                #expect(0 <= span.start && span.start <= span.end && span.end <= query.utf8.count, "\(query)")
            }
        }
    }

    @Test func blanksAroundAQueryMeanNothing() {
        #expect(shape(" \n\u{A0}\t df.a > 1 \n\n\u{3000}") == shape("df.a > 1"))
        #expect(shape("  a\n  b") == "RP1007")
    }

    @Test func notAText() {
        #expect(shape("a\0b") == "RP1002")
        #expect(codes(Parser.parse([97, 0xFF])) == "RP1012")
        #expect(codes(Parser.parse(Array(repeating: 32, count: SyntaxLimits.bytes + 1))) == "RP6006")
    }

    @Test func lineEnds() {
        #expect(shape("a\r\nb\rc") == shape("a\nb\nc"))
        #expect(shape("'''a\r\nb\rc'''") == shape("'a\\nb\\nc'"))
        #expect(shape("'a\\\r\nb'") == shape("'ab'"))
        #expect(shape("'a\rb'").hasPrefix("RP1003"))
    }

    @Test(arguments: [
        String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40), "a" + String(repeating: ".b", count: 300),
        "1" + String(repeating: " + 1", count: 300), String(repeating: "-", count: 90) + "1", String(repeating: "1, ", count: 5000),
        String(repeating: "'a' ", count: 5000), "[" + String(repeating: "a < b, ", count: 2000) + "]",
    ])
    func longAndDeepEnough(_ query: String) { #expect(parse(query).script != nil) }

    @Test(arguments: [
        String(repeating: "(", count: 60) + "1" + String(repeating: ")", count: 60), "a" + String(repeating: "[0]", count: 100_000),
        "1" + String(repeating: "+1", count: 100_000), String(repeating: "not ", count: 100_000) + "1", String(repeating: "lambda:", count: 5000) + "1",
        String(repeating: "a if b else ", count: 5000) + "c", "1" + String(repeating: "**1", count: 5000),
        String(repeating: "if a:\n b\nel", count: 5000) + "se: c",
    ])
    func tooDeep(_ query: String) { #expect(codes(parse(query)).hasPrefix("RP6003")) }

    @Test func nestedChainsStayLow() {
        var query = "x"
        for _ in 0..<40 { query = "(" + query + String(repeating: " + 1", count: 200) + ")" }
        #expect(codes(parse(query)).hasPrefix("RP6003"))
    }

    @Test func errorsAreFew() {
        #expect(parse(String(repeating: "[", count: 100_000)).diagnostics.count <= SyntaxLimits.errors)
        #expect(parse(String(repeating: "a b\n", count: 10_000)).diagnostics.count <= SyntaxLimits.errors)
    }

    @Test func integersHaveALimit() {
        #expect(shape(String(repeating: "1", count: 4300)).hasPrefix("expression\n  int 111"))
        #expect(shape(String(repeating: "1", count: 4301)) == "RP1005")
        #expect(shape("0x1" + String(repeating: "0", count: 20)) == "expression\n  int 1208925819614629174706176\n")
    }
}
