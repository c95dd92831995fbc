import Glibc
import JSON
import Testing

/// Inputs made to break an evaluator: each must end as its `expect` says, in bounded time and memory, and never by a signal.
///
/// The collection lies beside the checkout in `../shared/hostile/hostile.jsonl`; without it only our own inputs are run.
@Suite struct HostileTests {
    static let collection = HostileInput.all(parent(checkout) + "/shared/hostile/hostile.jsonl")

    @Test(.enabled(if: !collection.isEmpty, "../shared/hostile/hostile.jsonl is not there"), arguments: 0..<8)
    func endsAsExpected(part: Int) throws {
        let decided = Decision.all(besideTests("Hostile/decided.tsv"))
        for (at, input) in HostileTests.collection.enumerated() where at % 8 == part {
            guard let outcome = try input.run() else { continue }
            let wanted = decided[input.id]?.statuses ?? input.statuses
            #expect(wanted.contains(outcome.status), "\(input.id): \(input.expect)\n\(input.payload.prefix(200))\n\(outcome.errText.prefix(400))")
            if let words = input.words { #expect(outcome.errText.contains(words), "\(input.id) says nothing of '\(words)'") }
            if let value = input.value { #expect(outcome.outText == value, "\(input.id)") }
        }
    }

    /// One query a line (`\n` is a line's end): what would take for ever, or all memory, stops at a budget.
    @Test(arguments: 0..<4) func exhaustingQueriesStop(part: Int) throws {
        let queries = String(decoding: contents(besideTests("Hostile/exhausting.txt")), as: UTF8.self).split(separator: "\n")
        #expect(queries.count > 200)
        for (at, query) in queries.enumerated() where at % 4 == part {
            let shell = try Shell()
            let run = try shell.run(HostileInput.bounded("repanda query crowds.csv -"), input: Array(query.split("\\n").utf8))
            #expect([0, 3, 4].contains(run.status), "\(query)\n\(run.errText.prefix(400))")
        }
    }
}

extension Substring {
    /// The text with every mark replaced by a line's end.
    fileprivate func split(_ mark: String) -> String {
        var lines: [Substring] = []
        var rest = self
        while let at = rest.firstRange(of: mark) {
            lines.append(rest[..<at.lowerBound])
            rest = rest[at.upperBound...]
        }
        return (lines + [rest]).joined(separator: "\n")
    }

    private func firstRange(of mark: String) -> Range<Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(mark) { return at..<index(at, offsetBy: mark.count) }
            at = index(after: at)
        }
        return nil
    }
}
