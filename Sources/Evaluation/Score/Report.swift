import Diagnostics
import RePanda

/// What an evaluation found: its counts, and some of the claims that went wrong.
public struct Report: Sendable {
    /// Claims that went wrong in one way.
    public enum Group: Hashable, Sendable {
        /// The verdict is not the label.
        case wrong(Verdict)
        case wrongAnswer
        case refused(Code)
        case failed(Code)
        case noQuery
        case undecided
    }

    /// How many claims are in a group, and the first of them.
    public struct Listing: Sendable {
        public internal(set) var count = 0
        public internal(set) var first: [Prediction] = []
    }

    /// What was evaluated, and on what.
    public struct Run: Hashable, Sendable {
        /// How readers know the claims: a file's name.
        public let source: String
        /// nil where nobody has said so.
        public let engine: Engine?
        /// How verdicts were probed; nil where they were not.
        public let probe: Probes?

        public struct Probes: Hashable, Sendable {
            public let runs: Int
            public let seed: UInt64
        }

        public init(source: String, engine: Engine?, probe: Probes? = nil) {
            self.source = source
            self.engine = engine
            self.probe = probe
        }
    }

    /// Whether a labelled claim or a question was judged right.
    struct Mark: Sendable {
        let number: Int
        /// nil for a question.
        let label: Bool?
        let isCorrect: Bool
    }

    public let run: Run
    public private(set) var tally = Tally()
    public private(set) var listings: [Group: Listing] = [:]
    private(set) var marks: [Mark] = []
    private let mostListed: Int

    /// - Parameter mostListed: how many claims of a group are kept.
    public init(run: Run, mostListed: Int = 0) {
        self.run = run
        self.mostListed = mostListed
    }

    mutating func add(_ prediction: Prediction) {
        tally.add(prediction)
        if let isCorrect = prediction.isCorrect { marks.append(Mark(number: prediction.number, label: prediction.label, isCorrect: isCorrect)) }
        guard let group = Group(prediction) else { return }
        listings[group, default: Listing()].add(prediction, most: mostListed)
    }

    mutating func add(unreadable count: Int) { tally.unreadable += count }
}

extension Report.Listing {
    fileprivate mutating func add(_ prediction: Prediction, most: Int) {
        count += 1
        if first.count < most { first.append(prediction) }
    }
}

extension Report.Group {
    /// nil for a claim that went right, or has no label to differ from.
    fileprivate init?(_ prediction: Prediction) {
        switch prediction.outcome {
        case .judged(let verdict):
            guard prediction.isCorrect == false else { return nil }
            self = .wrong(verdict)
        case .answered(let isCorrect):
            guard !isCorrect else { return nil }
            self = .wrongAnswer
        case .refused(let error): self = .refused(error.code)
        case .failed(let error): self = .failed(error.code)
        case .noQuery: self = .noQuery
        case .undecided: self = .undecided
        }
    }
}
