import Correcting
import RePanda

/// What a sentence may mean, for who knows the verdict or the answer and chooses by it.
public struct SearchProposer: Proposer {
    private let reader: SentenceReader

    public init(_ reader: SentenceReader) { self.reader = reader }

    public func propose(for text: String, isQuestion: Bool, caption: String, over table: Table) -> [Proposal] {
        reader.proposals(text, isQuestion ? .question : .claim, caption: caption, on: table).map { Proposal(query: $0.query, isSure: $0.isSure) }
    }
}
