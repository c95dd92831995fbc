import Linking
import Searching

extension FeatureMatrix {
    /// The features of a claim's candidates.
    public static func claim(_ space: SearchSpace, _ candidates: [Candidate]) -> FeatureMatrix { ClaimFeatures(space).matrix(candidates) }

    /// How many shapes a claim's candidate can have.
    public static let claimShapes = Shape.all.count
    /// How many features a claim's candidate has, and those that tell what it comes to.
    public static let claimWidth = ClaimFeatures.Feature.allCases.count
    public static let claimHidden: Set<Int> = Set([ClaimFeatures.Feature.detail, .isEmpty, .miss, .isMiss, .nearMiss].map(\.rawValue))
}
