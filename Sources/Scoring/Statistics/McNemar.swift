#if canImport(Glibc)
    import Glibc
#endif

/// McNemar's test: whether two systems, asked the same questions, differ by more than chance.
///
/// Only questions that one of them got right and the other wrong tell. Up to 25 of them the p-value is exact (two-sided binomial), beyond
/// that it is that of the chi-squared statistic with Edwards' correction for continuity.
///
/// Source: Q. McNemar, "Note on the sampling error of the difference between correlated proportions", Psychometrika 12 (1947).
public struct McNemar: Hashable, Sendable {
    public enum Method: String, Sendable {
        case exact = "exact binomial"
        case chiSquared = "chi-squared with continuity correction"
    }

    /// Questions that only the first system got right, and that only the second did.
    public let onlyFirst, onlySecond: Int

    public init(onlyFirst: Int, onlySecond: Int) {
        self.onlyFirst = max(onlyFirst, 0)
        self.onlySecond = max(onlySecond, 0)
    }

    private static let mostExact = 25
    private var discordant: Int { onlyFirst + onlySecond }

    public var method: Method { discordant <= McNemar.mostExact ? .exact : .chiSquared }

    /// How likely so large a difference is where the systems are equally good.
    public var pValue: Double {
        switch method {
        case .exact: exact
        case .chiSquared: erfc((statistic / 2).squareRoot())
        }
    }

    private var statistic: Double {
        let difference = Double(abs(onlyFirst - onlySecond)) - 1
        return difference * difference / Double(discordant)
    }

    private var exact: Double {
        var term = pow(0.5, Double(discordant))
        var tail = term
        for at in 0..<min(onlyFirst, onlySecond) {
            term *= Double(discordant - at) / Double(at + 1)
            tail += term
        }
        return min(1, 2 * tail)
    }
}
