import Glibc
import Testing

/// The tour of README.md shows what the commands really print: every ```` ```console ```` block is run at the top of the checkout.
///
/// With REPANDA_RECORD=1 the blocks are written anew, and the run fails so that nobody takes a recording for a test.
@Suite struct ReadmeTests {
    @Test func showsRealOutput() throws {
        let path = checkout + "/README.md"
        let shown = String(decoding: contents(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var real: [String] = []
        var commands = 0
        var isInside = false
        for line in shown {
            if line.hasPrefix("```") { isInside = line == "```console" }
            guard isInside, !line.hasPrefix("```") else {
                real.append(line)
                continue
            }
            guard line.hasPrefix("$ ") else { continue }
            commands += 1
            real.append(line)
            real += try output(of: String(line.dropFirst(2)))
        }
        #expect(commands >= 6, "the tour has lost its commands")
        guard getenv("REPANDA_RECORD") != nil else {
            #expect(shown == real, "README.md does not show what the commands print; record it anew")
            return
        }
        write(Array(real.joined(separator: "\n").utf8), to: path)
        Issue.record("recorded README.md: read the difference, then run without REPANDA_RECORD")
    }

    private func output(of command: String) throws -> [String] {
        let run = try Shell().run("cd '\(checkout)' && { \(command) ; } 2>&1")
        let text = run.outText.withoutEndBlanks
        return text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).withoutEndBlanks }
    }
}
