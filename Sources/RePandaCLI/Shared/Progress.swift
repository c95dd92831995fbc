import Glibc
import Synchronization

/// Shows how far a long run is: a bar on a terminal, a line every half minute elsewhere.
final class Progress: Sendable {
    private struct State {
        var lastShown: Double
        var isDrawn = false
        var pace: Pace
    }

    private static let width = 30
    private let isTerminal = StandardStreams.isTerminal(2)
    private let state: Mutex<State>

    /// What is counted, in the plural.
    private let unit: String

    init(_ unit: String) {
        self.unit = unit
        let start = Progress.now()
        state = Mutex(State(lastShown: start, pace: Pace(start: start)))
    }

    /// - Parameters:
    ///   - share: how much is done, where it is known.
    ///   - count: how many are done, where they are counted.
    func show(_ share: Double?, count: Int? = nil) {
        let now = Progress.now()
        let line = state.withLock { state -> String? in
            guard now - state.lastShown >= (isTerminal ? 0.1 : 30) else { return nil }
            state.lastShown = now
            state.isDrawn = true
            return text(share, count, state.pace.note(now, share: share ?? 0, count: count ?? 0))
        }
        guard let line else { return }
        StandardStreams.err(isTerminal ? "\r\u{1B}[K" + line : line + "\n")
    }

    func finish() {
        if state.withLock({ $0.isDrawn }) { Progress.clear() }
    }

    /// Makes room for another line on standard error.
    static func clear() {
        if StandardStreams.isTerminal(2) { StandardStreams.err("\r\u{1B}[K") }
    }

    private func text(_ share: Double?, _ count: Int?, _ pace: (perMinute: Double, left: Double)?) -> String {
        let counted = count.map { "\($0) \(unit)" } ?? unit
        guard let share, share > 0 else { return counted }
        let filled = Int(share * Double(Progress.width))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Progress.width - filled)
        let left = pace.map { "\(rate($0.perMinute))  about \(duration($0.left)) left" } ?? ""
        return "[\(bar)] \(Int(share * 100)) %  \(counted)\(left)"
    }

    /// How fast slow things go; of thousands a second nobody asks.
    private func rate(_ perMinute: Double) -> String {
        guard perMinute > 0, perMinute < 600 else { return "" }
        let tenths = Int((perMinute * 10).rounded())
        return "  \(tenths / 10).\(tenths % 10) a minute"
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// `7 s`, `3 min 20 s`, `2 h 5 min`.
func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds.rounded(.up), 1e9)))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
}
