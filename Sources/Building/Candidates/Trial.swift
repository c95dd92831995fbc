import Correcting
import Diagnostics
import Interpreter
import RePanda
import Tables

/// A candidate that was tried: corrected where it was refused and could be, then run.
struct Trial: Sendable {
    enum Outcome: Sendable {
        case answered(Answer)
        case failed(Diagnostic)
    }

    let candidate: Candidate
    /// The code that was run: the candidate's, without what models wrap around code, and as corrected.
    let code: String
    /// What was changed, each in words.
    let edits: [String]
    /// What the candidate was refused for before it was corrected.
    let firstError: Diagnostic?
    let query: Query?
    let outcome: Outcome
    /// The query in one spelling, so that blanks and quotes make no two of one.
    let spelling: String

    var isCorrected: Bool { !edits.isEmpty }
    var answer: Answer? { if case .answered(let answer) = outcome { answer } else { nil } }
    var error: Diagnostic? { if case .failed(let error) = outcome { error } else { nil } }
}

/// Tries candidates for one claim or question.
struct Trier: Sendable {
    let table: Table
    let text: String
    let caption: String
    let goal: Goal
    let corrector: any Corrector
    /// How often a query may be corrected; RePanda allows four rounds.
    let rounds: Int
    let budget: Budget

    func run(_ candidate: Candidate) -> Trial {
        var (code, edits) = CodeText.unwrapped(candidate.query)
        var firstError: Diagnostic?
        var round = 0
        while true {
            let tried = tried(code)
            if case .refused(let diagnostics)? = tried.complaint { firstError = firstError ?? Refusal(diagnostics).first }
            round += 1
            guard round <= rounds, let correction = correction(code, tried.complaint) else {
                return Trial(
                    candidate: candidate, code: code, edits: edits, firstError: firstError, query: tried.query, outcome: tried.outcome,
                    spelling: CodeText.spelling(code))
            }
            code = correction.query
            edits += correction.edits
        }
    }

    private func correction(_ code: String, _ complaint: Attempt.Complaint?) -> Correction? {
        guard let complaint else { return nil }
        let attempt = Attempt(text: text, isQuestion: goal.isQuestion, caption: caption, query: code, table: table, complaint: complaint)
        return corrector.correct(attempt).flatMap { $0.query == code ? nil : $0 }
    }

    private func tried(_ code: String) -> (query: Query?, outcome: Trial.Outcome, complaint: Attempt.Complaint?) {
        do {
            let query = try Query(code, on: table, warns: true)
            let answer = try query.run(budget: budget)
            return (query, .answered(answer), goal.complaint(answer))
        } catch {
            return (nil, .failed(error.first), .refused(error.diagnostics))
        }
    }
}
