import Glibc
import Testing
import Wording

/// Questions, their answers, and the statements made of them: `Fixtures/statements.tsv`.
///
/// With REPANDA_RECORD=1 the statements are written anew, and the run fails so that nobody takes a recording for a test.
@Suite struct WordingTests {
    private static let path = #filePath.replacing(/WordingTests\.swift$/, with: "Fixtures/statements.tsv")

    @Test func makesStatements() throws {
        let lines = try read().split(separator: "\n").map(String.init)
        try #require(lines.count > 50)
        let found = lines.map(worded)
        guard getenv("REPANDA_RECORD") != nil else { return #expect(found == lines) }
        let handle = try #require(fopen(WordingTests.path, "w"))
        fputs(found.joined(separator: "\n") + "\n", handle)
        fclose(handle)
        Issue.record("recorded: read the difference, then run without REPANDA_RECORD")
    }

    /// A question, its answer, the rule and the statement; `-` for both where there is none.
    private func worded(_ line: String) -> String {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let answers = fields[1].split(separator: "|").map(String.init)
        guard let wording = Wording(of: fields[0]), wording.fits(answers) else { return "\(fields[0])\t\(fields[1])\t-\t-" }
        return "\(fields[0])\t\(fields[1])\t\(wording.rule)\t\(wording.statement(answers))"
    }

    @Test func answersOfAnotherKindDoNotFit() throws {
        #expect(try #require(Wording(of: "how many games were played?")).fits(["10"]))
        #expect(try !#require(Wording(of: "how many games were played?")).fits(["ten games"]))
        #expect(try !#require(Wording(of: "did rome win more often than turin?")).fits(["rome"]))
        #expect(try !#require(Wording(of: "when was the bridge built?")).fits(["15th century"]))
    }

    private func read() throws -> String {
        let handle = try #require(fopen(WordingTests.path, "r"))
        defer { fclose(handle) }
        var bytes = [UInt8](repeating: 0, count: 1 << 18)
        return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, handle)], as: UTF8.self)
    }
}
