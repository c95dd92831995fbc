import Diagnostics
import Testing
import Values

@testable import JSON

@Suite struct ParseTests {
    static func cases(_ name: String) -> [String] {
        fixture(name).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }

    @Test(arguments: cases("accept.txt")) func accepts(_ line: String) throws {
        let document = bytes(line.split(separator: " ", maxSplits: 1)[1])
        let value = try JSONValue.parse(document)
        #expect(compact(try JSONValue.parse(compact(value))) == compact(value))
    }

    @Test(arguments: cases("reject.txt")) func rejects(_ line: String) throws {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        let error = try #require(refusal(bytes(parts[2])))
        #expect(error.code.number == parts[1], "\(error.message)")
    }

    @Test func fixturesAreThere() {
        #expect(ParseTests.cases("accept.txt").count > 55)
        #expect(ParseTests.cases("reject.txt").count > 100)
    }

    @Test func numbersAreExact() throws {
        #expect(try JSONValue.parse("9007199254740993").int == 9_007_199_254_740_993)
        #expect(try JSONValue.parse("0.1").double == 0.1)
        #expect(try JSONValue.parse("2.2250738585072014e-308").double == 2.2250738585072014e-308)
        #expect(try JSONValue.parse("123456789012345678901234567890e-10").double == 123456789012345678901234567890e-10)
        #expect(try JSONValue.parse("1e0").kind == .double)
        #expect(try JSONValue.parse("-0.0").double?.sign == .minus)
    }

    @Test func stringsAreDecoded() throws {
        #expect(try JSONValue.parse(#""\ud83d\ude00\u00e9\n\/""#).string == "😀é\n/")
        #expect(try JSONValue.parse("\"plain é\"").string == "plain é")
    }

    @Test func plainStringsAreSlicesOfOneStorage() throws {
        let object = try JSONValue.parse(#"{"id": "val-6", "table": "2-1.html.csv"}"#).requireObject()
        let id = try object.text("id")
        let table = try object.text("table")
        #expect(id.storage === table.storage)
    }

    @Test func errorsSayWhere() throws {
        let error = try #require(refusal("{\"a\": [1,\n  {\"é\": tru}]}"))
        #expect(error.code == .invalidJSON)
        #expect(error.message == "expected a JSON value (line 2, column 9, byte 19, at /a/1/é)")
        #expect(error.span == Span(19, 20))
    }

    @Test func duplicateKeysAreNamed() throws {
        let error = try #require(refusal(#"{"x": [0, {"a/b": 1, "a/b": 2}]}"#))
        #expect(error.code == .duplicateKey)
        #expect(error.message.contains("at /x/1/a~1b"))
    }

    @Test func depthIsCapped() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(refusal(nested(100)) == nil)
        #expect(refusal(nested(101))?.code == .depthLimit)
        #expect(refusal(String(repeating: "[", count: 100_000))?.code == .depthLimit)
        #expect(refusal(String(repeating: "{\"a\":", count: 20_000))?.code == .depthLimit)
    }

    @Test func sizeIsCapped() {
        #expect(refusal(Array("[1, 2, 3]".utf8), limits: JSONLimits(bytes: 8))?.code == .inputLimit)
        #expect(refusal(Array("[1, 2]".utf8), limits: JSONLimits(bytes: 8)) == nil)
    }

    @Test func manyKeysCostLinearTime() throws {
        let members = (0..<50_000).map { "\"k\($0)\": \($0)" }.joined(separator: ",")
        let object = try JSONValue.parse("{\(members)}").requireObject()
        #expect(object.members.count == 50_000)
        #expect(refusal("{\(members), \"k40000\": 1}")?.code == .duplicateKey)
    }

    @Test func damageNeverTraps() {
        let seeds = ParseTests.cases("accept.txt").map { bytes($0.split(separator: " ", maxSplits: 1)[1]) }
        let letters = Array("{}[]\":,\\u0123e+-.tfn \n".utf8) + [0, 0x1F, 0x80, 0xC3, 0xE2, 0xF0, 0xFF]
        var random = Seeded(7)
        var read = 0
        for _ in 0..<20_000 {
            var document = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...3, using: &random) where !document.isEmpty {
                let at = Int.random(in: 0..<document.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: document.remove(at: at)
                case 1: document.insert(letters.randomElement(using: &random) ?? 0, at: at)
                case 2: document[at] = letters.randomElement(using: &random) ?? 0
                default: document = Array(document[..<at])
                }
            }
            if let value = try? JSONValue.parse(document) {
                read += 1
                #expect((try? JSONValue.parse(compact(value))).map(compact) == compact(value))
            }
        }
        #expect(read > 1000)
    }
}
