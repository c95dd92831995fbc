import Linking

/// Some of a search space's conditions.
public struct ConditionSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }
    init(at place: Int) { self.init(rawValue: 1 << UInt32(place)) }

    public var count: Int { rawValue.nonzeroBitCount }

    /// The conditions' places, in order.
    public var places: [Int] {
        var places: [Int] = []
        forEach { places.append($0) }
        return places
    }

    @inline(__always) public func forEach(_ body: (Int) -> Void) {
        var left = rawValue
        while left != 0 {
            body(left.trailingZeroBitCount)
            left &= left - 1
        }
    }
}

/// A small program that may be what a sentence means, and what it comes to.
public struct Candidate: Sendable {
    /// What a candidate reckons with.
    public enum Measure: Hashable, Sendable {
        case none
        /// The place of the row in the table.
        case rowOrder
        /// The key of a column.
        case column(Int)
    }

    public let shape: Shape
    /// What chooses the rows; the first of two where a family has two sides.
    public var base: ConditionSet = []
    /// What is said of them.
    public var target: ConditionSet = []
    public var measure = Measure.none
    /// Which of the sentence's numbers it compares with; nil for none.
    public var number: Int?
    /// The word that says how it compares; nil for none.
    public var cue: Int?
    /// How far off the number is, or another plain fact of the family.
    public var detail = 0.0
    /// Whether it is said not to be so.
    public var isNegated = false
    /// How far the value is from the number it is compared with, as a share of the number; 0 where it compares with none.
    public var miss = 0.0
    /// What it comes to.
    public var truth = false

    init(_ shape: Shape, base: ConditionSet = [], target: ConditionSet = [], measure: Measure = .none, number: Int? = nil, cue: Int? = nil, detail: Double = 0, miss: Double = 0, truth: Bool) {
        self.shape = shape
        self.base = base
        self.target = target
        self.measure = measure
        self.number = number
        self.cue = cue
        self.detail = detail
        self.miss = miss
        self.truth = truth
    }

    public var conditions: ConditionSet { base.union(target) }
    public var column: Int? { if case .column(let column) = measure { column } else { nil } }

    /// What makes two candidates one.
    struct Meaning: Hashable {
        let shape: Shape
        let base: ConditionSet
        let target: ConditionSet
        let measure: Measure
        let number: Int?
        let isNegated: Bool
    }

    var meaning: Meaning { Meaning(shape: shape, base: base, target: target, measure: measure, number: number, isNegated: isNegated) }

    var negated: Candidate {
        var other = self
        other.isNegated = true
        other.truth.toggle()
        return other
    }
}
