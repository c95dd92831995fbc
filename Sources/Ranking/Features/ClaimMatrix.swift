import Linking
import Searching

extension FeatureMatrix {
    /// The features of a claim's candidates.
    public static func claim(_ space: SearchSpace, _ candidates: [Candidate]) -> FeatureMatrix { ClaimFeatures(space).matrix(candidates) }
}
