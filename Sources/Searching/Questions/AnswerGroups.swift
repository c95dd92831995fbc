/// The answers that a question's candidates give, each once.
public struct AnswerGroups: Sendable {
    /// Each candidate's answer, by its place among the answers.
    public let places: [Int]
    public let count: Int

    public init(_ candidates: [QuestionCandidate], _ table: QuestionTable) {
        var known: [AnswerKeys.Key: Int] = [:]
        var places: [Int] = []
        places.reserveCapacity(candidates.count)
        for candidate in candidates {
            let key = table.keys.key(candidate.answer)
            let place = known[key] ?? known.count
            known[key] = place
            places.append(place)
        }
        self.places = places
        count = known.count
    }

    /// The likeliest answer, with the likeliest candidate that gives it.
    ///
    /// - Parameter shares: the candidates' probabilities.
    /// - Returns: nil where there are no candidates.
    public func best(_ shares: [Float]) -> (candidate: Int, probability: Float)? {
        var sums = [Float](repeating: 0, count: count)
        for (at, place) in places.enumerated() { sums[place] += shares[at] }
        guard let best = sums.indices.max(by: { (sums[$0], -$0) < (sums[$1], -$1) }) else { return nil }
        let candidate = places.indices.filter { places[$0] == best }.max { (shares[$0], -$0) < (shares[$1], -$1) }
        return candidate.map { ($0, sums[best]) }
    }
}
