import Catalog
import Diagnostics
import RePanda

/// The counts of an evaluation.
public struct Tally: Sendable {
    /// The claims of one label, by what was said of them. A claim without a verdict is wrong.
    public struct Row: Sendable {
        public internal(set) var entailed = 0
        public internal(set) var refuted = 0
        public internal(set) var noVerdict = 0

        public var claims: Int { entailed + refuted + noVerdict }

        mutating func add(_ verdict: Verdict?) {
            switch verdict {
            case .entailed: entailed += 1
            case .refuted: refuted += 1
            case nil: noVerdict += 1
            }
        }
    }

    /// Verdicts that are the same for every table.
    public struct Constants: Sendable {
        public internal(set) var entailed = 0
        public internal(set) var refuted = 0
        public var all: Int { entailed + refuted }

        mutating func add(_ verdict: Verdict?) {
            switch verdict {
            case .entailed: entailed += 1
            case .refuted: refuted += 1
            case nil: break
            }
        }
    }

    /// Claims labelled true, labelled false, and without a label.
    public private(set) var entailed = Row()
    public private(set) var refuted = Row()
    public private(set) var unlabelled = Row()
    /// Questions with their right answers.
    public private(set) var questions = Score()
    /// Labelled claims by what their queries do; those whose query was not understood are in none.
    public private(set) var families: [Family: Score] = [:]
    /// Labelled claims by TabFact's sets of tables.
    public private(set) var subsets: [Subset: Score] = [:]
    public private(set) var constants = Constants()
    public private(set) var probed = Probed()
    public private(set) var doubted = Doubted()
    public private(set) var refusedByCode: [Code: Int] = [:]
    public private(set) var failedByCode: [Code: Int] = [:]
    public private(set) var withoutQuery = 0
    /// Claims and questions whose samples agree too little.
    public private(set) var undecided = 0
    public private(set) var timings = Timings()
    /// Records that are no claims.
    public internal(set) var unreadable = 0
    /// Claims that say what pandas gave their authors, and those of them with the same verdict here.
    public private(set) var reported = 0
    public private(set) var agreeing = 0

    public init() {}

    /// Claims with a label, and questions.
    public var labelled: Int { entailed.claims + refuted.claims + questions.claims }
    /// Claims and questions.
    public var claims: Int { labelled + unlabelled.claims }
    public var correct: Int { entailed.entailed + refuted.refuted + questions.correct }
    /// Claims with a verdict, labelled or not, and questions with an answer.
    public var answered: Int { [entailed, refuted, unlabelled].reduce(questions.answered) { $0 + $1.entailed + $1.refuted } }
    /// Of claims labelled true, and labelled false.
    public var entailedScore: Score { Tally.score(entailed, correct: entailed.entailed) }
    public var refutedScore: Score { Tally.score(refuted, correct: refuted.refuted) }
    /// Of all labelled claims and all questions.
    public var score: Score { entailedScore + refutedScore + questions }
    /// The share of labelled claims whose verdict is their label; nil where none is labelled.
    public var accuracy: Double? { score.accuracy.value }

    private static func score(_ row: Row, correct: Int) -> Score {
        var score = Score()
        score.claims = row.claims
        score.answered = row.entailed + row.refuted
        score.correct = correct
        return score
    }

    mutating func add(_ prediction: Prediction) {
        let verdict = prediction.outcome.verdict
        let isAnswered = prediction.outcome.isAnswered
        switch (prediction.kind, prediction.label) {
        case (.claim, true): entailed.add(verdict)
        case (.claim, false): refuted.add(verdict)
        case (.claim, nil): unlabelled.add(verdict)
        case (.question, _): questions.add(isAnswered: isAnswered, isCorrect: prediction.isCorrect ?? false)
        }
        if let isCorrect = prediction.isCorrect { addScores(prediction, isAnswered: isAnswered, isCorrect: isCorrect) }
        if let reported = prediction.reported { compare(reported, verdict) }
        if prediction.isConstant { constants.add(verdict) }
        probed.add(prediction)
        doubted.add(prediction)
        if let microseconds = prediction.microseconds { timings.add(microseconds) }
        count(prediction.outcome)
    }

    private mutating func addScores(_ prediction: Prediction, isAnswered: Bool, isCorrect: Bool) {
        for family in prediction.families { families[family, default: Score()].add(isAnswered: isAnswered, isCorrect: isCorrect) }
        for subset in prediction.subsets { subsets[subset, default: Score()].add(isAnswered: isAnswered, isCorrect: isCorrect) }
    }

    private mutating func compare(_ reported: Bool, _ verdict: Verdict?) {
        self.reported += 1
        if verdict == (reported ? .entailed : .refuted) { agreeing += 1 }
    }

    private mutating func count(_ outcome: Outcome) {
        switch outcome {
        case .judged, .answered: break
        case .refused(let error): refusedByCode[error.code, default: 0] += 1
        case .failed(let error): failedByCode[error.code, default: 0] += 1
        case .noQuery: withoutQuery += 1
        case .undecided: undecided += 1
        }
    }
}
