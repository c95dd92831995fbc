import Scoring

/// A part of some claims.
public struct Share: Sendable {
    public let part: Int
    public let whole: Int

    public init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// From 0 to 1; nil of nothing.
    public var value: Double? { whole == 0 ? nil : Double(part) / Double(whole) }

    /// Wilson's 95 % interval; nil of nothing.
    public var interval: ClosedRange<Double>? { whole == 0 ? nil : Wilson.interval(successes: part, of: whole) }
}

/// How well some labelled claims were judged.
public struct Score: Sendable {
    public internal(set) var claims = 0
    /// Claims with a verdict.
    public internal(set) var answered = 0
    public internal(set) var correct = 0

    public init() {}

    /// Over all claims: one that was refused or failed is wrong.
    public var accuracy: Share { Share(correct, of: claims) }
    /// Over the claims with a verdict.
    public var accuracyOfAnswered: Share { Share(correct, of: answered) }

    mutating func add(isAnswered: Bool, isCorrect: Bool) {
        claims += 1
        if isAnswered { answered += 1 }
        if isCorrect { correct += 1 }
    }

    static func + (one: Score, other: Score) -> Score {
        var sum = one
        sum.claims += other.claims
        sum.answered += other.answered
        sum.correct += other.correct
        return sum
    }
}
