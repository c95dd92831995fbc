/// The answers that a question's candidates give, each once.
public struct AnswerGroups: Sendable {
    /// Each candidate's answer, by its place among the answers.
    public let places: [Int]
    public let count: Int

    /// An answer with the candidates that give it.
    public struct Group: Sendable {
        /// What its candidates' probabilities come to.
        public let share: Float
        /// The likeliest first.
        public let candidates: [Int]
    }

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

    /// The likeliest answers, the first first.
    ///
    /// - Parameter shares: the candidates' probabilities.
    public func ranked(_ shares: [Float], most: Int) -> [Group] {
        var sums = [Float](repeating: 0, count: count)
        for (at, place) in places.enumerated() { sums[place] += shares[at] }
        let best = sums.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }.prefix(most)
        return best.map { answer in
            Group(share: sums[answer], candidates: places.indices.filter { places[$0] == answer }.sorted { (shares[$1], $0) < (shares[$0], $1) })
        }
    }
}
