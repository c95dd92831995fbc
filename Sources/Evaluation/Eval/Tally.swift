import Diagnostics
import RePanda

/// The counts of an evaluation.
public struct Tally: Sendable {
    /// The claims of one label, by what was said of them. A claim without a verdict is wrong.
    public struct Row: Sendable {
        public var entailed = 0
        public var refuted = 0
        public var noVerdict = 0

        public var claims: Int { entailed + refuted + noVerdict }

        mutating func add(_ verdict: Verdict?) {
            switch verdict {
            case .entailed: entailed += 1
            case .refuted: refuted += 1
            case nil: noVerdict += 1
            }
        }

        mutating func add(_ other: Row) {
            entailed += other.entailed
            refuted += other.refuted
            noVerdict += other.noVerdict
        }
    }

    /// Claims labelled true, labelled false, and without a label.
    public internal(set) var entailed = Row()
    public internal(set) var refuted = Row()
    public internal(set) var unlabelled = Row()
    public internal(set) var refusedByCode: [Code: Int] = [:]
    public internal(set) var failedByCode: [Code: Int] = [:]
    public internal(set) var withoutQuery = 0
    /// Records that are no claims.
    public internal(set) var unreadable = 0
    /// Claims that say what pandas gave their authors, and those of them with the same verdict here.
    public internal(set) var reported = 0
    public internal(set) var agreeing = 0

    public init() {}

    public var labelled: Int { entailed.claims + refuted.claims }
    public var claims: Int { labelled + unlabelled.claims }
    public var correct: Int { entailed.entailed + refuted.refuted }
    /// The share of labelled claims whose verdict is their label; nil where none is labelled.
    public var accuracy: Double? { Tally.share(correct, of: labelled) }

    public static func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }

    mutating func add(_ prediction: Prediction) {
        let verdict = prediction.outcome.verdict
        switch prediction.label {
        case true: entailed.add(verdict)
        case false: refuted.add(verdict)
        case nil: unlabelled.add(verdict)
        }
        if let reported = prediction.reported { compare(reported, verdict) }
        count(prediction.outcome)
    }

    private mutating func compare(_ reported: Bool, _ verdict: Verdict?) {
        self.reported += 1
        if verdict == (reported ? .entailed : .refuted) { agreeing += 1 }
    }

    private mutating func count(_ outcome: Outcome) {
        switch outcome {
        case .judged: break
        case .refused(let error): refusedByCode[error.code, default: 0] += 1
        case .failed(let error): failedByCode[error.code, default: 0] += 1
        case .noQuery: withoutQuery += 1
        }
    }

    mutating func add(_ other: Tally) {
        entailed.add(other.entailed)
        refuted.add(other.refuted)
        unlabelled.add(other.unlabelled)
        refusedByCode.merge(other.refusedByCode, uniquingKeysWith: +)
        failedByCode.merge(other.failedByCode, uniquingKeysWith: +)
        withoutQuery += other.withoutQuery
        unreadable += other.unreadable
        reported += other.reported
        agreeing += other.agreeing
    }
}
