import Evaluation
import JSON

/// What having queries written has taken, for a report.
enum TranslationCostText {
    /// `translation: 300 requests (12 recorded before), 183,000 + 9,120 tokens, 642.3 s; 640 tokens and 2.14 s a claim`
    static func line(_ cost: TranslationCost, sentences: Int) -> String {
        let recorded = cost.recorded > 0 ? " (\(cost.recorded) recorded before)" : ""
        let all = "translation: \(counted(cost.requests, "request"))\(recorded), \(cost.promptTokens) + \(cost.answerTokens) tokens, \(rounded(cost.seconds)) s"
        guard sentences > 0 else { return all }
        let tokens = (cost.promptTokens + cost.answerTokens) / sentences
        return all + "; \(tokens) tokens and \(rounded(cost.seconds / Double(sentences))) s each\n" + ends(cost)
    }

    /// `drafts: 280 taken at once (31 after certain edits), 14 in a further round; given up: 2 out of rounds, 4 repeated, 0 unanswered`
    private static func ends(_ cost: TranslationCost) -> String {
        let edited = cost.edited > 0 ? " (\(cost.edited) with something mended or left out)" : ""
        let mended = cost.mended > 0 ? ", \(cost.mended) in a further round" : ""
        let givenUp = [(cost.exhausted, "out of rounds"), (cost.repeated, "repeated"), (cost.unanswered, "unanswered")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "drafts: \(cost.atOnce) taken at once\(mended)\(edited)" + (givenUp.isEmpty ? "" : "; given up: \(givenUp.joined(separator: ", "))")
    }

    /// With two digits after the point.
    private static func rounded(_ number: Double) -> String {
        let hundredths = Int(max(0, min(number, 1e12)) * 100 + 0.5)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension TranslationCost {
    func write(to writer: inout JSONWriter) {
        writer.key("translation")
        writer.beginObject()
        writer.key("requests")
        writer.int(requests)
        writer.key("recorded")
        writer.int(recorded)
        writer.key("prompt_tokens")
        writer.int(promptTokens)
        writer.key("answer_tokens")
        writer.int(answerTokens)
        writer.key("seconds")
        writer.double(seconds)
        for (key, count) in [("rounds", rounds), ("at_once", atOnce), ("mended", mended), ("edited", edited), ("exhausted", exhausted), ("repeated", repeated), ("unanswered", unanswered)] as [(StaticString, Int)] {
            writer.key(key)
            writer.int(count)
        }
        writer.endObject()
    }
}
