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

    init(rule: String, _ entries: [Entry]) {
        self.rule = rule
        self.entries = entries
    }

    private var correct: Int { entries.reduce(0) { $0 + ($1.isCorrect ? 1 : 0) } }

    var text: String {
        guard !entries.isEmpty else { return "nothing to score\n" }
        let interval = Wilson.interval(successes: correct, of: entries.count)
        return """
            accuracy \(percent(Double(correct) / Double(entries.count))) (\(correct) of \(entries.count); 95 % interval \(percent(interval.lowerBound)) to \(percent(interval.upperBound)))
            rule     \(rule)

            """
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
