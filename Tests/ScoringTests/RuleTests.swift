import Glibc
import Testing

@testable import Scoring

/// The official rule of WikiTableQuestions: items, sets of items, and the words that items are compared by.
@Suite struct RuleTests {
    static let same: [(String, String, canonical: String?)] = [
        ("Paris", "paris", nil), ("Paris[1]", "Paris", nil), ("\"Intro\"", "Intro", nil), ("São Paulo", "Sao Paulo", nil), ("2001–02", "2001-02", nil),
        ("5", "5.0", nil), ("5", "5.0000001", nil), ("5e2", "500", nil), ("1,334", "1334", "1334.0"), ("10 years", "10", "10.0"), ("ten", "10", "10"),
        ("1,334", "1,334", "1334.0"), ("May 4, 2001", "2001-05-04", "2001-05-04"), ("May 4", "xx-05-04", "xx-5-4"), ("May 2001", "2001-5-xx", "2001-05-xx"),
        ("in 2001", "2001", "2001-xx-xx"), ("2001", "2001-xx-xx", nil), (" 5 ", "5", nil), ("1_000", "1000", nil), ("-0", "0", nil), ("½", "1⁄2", nil),
    ]

    static let different: [(String, String, canonical: String?)] = [
        ("Paris", "Rome", nil), ("1,334", "1334", nil), ("10 years", "10", nil), ("5", "5.1", nil), ("5", "5.00001", nil), ("May 4, 2001", "2001-05-05", "2001-05-04"),
        ("May 4", "2001-05-04", "xx-05-04"), ("2001-13-01", "2001-13-1", nil), ("xx-xx-xx", "xxxx-xx-xx", nil), ("nan", "NaN (x) y", nil), ("inf", "1e999", nil),
        ("5", "five", nil), ("2001-05-04", "2001", nil), ("", "0", nil),
    ]

    @Test(arguments: same) func areTheSame(_ written: String, _ predicted: String, _ canonical: String?) {
        #expect(WikiTableQuestionsRule.accepts([predicted], answer: [written], canonical: canonical.map { [$0] }))
    }

    @Test(arguments: different) func differ(_ written: String, _ predicted: String, _ canonical: String?) {
        #expect(!WikiTableQuestionsRule.accepts([predicted], answer: [written], canonical: canonical.map { [$0] }))
    }

    @Test func setsHaveTheSameSizeAndNoOrder() {
        #expect(WikiTableQuestionsRule.accepts(["b", "a"], answer: ["a", "b"]))
        #expect(WikiTableQuestionsRule.accepts(["a", "A", "b"], answer: ["b", "a[1]"]), "doubles collapse")
        #expect(WikiTableQuestionsRule.accepts(["5", "5.0"], answer: ["5"]))
        #expect(!WikiTableQuestionsRule.accepts(["a"], answer: ["a", "b"]))
        #expect(!WikiTableQuestionsRule.accepts(["a", "b", "c"], answer: ["a", "b"]))
        #expect(!WikiTableQuestionsRule.accepts([], answer: ["a"]))
        #expect(WikiTableQuestionsRule.accepts(["1334", "x"], answer: ["x", "1,334"], canonical: ["x", "1334.0"]))
    }

    /// `record.py` writes them, with the rules as regular expressions.
    @Test func normalises() throws {
        let path = #filePath.replacing(/RuleTests\.swift$/, with: "Fixtures/normalized.tsv")
        let handle = try #require(fopen(path, "r"))
        defer { fclose(handle) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let text = String(decoding: bytes[..<fread(&bytes, 1, bytes.count, handle)], as: UTF8.self)
        let lines = text.unicodeScalars.split(separator: "\n").map(String.init)
        try #require(lines.count > 900)
        for line in lines {
            let sides = line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped(String($0)) }
            #expect(Normalization.normalized(sides[0]).unicodeScalars.elementsEqual(sides[1].unicodeScalars), "\(line)")
        }
    }

    private func unescaped(_ text: String) -> String { text.replacing("\\n", with: "\n").replacing("\\t", with: "\t").replacing("\\\\", with: "\\") }
}
