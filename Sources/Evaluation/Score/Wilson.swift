/// Wilson's interval for a share (E. B. Wilson, JASA 1927): where the true share lies with 95 % confidence.
enum Wilson {
    /// The 97.5 % quantile of the standard normal distribution.
    private static let z = 1.959963984540054

    static func interval(successes: Int, of count: Int) -> ClosedRange<Double> {
        guard count > 0 else { return 0...1 }
        let (n, z) = (Double(count), Wilson.z)
        let share = Double(successes) / n
        let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return max(0, middle - half)...min(1, middle + half)
    }
}
