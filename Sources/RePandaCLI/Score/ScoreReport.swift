import Display
import JSON
import Scoring

/// Which answers were right, by which rule.
struct ScoreReport {
    struct Entry {
        let id: String
        let isCorrect: Bool
    }

    let rule: String
    let entries: [Entry]
    /// Questions that nothing was predicted for; the entries do not count them.
    let missing: Int

    init(rule: String, _ entries: [Entry], missing: Int = 0) {
        self.rule = rule
        self.entries = entries
        self.missing = missing
    }

    private var correct: Int { entries.reduce(0) { $0 + ($1.isCorrect ? 1 : 0) } }

    var text: String {
        guard !entries.isEmpty else { return "nothing to score\n" }
        return ([accuracy] + [overall].compactMap(\.self) + ["rule     \(rule)"]).map { $0 + "\n" }.joined()
    }

    private var accuracy: String {
        let interval = Wilson.interval(successes: correct, of: entries.count)
        return "accuracy \(percent(Double(correct) / Double(entries.count))) (\(correct) of \(entries.count); 95 % interval \(percent(interval)))"
    }

    private var overall: String? {
        guard missing > 0 else { return nil }
        let all = entries.count + missing
        return "missing  \(counted(missing, "question")) without a prediction; with them as wrong \(percent(Double(correct) / Double(all))) (\(correct) of \(all))"
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        for entry in entries {
            writer.beginObject()
            writer.key("id")
            writer.string(entry.id)
            writer.key("correct")
            writer.bool(entry.isCorrect)
            writer.endObject()
            writer.endLine()
        }
        return writer.bytes
    }
}
