/// Bars below each other, from 0 to 1, with the interval each is known to: a table whose figures read without the bars.
public struct BarChart: Sendable {
    public struct Bar: Sendable {
        public let label: String
        /// From 0 to 1.
        public let share: Double
        public let interval: ClosedRange<Double>?
        /// The bar in words.
        public let figure: String
        /// More of it, for wide windows.
        public let remark: String

        public init(_ label: String, _ share: Double, interval: ClosedRange<Double>? = nil, figure: String, remark: String = "") {
            self.label = label
            self.share = share
            self.interval = interval
            self.figure = figure
            self.remark = remark
        }
    }

    private let bars: [Bar]
    private let heading: String
    private let full: Double

    /// - Parameters:
    ///   - heading: what the bars show, for readers who do not see them.
    ///   - full: the share that fills the width.
    public init(_ heading: String, _ bars: [Bar], full: Double = 1) {
        self.full = full > 0 ? full : 1
        self.heading = heading
        self.bars = bars
    }

    public var markup: Markup {
        """
        <table class="chart" aria-label="\(heading)">
        \(bars.map(row).joined(separator: "\n"))
        </table>
        """
    }

    private func row(_ bar: Bar) -> Markup {
        """
        <tr><th scope="row">\(bar.label)</th><td class="bar"><svg aria-hidden="true"><rect class="track" width="100%" height="100%" rx="2"/>\
        <rect class="fill" width="\(percent(bar.share))" height="100%" rx="2"/>\(bar.interval.map(whisker))</svg></td>\
        <td class="number">\(bar.figure)</td><td class="wide faint">\(bar.remark)</td></tr>
        """
    }

    private func whisker(_ interval: ClosedRange<Double>) -> Markup {
        let (low, high) = (percent(interval.lowerBound), percent(interval.upperBound))
        return """
            <line x1="\(low)" x2="\(high)" y1="50%" y2="50%"/><line x1="\(low)" x2="\(low)" y1="25%" y2="75%"/><line x1="\(high)" x2="\(high)" y1="25%" y2="75%"/>
            """
    }

    /// Of the width, to two digits, which is finer than a screen.
    private func percent(_ share: Double) -> String {
        let hundredths = Int((min(max(share / full, 0), 1) * 10_000).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
    }
}
