import HTTP

/// When a request is worth another try: the server is busy, or stumbled, or the line broke.
public struct RetryPolicy: Sendable {
    /// Tries in all.
    public var attempts: Int
    /// Seconds before the second try; each further wait is twice as long.
    public var firstWait: Double
    /// The most seconds of one wait, whatever the server asks for.
    public var longestWait: Double

    public init(attempts: Int = 6, firstWait: Double = 0.5, longestWait: Double = 60) {
        self.attempts = attempts
        self.firstWait = firstWait
        self.longestWait = longestWait
    }

    private static let passing: Set<Int> = [408, 429, 500, 502, 503, 504, 529]

    static func isWorthAnother(_ status: Int) -> Bool { passing.contains(status) }

    static func isWorthAnother(_ failure: HTTPFailure) -> Bool { failure == .cutOff }

    /// The seconds to wait after a try, from 1.
    ///
    /// - Parameter asked: the server's `Retry-After`, where it is a number of seconds.
    func wait(after attempt: Int, asked: Double?) -> Double {
        let doubled = firstWait * Double(1 << min(max(attempt - 1, 0), 20))
        return min(max(asked ?? doubled, 0), longestWait)
    }
}
