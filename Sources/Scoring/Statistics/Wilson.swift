/// Wilson's score interval for a share: where the true share lies, with 95 % confidence.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
public enum Wilson {
    /// The 97.5th percentile of the normal distribution.
    private static let z = 1.959963984540054

    /// - Returns: bounds between 0 and 1; 0...1 where nothing was tried.
    public static func interval(successes: Int, of trials: Int) -> ClosedRange<Double> {
        guard trials > 0 else { return 0...1 }
        let count = Double(trials)
        let share = min(max(Double(successes) / count, 0), 1)
        let shrink = 1 + z * z / count
        let centre = (share + z * z / (2 * count)) / shrink
        let half = z / shrink * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        return max(0, centre - half)...min(1, centre + half)
    }
}
