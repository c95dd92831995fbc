import Linking
import Searching

extension FeatureMatrix {
    /// The features of a claim's candidates.
    public static func claim(_ space: SearchSpace, _ candidates: [Candidate]) -> FeatureMatrix { ClaimFeatures(space).matrix(candidates) }

    /// How many features a claim's candidate has, and those that tell what it comes to.
    public static let claimWidth = ClaimFeatures.Feature.allCases.count
    public static let claimHidden: Set<Int> = [ClaimFeatures.Feature.detail.rawValue, ClaimFeatures.Feature.isEmpty.rawValue]
}
