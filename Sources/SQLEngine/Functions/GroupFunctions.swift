import Diagnostics
import Kernels
import SQLite

/// Compensated sums (Kahan's), as pandas adds the cells of a group; gaps are passed over.
final class GroupSum: Accumulator {
    private var sum = CompensatedSum()
    private let isMean: Bool

    init(isMean: Bool) { self.isMean = isMean }

    func add(_ arguments: FunctionArguments) throws(Failure) {
        if let number = arguments.number(0) { sum.add(number) }
    }

    func value() throws(Failure) -> Datum {
        .real(isMean ? sum.total / Double(sum.count) : sum.total)
    }
}

/// A reduction of the numbers of a group.
final class GroupReduction: Accumulator {
    private var numbers: [Double] = []
    private let reduce: ([Double]) -> Double

    init(_ reduce: @escaping ([Double]) -> Double) { self.reduce = reduce }

    func add(_ arguments: FunctionArguments) throws(Failure) {
        if let number = arguments.number(0) { numbers.append(number) }
    }

    func value() throws(Failure) -> Datum { .real(reduce(numbers)) }
}

/// The first or the last cell that is not missing.
final class End: Accumulator {
    private var cell = Datum.null
    private let isLast: Bool

    init(isLast: Bool) { self.isLast = isLast }

    func add(_ arguments: FunctionArguments) throws(Failure) {
        if !arguments[0].isNull, isLast || cell.isNull { cell = arguments[0] }
    }

    func value() throws(Failure) -> Datum { cell }
}

/// A quantile by numpy's linear rule.
final class Quantile: Accumulator {
    private var numbers: [Double] = []
    private var share = 0.5

    func add(_ arguments: FunctionArguments) throws(Failure) {
        if let number = arguments.number(0) { numbers.append(number) }
        share = arguments[1].number ?? 0.5
    }

    func value() throws(Failure) -> Datum {
        guard !numbers.isEmpty else { return .null }
        return .real(numbers.sorted().quantile(ofSorted: share * 100 / 100))
    }
}
