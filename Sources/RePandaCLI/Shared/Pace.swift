/// How fast a run goes by its last minute or two: what a resumed run finds done goes by in a moment and says nothing of what is left.
struct Pace {
    private struct Mark {
        /// Since the machine's start.
        let seconds: Double
        /// Of the whole, from 0 to 1.
        let share: Double
        let count: Int
    }

    /// Seconds between two marks.
    private static let span = 60.0
    private var older: Mark
    private var newer: Mark

    init(start seconds: Double) {
        older = Mark(seconds: seconds, share: 0, count: 0)
        newer = older
    }

    /// Notes how far the run is.
    ///
    /// - Returns: how many are done in a minute, and the seconds that the rest will take; nil where nothing came since the last mark but one.
    mutating func note(_ seconds: Double, share: Double, count: Int) -> (perMinute: Double, left: Double)? {
        if seconds - newer.seconds >= Pace.span { (older, newer) = (newer, Mark(seconds: seconds, share: share, count: count)) }
        let passed = seconds - older.seconds
        guard passed > 0, share > older.share else { return nil }
        return (Double(count - older.count) / passed * 60, (1 - share) * passed / (share - older.share))
    }
}
