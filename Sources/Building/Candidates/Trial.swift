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

/// Tries candidates over one table.
struct Trier: Sendable {
    let table: Table
    let corrector: any Corrector
    /// How often a query may be corrected; RePanda allows four rounds.
    let rounds: Int
    let budget: Budget

    /// - Parameter text: the claim or question that the candidate was written for.
    func run(_ candidate: Candidate, for text: String) -> Trial {
        var (code, edits) = CodeText.unwrapped(candidate.query)
        var firstError: Diagnostic?
        var round = 0
        while true {
            do {
                let query = try Query(code, on: table, warns: true)
                let answer = try query.run(budget: budget)
                return Trial(
                    candidate: candidate, code: code, edits: edits, firstError: firstError, query: query, outcome: .answered(answer),
                    spelling: CodeText.spelling(code))
            } catch {
                firstError = firstError ?? error.first
                round += 1
                let attempt = Attempt(text: text, query: code, table: table, diagnostics: error.diagnostics)
                guard round <= rounds, let correction = corrector.correct(attempt), correction.query != code else {
                    return Trial(
                        candidate: candidate, code: code, edits: edits, firstError: firstError, query: nil, outcome: .failed(error.first),
                        spelling: CodeText.spelling(code))
                }
                code = correction.query
                edits += correction.edits
            }
        }
    }
}
