import Display
import Training

/// What came of learning, for a reader.
struct TrainingText {
    private let report: TrainingReport
    private let passedOver: Int
    /// What was learned from: `claim` or `question`.
    private let noun: String

    init(_ report: TrainingReport, passedOver: Int, noun: String) {
        self.noun = noun
        self.report = report
        self.passedOver = passedOver
    }

    var lines: [String] {
        let (share, right) = report.answered
        let passed = passedOver > 0 ? "; \(counted(passedOver, "record")) passed over" : ""
        return [
            "learned from \(counted(report.count, noun)) about \(counted(report.tables, "table"))\(passed)",
            "on \(counted(report.said.count, noun)) about tables held out:",
            "  right, where all are answered: \(percent(report.accuracy))",
            "  where confidence is at least \(percent(report.calibration.threshold)): \(percent(share)) answered, \(percent(right)) of them right",
            "  confidence   count  promised     right",
        ] + report.tenths.map(line)
    }

    private func line(_ tenth: TrainingReport.Tenth) -> String {
        let columns = [String(tenth.count).padded(to: 16), percent(tenth.promised).padded(to: 10), percent(tenth.right).padded(to: 10)]
        return "  \(columns.joined(separator: ""))"
    }
}

extension String {
    /// With blanks before it.
    fileprivate func padded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
