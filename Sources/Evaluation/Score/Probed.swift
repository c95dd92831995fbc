import RePanda

/// Verdicts over disturbed tables.
public struct Probed: Sendable {
    public struct Group: Sendable {
        public internal(set) var said = Tally.Constants()
        /// Of labelled claims, by whether the verdict is the label.
        public internal(set) var score = Score()

        mutating func add(_ prediction: Prediction) {
            said.add(prediction.outcome.verdict)
            if let isCorrect = prediction.isCorrect { score.add(isAnswered: true, isCorrect: isCorrect) }
        }
    }

    /// The disturbed tables of one kind that each verdict was tried on.
    public private(set) var runs = 0
    /// Verdicts that nothing moved, and those that something did.
    public private(set) var vacuous = Group()
    public private(set) var moved = Group()
    /// All labelled claims and questions but those whose verdict nothing moved; one without a verdict is wrong.
    public private(set) var others = Score()

    public var verdicts: Int { vacuous.said.all + moved.said.all }

    mutating func add(_ prediction: Prediction) {
        if let finding = prediction.finding {
            runs = max(runs, finding.permuted.runs)
            if finding.isVacuous { vacuous.add(prediction) } else { moved.add(prediction) }
        }
        guard let isCorrect = prediction.isCorrect, prediction.finding?.isVacuous != true else { return }
        others.add(isAnswered: prediction.outcome.isAnswered, isCorrect: isCorrect)
    }
}
