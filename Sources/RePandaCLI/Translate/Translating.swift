import Diagnostics
import JSON
import RePanda
import Scoring
import Translation

/// How one sentence of a command became a query, for a reader and for a program.
struct Translating {
    let ballot: Ballot
    /// Whether it is told how every part of the sentence was read, not those alone that the table has otherwise.
    var tellsAll = false

    /// The query to go on with: the chosen draft's, taken or not.
    ///
    /// - Throws: why nobody wrote one.
    func draft() throws(Diagnostic) -> Draft {
        switch ballot.chosen {
        case .success(let draft)?: return draft
        case .failure(let error)?: throw error
        case nil: throw Diagnostic(.internalFault, "a ballot without a sample")
        }
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        ballot.write(to: &writer)
        return writer.bytes
    }

    /// Lines that say what was mended and how far samples agree; none where the first query was taken as it was.
    var lines: [String] {
        let draft = try? draft()
        // What stands around code is no part of the query.
        let edits = draft?.rounds.last?.edits.filter { !$0.hasPrefix(Code.strippedText.number) }.map { "edit:   \($0)" } ?? []
        let rounds = draft.map(rounds) ?? []
        if let confidence = ballot.confidence { return ["sure:   \(Translating.text(confidence))"] + spans + (ballot.isUndecided ? readings : []) }
        let votes = ballot.samples.count > 1 ? ["votes:  \(ballot.votes) of \(ballot.counted) agree, of \(counted(ballot.samples.count, "sample"))"] : []
        return rounds + edits + votes
    }

    /// The sentence with how its parts were read; nil where nobody can tell.
    func read(_ sentence: String) -> ReadSentence? {
        ballot.confidence.map { ReadSentence(text: sentence, spans: ballot.spans, sureness: Translating.text($0)) }
    }

    /// `91 % (very likely)`
    private static func text(_ confidence: Double) -> String {
        let words = confidence >= 0.9 ? "very likely" : confidence >= 0.75 ? "likely" : confidence >= 0.6 ? "rather so" : "hardly more than a guess"
        return "\(Int((confidence * 100).rounded())) % (\(words))"
    }

    private var spans: [String] { ballot.spans.filter { tellsAll || $0.isInexact }.map { "read:   '\($0.said)' as \($0.meaning)" } }

    /// What the sentence may mean, the likeliest first, each with what it comes to.
    private var readings: [String] {
        ballot.samples.compactMap { sample in
            guard let draft = try? sample.get(), let accepted = draft.accepted else { return nil }
            return "maybe:  \(draft.query)  \(Translating.outcome(accepted))"
        }
    }

    private static func outcome(_ accepted: AcceptedQuery) -> String {
        switch accepted.finding {
        case .verdict(let verdict)?: "-> \(verdict.rawValue)"
        case .answer?: "-> \((accepted.answer.flatMap { answerItems(of: $0.value) } ?? []).joined(separator: ", "))"
        case nil: ""
        }
    }

    private func rounds(_ draft: Draft) -> [String] {
        guard draft.rounds.count > 1 else { return [] }
        let reasons = draft.rounds.compactMap { $0.refusal.first { $0.severity == .error }?.code.name }
        return ["rounds: \(draft.rounds.count) (\(reasons.joined(separator: ", ")))"]
    }
}
