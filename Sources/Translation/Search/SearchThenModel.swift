import Diagnostics
import Glibc

/// The search answers where it is sure; else a model is asked too, and what both say is weighed.
///
/// Two opinions are taken for independent, so that their odds multiply (naive Bayes): where they agree the chance rises, where they differ the surer wins.
public struct SearchThenModel: SentenceTranslator {
    private let search: SearchTranslator
    private let model: any SentenceTranslator
    /// How often the model is right where it is asked, from 0 to 1.
    private let reliability: Double

    /// Of 300 recorded claims a tuned model of 1.5 billion weights decided 69.7 % rightly.
    public static let recordedReliability = 0.697

    public init(_ search: SearchTranslator, then model: any SentenceTranslator, reliability: Double = recordedReliability) {
        self.search = search
        self.model = model
        self.reliability = reliability
    }

    /// - Parameter abstainBelow: also below what chance of the search's the model is asked; nil asks below the search's own threshold, and then decides.
    public func poll(_ sentence: Sentence, samples: Int, abstainBelow: Double?, concurrency: Int) throws(Diagnostic) -> Ballot {
        guard let found = try? search.poll(sentence, samples: samples, abstainBelow: abstainBelow.map { max($0, 0.5) }, concurrency: concurrency) else {
            return try model.poll(sentence, samples: samples, abstainBelow: abstainBelow, concurrency: concurrency)
        }
        guard found.isUndecided else { return found }
        let asked = try model.poll(sentence, samples: samples, abstainBelow: nil, concurrency: concurrency)
        return weighed(found, asked, abstainBelow ?? 0)
    }

    private func weighed(_ found: Ballot, _ asked: Ballot, _ abstainBelow: Double) -> Ballot {
        guard let reading = found.draft, let finding = reading.accepted?.finding, let confidence = found.confidence else { return asked }
        guard let written = asked.draft, let other = written.accepted?.finding else { return Ballot(readings: found.drafts, confidence: confidence, abstainBelow: abstainBelow, spans: found.spans) }
        let (one, two) = (SearchThenModel.logOdds(confidence), SearchThenModel.logOdds(reliability))
        guard finding != other else { return Ballot(readings: [reading, written] + found.drafts.dropFirst(), confidence: SearchThenModel.chance(one + two), abstainBelow: abstainBelow) }
        let readings = one >= two ? [reading, written] : [written, reading]
        return Ballot(readings: readings + found.drafts.dropFirst(), confidence: SearchThenModel.chance(abs(one - two)), abstainBelow: abstainBelow)
    }

    private static func logOdds(_ chance: Double) -> Double {
        let inside = min(max(chance, 0.001), 0.999)
        return log(inside / (1 - inside))
    }

    private static func chance(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
}

extension Ballot {
    /// The chosen draft.
    fileprivate var draft: Draft? { chosen.flatMap { try? $0.get() } }
    fileprivate var drafts: [Draft] { samples.compactMap { try? $0.get() } }
}
