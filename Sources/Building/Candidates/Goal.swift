import Correcting
import RePanda
import Scoring

/// What a query for a sentence must come to, which only who builds data knows.
enum Goal: Sendable {
    /// A claim's label.
    case label(Bool)
    /// A question's answer.
    case answer(RightAnswer)

    var isQuestion: Bool { if case .answer = self { true } else { false } }

    /// What is wrong with what a query came to; nil where nothing is.
    func complaint(_ answer: Answer) -> Attempt.Complaint? {
        switch self {
        case .label(let label): Goal.complaint(answer, label: label)
        case .answer(let right): Goal.complaint(answer, right: right)
        }
    }

    private static func complaint(_ answer: Answer, label: Bool) -> Attempt.Complaint? {
        do throws(Refusal) {
            let verdict = try answer.judged().verdict
            return verdict == label ? nil : .disagrees(value: verdict ? "True" : "False", expected: label ? "True" : "False")
        } catch {
            return .refused(error.diagnostics)
        }
    }

    private static func complaint(_ answer: Answer, right: RightAnswer) -> Attempt.Complaint? {
        guard let items = answerItems(of: answer.value) else { return .disagrees(value: "a \(answer.value.typeName)", expected: listed(right.items)) }
        return right.accepts(items) ? nil : .disagrees(value: listed(items), expected: listed(right.items))
    }

    private static let mostItems = 8

    private static func listed(_ items: [String]) -> String {
        let shown = items.prefix(mostItems).map { "'\($0)'" }.joined(separator: ", ")
        return items.isEmpty ? "nothing" : items.count > mostItems ? "\(shown), … (\(items.count))" : shown
    }
}
