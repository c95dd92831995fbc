import Diagnostics
import Scoring

/// Two evaluations of the same claims.
public struct Comparison: Sendable {
    public private(set) var bothCorrect = 0
    public private(set) var onlyHere = 0
    public private(set) var onlyThere = 0
    public private(set) var bothWrong = 0

    /// Whether the two differ by more than chance.
    public var test: McNemar { McNemar(onlyFirst: onlyHere, onlySecond: onlyThere) }
    /// Of the other evaluation.
    public var accuracyThere: Share { Share(bothCorrect + onlyThere, of: bothCorrect + onlyHere + onlyThere + bothWrong) }

    /// - Throws: `malformedDataset` where the claims are not the same.
    public init(_ report: Report, with file: PredictionFile) throws(Diagnostic) {
        let there = Dictionary(file.predictions.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        for mark in report.marks {
            guard let other = there[mark.number], other.label == mark.label, let isCorrect = other.isCorrect else {
                throw Diagnostic(.malformedDataset, "'\(file.path)' is not about the same claims: record \(mark.number) is not in it with this label")
            }
            add(mark.isCorrect, isCorrect)
        }
        guard file.predictions.count(where: { $0.isCorrect != nil }) == report.marks.count else {
            throw Diagnostic(.malformedDataset, "'\(file.path)' has claims that are not among those evaluated")
        }
    }

    private mutating func add(_ here: Bool, _ there: Bool) {
        switch (here, there) {
        case (true, true): bothCorrect += 1
        case (true, false): onlyHere += 1
        case (false, true): onlyThere += 1
        case (false, false): bothWrong += 1
        }
    }
}
