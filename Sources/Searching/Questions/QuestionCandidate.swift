import Linking

/// A small program that may be what a question asks, and its answer.
public struct QuestionCandidate: Sendable {
    public let shape: QuestionShape
    /// What all of the rows meet.
    public var base: ConditionSet = []
    /// What each of the rows meets one of, or the two things that are set beside each other.
    public var either: ConditionSet = []
    /// What it reckons with.
    public var measure = Candidate.Measure.none
    /// The column that the answer is taken from; nil where it is reckoned.
    public var column: Int?
    /// The second column that it reckons with; nil for none.
    public var second: Int?
    /// Which of the sentence's numbers it uses; nil for none.
    public var number: Int?
    public let answer: Answer

    init(
        _ shape: QuestionShape, base: ConditionSet = [], either: ConditionSet = [], measure: Candidate.Measure = .none, column: Int? = nil, second: Int? = nil,
        number: Int? = nil, _ answer: Answer
    ) {
        self.shape = shape
        self.base = base
        self.either = either
        self.measure = measure
        self.column = column
        self.second = second
        self.number = number
        self.answer = answer
    }

    public var conditions: ConditionSet { base.union(either) }
    public var measured: Int? { if case .column(let column) = measure { column } else { nil } }

    /// What makes two candidates one.
    struct Meaning: Hashable {
        let shape: QuestionShape
        let base: ConditionSet
        let either: ConditionSet
        let measure: Candidate.Measure
        let column: Int?
        let second: Int?
        let number: Int?
    }

    var meaning: Meaning { Meaning(shape: shape, base: base, either: either, measure: measure, column: column, second: second, number: number) }
}
