import Searching

/// What the candidates of one kind of sentence are like: what a network for them is made for.
public struct FeatureForm: Sendable {
    /// How many features a candidate has.
    public let width: Int
    /// How many shapes a candidate can have.
    public let shapes: Int
    /// The features that tell what a candidate comes to.
    public let telling: Set<Int>
    /// Whether candidates come to True or False, and have biases for either.
    public let hasTruth: Bool

    public static let claim = FeatureForm(
        width: ClaimFeatures.Feature.allCases.count, shapes: Shape.all.count,
        telling: Set([ClaimFeatures.Feature.detail, .isEmpty, .miss, .isMiss, .nearMiss].map(\.rawValue)), hasTruth: true)
    public static let question = FeatureForm(
        width: QuestionFeatures.Feature.allCases.count, shapes: QuestionShape.all.count, telling: Set(QuestionFeatures.telling.map(\.rawValue)), hasTruth: false)
}
