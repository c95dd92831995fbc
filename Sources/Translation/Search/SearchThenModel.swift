import Diagnostics

/// The search answers where it is sure; else a model is asked too, and what both say is weighed.
public struct SearchThenModel: SentenceTranslator {
    private let search: SearchTranslator
    private let model: any SentenceTranslator

    public init(_ search: SearchTranslator, then model: any SentenceTranslator) {
        self.search = search
        self.model = model
    }

    /// - Parameter abstainBelow: also below what chance of the search's the model is asked; nil asks below the search's own threshold, and then decides.
    public func poll(_ sentence: Sentence, samples: Int, abstainBelow: Double?, concurrency: Int) throws(Diagnostic) -> Ballot {
        guard let found = try? search.poll(sentence, samples: samples, abstainBelow: abstainBelow, concurrency: concurrency) else {
            return try model.poll(sentence, samples: samples, abstainBelow: abstainBelow, concurrency: concurrency)
        }
        guard found.isUndecided else { return found }
        let asked = try model.poll(sentence, samples: samples, abstainBelow: nil, concurrency: concurrency)
        let weighed = Opinions(found: found.drafts, chances: found.chances, asked: asked.drafts, isVerdict: sentence.kind == .claim).weighed
        guard let best = weighed.first else { return asked }
        let spans = best.said.draft.isFound ? found.spans : []
        return Ballot(readings: weighed.map(\.said.draft), chances: weighed.map(\.chance), abstainBelow: abstainBelow ?? 0, spans: spans)
    }
}

extension Ballot {
    fileprivate var drafts: [Draft] { samples.compactMap { try? $0.get() } }
}
