import Correcting
import Diagnostics
import Interpreter
import RePanda
import Scoring

/// Tries what a translator wrote: unwraps it, makes the edits that are certain, checks and runs it.
struct Examiner: Sendable {
    let budget: Budget
    /// Whether a query is run, or checked only.
    let runs: Bool
    /// Whether a doubtful query is exchanged for one that its doubts suggest.
    let repairs: Bool

    struct Examined {
        let code: String
        let edits: [String]
        let result: Result<AcceptedQuery, Refusal>
    }

    /// More certain edits than these are no mending.
    private static let mostEdits = 4

    func examine(_ text: String, for sentence: Sentence) -> Examined {
        var (code, edits) = CodeText.unwrapped(text)
        for _ in 0..<Examiner.mostEdits {
            let result = tried(code, sentence)
            guard case .failure(let refusal) = result, let correction = correction(code, refusal, sentence) else {
                return repaired(Examined(code: code, edits: edits, result: result), sentence)
            }
            code = correction.query
            edits += correction.edits
        }
        return repaired(Examined(code: code, edits: edits, result: tried(code, sentence)), sentence)
    }

    /// The query with the edits that its doubts suggest, as far as each leaves fewer doubts.
    private func repaired(_ examined: Examined, _ sentence: Sentence) -> Examined {
        var best = examined
        guard repairs else { return best }
        for _ in 0..<Examiner.mostEdits {
            guard case .success(let accepted) = best.result, let better = better(than: accepted, best, sentence) else { return best }
            best = better
        }
        return best
    }

    private func better(than accepted: AcceptedQuery, _ examined: Examined, _ sentence: Sentence) -> Examined? {
        for repair in Repair.all(accepted.doubts, of: examined.code) {
            guard case .success(let other) = tried(repair.query, sentence), other.doubts.count < accepted.doubts.count else { continue }
            return Examined(code: repair.query, edits: examined.edits + repair.edits, result: .success(other))
        }
        return nil
    }

    private func correction(_ code: String, _ refusal: Refusal, _ sentence: Sentence) -> Correction? {
        let attempt = Attempt(text: sentence.text, query: code, table: sentence.table, complaint: .refused(refusal.diagnostics))
        return CertainEdits().correct(attempt).flatMap { $0.query == code ? nil : $0 }
    }

    private func tried(_ code: String, _ sentence: Sentence) -> Result<AcceptedQuery, Refusal> {
        do throws(Refusal) {
            let query = try Query(code, on: sentence.table)
            let doubts = query.doubts(beside: sentence.doubts)
            guard runs else { return .success(AcceptedQuery(query: query, answer: nil, finding: nil, doubts: doubts)) }
            let answer = try query.run(budget: budget)
            return .success(AcceptedQuery(query: query, answer: answer, finding: try finding(answer, sentence.kind), doubts: doubts))
        } catch {
            return .failure(error)
        }
    }

    /// - Throws: where the value says nothing of such a sentence.
    private func finding(_ answer: Answer, _ kind: Sentence.Kind) throws(Refusal) -> Finding {
        switch kind {
        case .claim: return .verdict(try answer.judged().verdict ? .entailed : .refuted)
        case .question:
            guard let items = answerItems(of: answer.value) else {
                throw Refusal([Diagnostic(.unsupportedValue, "a \(answer.value.typeName) is no answer", helps: ["ask for a cell, a number, or a list of them"])])
            }
            return .answer(WikiTableQuestionsRule.values(items))
        }
    }
}
