import Diagnostics
import Testing
import Values

@testable import JSON

@Suite struct StreamTests {
    private func lines(_ text: String, chunk: Int = 16, limits: JSONLimits = .standard) -> [String] {
        withFile(Array(text.utf8)) { file in
            var reader = JSONLReader(descriptor: file, limits: limits, chunk: chunk)
            var out: [String] = []
            while true {
                do {
                    guard let line = try reader.nextLine() else { return out }
                    out.append("\(line.number): \(try compact(line.parse()))")
                } catch {
                    out.append("\((error as? Diagnostic)?.message ?? "?")")
                }
            }
        }
    }

    private func elements(_ text: String, chunk: Int = 16, limits: JSONLimits = .standard) -> [String] {
        withFile(Array(text.utf8)) { file in
            var reader = JSONArrayReader(descriptor: file, limits: limits, chunk: chunk)
            var out: [String] = []
            do {
                while let value = try reader.next() { out.append(compact(value)) }
                out.append("end")
            } catch {
                out.append((error as? Diagnostic)?.message ?? "?")
            }
            return out
        }
    }

    @Test func linesEndAsTheyLike() {
        let text = "{\"a\": 1}\r\n\n  \r\n[1, 2]\n\"last\""
        for chunk in [16, 17, 64, 4096] { #expect(lines(text, chunk: chunk) == ["1: {\"a\": 1}", "4: [1, 2]", "5: \"last\""]) }
        #expect(lines("") == [])
        #expect(lines("\n\n") == [])
        #expect(lines("1\n") == ["1: 1"])
    }

    @Test func aBadLineLeavesTheNextAlone() {
        #expect(
            lines("{\"a\": 1}\n{\"b\":}\n3\n") == [
                "1: {\"a\": 1}", "expected a JSON value (line 2, column 6, byte 14, at /b)", "3: 3",
            ])
    }

    @Test func aLongLineIsPassedOver() {
        let text = "1\n\"" + String(repeating: "x", count: 1000) + "\"\n3"
        let out = lines(text, limits: JSONLimits(bytes: 100))
        #expect(out.count == 3 && out[0] == "1: 1" && out[1].hasPrefix("the JSON text is longer") && out[2] == "3: 3")
    }

    @Test func linesLongerThanTheChunk() {
        let text = String(repeating: "x", count: 10_000)
        #expect(lines("\"\(text)\"\n1") == ["1: \"\(text)\"", "2: 1"])
    }

    @Test func arraysGiveTheirElements() {
        let text = " [ {\"a\": [1, \"]\"]}, \"x,\\\"]\" ,3,\n[[],{}], null ] \n"
        for chunk in [16, 17, 33, 4096] {
            #expect(elements(text, chunk: chunk) == ["{\"a\": [1, \"]\"]}", "\"x,\\\"]\"", "3", "[[], {}]", "null", "end"])
        }
        #expect(elements("[]") == ["end"])
        #expect(elements("\u{FEFF}[1]") == ["1", "end"])
    }

    @Test(arguments: [
        ("{}", "the file must hold one JSON array (line 1, column 1)"),
        ("", "the file must hold one JSON array (line 1, column 1)"),
        ("[1, 2", "the text ends inside a JSON value (line 1, column 6, byte 5, at /2)"),
        ("[1,]", "expected a JSON value (line 1, column 4, byte 3, at /1)"),
        ("[1,,2]", "the text ends inside a JSON value (line 1, column 4, byte 3, at /1)"),
        ("[1]x", "unexpected text after the JSON value (line 1, column 4, byte 3, at /1)"),
        ("[1,\n {\"k\":\n  tru}]", "expected a JSON value (line 3, column 3, byte 13, at /1/k)"),
        ("[1 2]", "unexpected text after the JSON value (line 1, column 4, byte 3, at /0)"),
        ("[\"abc]", "the text ends inside a JSON value (line 1, column 7, byte 6, at /0)"),
    ]) func brokenArraysSayWhere(_ text: String, _ message: String) {
        #expect(elements(text).last == message)
    }

    @Test func anElementIsCappedNotTheArray() {
        let many = "[" + (0..<1000).map { "{\"id\": \($0)}" }.joined(separator: ",") + "]"
        #expect(elements(many, limits: JSONLimits(bytes: 64)).count == 1001)
        let long = "[1, \"" + String(repeating: "y", count: 200) + "\"]"
        #expect(elements(long, limits: JSONLimits(bytes: 64)).last?.hasPrefix("the JSON text is longer") == true)
    }

    @Test func damageNeverTraps() {
        let seed = Array("[{\"a\": [1, \"]\\\"\"]}, \"é\", -1.5e3, [[], {}], null, {\"k\": true}]".utf8)
        let letters = Array("{}[]\":,\\ 1n\n".utf8) + [0xFF, 0xE2]
        var random = Seeded(11)
        for _ in 0..<3000 {
            var text = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                text[Int.random(in: 0..<text.count, using: &random)] = letters.randomElement(using: &random) ?? 0
            }
            withFile(text) { file in
                var reader = JSONArrayReader(descriptor: file, chunk: 16)
                var whole: [JSONValue]? = []
                do {
                    while let value = try reader.next() { whole?.append(value) }
                } catch {
                    whole = nil
                }
                #expect((try? JSONValue.parse(text).array)?.map(compact) == whole?.map(compact))
            }
        }
    }
}
