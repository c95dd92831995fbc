import Diagnostics
import Interpreter
import RePanda
import Syntax
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
        var (code, edits) = Trier.unwrapped(candidate.query)
        var firstError: Diagnostic?
        var round = 0
        while true {
            do {
                let query = try Query(code, on: table, warns: true)
                let answer = try query.run(budget: budget)
                return Trial(
                    candidate: candidate, code: code, edits: edits, firstError: firstError, query: query, outcome: .answered(answer),
                    spelling: Trier.spelling(code))
            } catch {
                firstError = firstError ?? error.first
                round += 1
                let attempt = Attempt(text: text, query: code, table: table, diagnostics: error.diagnostics)
                guard round <= rounds, let correction = corrector.correct(attempt), correction.query != code else {
                    return Trial(
                        candidate: candidate, code: code, edits: edits, firstError: firstError, query: nil, outcome: .failed(error.first),
                        spelling: Trier.spelling(code))
                }
                code = correction.query
                edits += correction.edits
            }
        }
    }

    /// The code alone, as Python would take it: fences, prose and shared indentation are gone.
    private static func unwrapped(_ text: String) -> (code: String, edits: [String]) {
        let normalized = Normalizer.normalize(Array(text.utf8))
        let lines = normalized.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.dropFirst(min(normalized.margin, line.prefix { $0 == UInt8(ascii: " ") }.count))
        }
        let joined = String(decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
        return (trimmed(joined), normalized.notes.map { "\($0.code.number) \($0.code.name): \($0.message)" })
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.unicodeScalars.last, last.properties.isWhitespace { text.unicodeScalars.removeLast() }
        while let first = text.unicodeScalars.first, first.properties.isWhitespace { text.unicodeScalars.removeFirst() }
        return String(text)
    }

    private static func spelling(_ code: String) -> String {
        guard let script = Parser.parse(Array(code.utf8)).script else { return code }
        return Printer.print(script)
    }
}
