import Diagnostics
import Random
import Testing

@testable import HTTP
@testable import Translation

/// Damaged input of every kind ends in an answer or in an error with a code; nothing traps. Seeds are fixed.
@Suite struct FuzzTests {
    /// The text with some bytes dropped, doubled, swapped or replaced.
    static func damaged(_ text: String, _ dice: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0...dice.below(4) where !bytes.isEmpty {
            let at = dice.below(bytes.count)
            switch dice.below(5) {
            case 0: bytes.remove(at: at)
            case 1: bytes.insert(bytes[at], at: at)
            case 2: bytes.swapAt(at, dice.below(bytes.count))
            case 3: bytes[at] = UInt8(dice.below(256))
            default: bytes.removeSubrange(at...)
            }
        }
        return bytes
    }

    static let answers = [
        ScriptedServer.completion("df['crowd'].max() == 31"), #"{"choices": [{"text": "df", "finish_reason": null}], "usage": {"prompt_tokens": -1}}"#,
        #"{"error": {"message": "no"}}"#, #"{"choices": [{"message": {"content": ["a"]}}]}"#,
    ]

    @Test func answersOfServers() throws {
        var dice = SeededGenerator(seed: 6)
        var (read, refused) = (0, 0)
        let faults = EndpointFaults(base: "http://x", secret: "df", seconds: 1)
        for _ in 0..<4_000 {
            let body = Self.damaged(Self.answers[dice.below(Self.answers.count)], &dice)
            let response = HTTPResponse(status: dice.chance(5) ? 100 + dice.below(500) : 200, headers: [("Content-Type", "text/plain\u{1B}[0m")], body: body)
            do throws(Diagnostic) {
                _ = try ServerAnswer.read(response, faults, seconds: 0)
                read += 1
            } catch {
                #expect(error.code.phase == .translator)
                #expect(!(error.notes + [error.message]).joined().contains("\u{1B}"))
                refused += 1
            }
        }
        #expect(read > 100 && refused > 1_000)
    }

    @Test func templates() throws {
        var dice = SeededGenerator(seed: 7)
        let text = try #require(BuiltInTemplate.repanda1.text)
        let sentence = try Tables4Tests.sentence()
        var filled = 0
        for _ in 0..<400 {
            let damaged = String(decoding: Self.damaged(text, &dice), as: UTF8.self)
            do throws(Diagnostic) {
                let template = try TextTemplate(damaged, name: "damaged")
                _ = template.messages(for: sentence)
                filled += 1
            } catch {
                #expect(error.code == .invalidTemplate)
            }
        }
        #expect(filled > 50)
    }

    @Test func transcripts() throws {
        var dice = SeededGenerator(seed: 8)
        let scratch = try Scratch()
        let line = #"{"key": "0", "request": {}, "text": "1", "finish": "stop", "prompt_tokens": 3, "answer_tokens": null, "seconds": 0.1}"# + "\n"
        for _ in 0..<300 {
            let bytes = Self.damaged(line + line, &dice)
            try scratch.write(bytes, to: "t.jsonl")
            do throws(Diagnostic) {
                _ = try Transcript(appendingTo: scratch.file("t.jsonl"))
            } catch {
                #expect(error.code.phase == .tables || error.code == .depthLimit)
            }
        }
    }
}
