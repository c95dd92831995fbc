import Diagnostics
import Kernels
import SQLite

extension AggregateFunction {
    /// Every aggregate that lowered SQL may call. `total` stands in for SQLite's own: numpy adds floats in another order.
    static let all: [AggregateFunction] = [
        AggregateFunction("numpy_sum", 1) { WrappingSum() },
        AggregateFunction("total", 1) { FloatReduction { $0.sum } },
        AggregateFunction("python_sum", 1) { Fold(from: 0) { $0 + $1 } },
        AggregateFunction("python_max", 1) { Fold { $1 > $0 ? $1 : $0 } },
        AggregateFunction("python_min", 1) { Fold { $1 < $0 ? $1 : $0 } },
        AggregateFunction("quantile", 2) { Quantile() },
        AggregateFunction("group_sum", 1) { GroupSum(isMean: false) },
        AggregateFunction("group_mean", 1) { GroupSum(isMean: true) },
        AggregateFunction("group_median", 1) { GroupReduction { GroupMath.quantile($0.sorted(), 0.5) } },
        AggregateFunction("group_std", 1) { GroupReduction { GroupMath.variance($0, ddof: 1).squareRoot() } },
        AggregateFunction("group_var", 1) { GroupReduction { GroupMath.variance($0, ddof: 1) } },
        AggregateFunction("first_cell", 1) { End(isLast: false) },
        AggregateFunction("last_cell", 1) { End(isLast: true) },
        AggregateFunction("quicksort_rank", 2) { SortRank(isNetwork: false) },
        AggregateFunction("network_rank", 2) { SortRank(isNetwork: true) },
        AggregateFunction("mean", 1) { FloatReduction { $0.mean } },
        AggregateFunction("median", 1) { FloatReduction { $0.cells.median(skipping: true) } },
        AggregateFunction("stddev", 2) { FloatReduction { $0.variance(ddof: $1).squareRoot() } },
        AggregateFunction("variance", 2) { FloatReduction { $0.variance(ddof: $1) } },
    ]
}

/// Sums of integers wrap, as numpy's do; SQLite's own fails where 64 bits do not hold it.
private final class WrappingSum: Accumulator {
    private var total = 0

    func add(_ arguments: FunctionArguments) throws(Failure) { total &+= arguments[0].integer ?? 0 }

    func value() throws(Failure) -> Datum { .integer(total) }
}

/// A reduction of numbers to a float, NULL where it is NaN.
private final class FloatReduction: Accumulator {
    private var numbers: [Double] = []
    private var option = 0
    private let reduce: (MaskedNumbers, Int) -> Double

    init(_ reduce: @escaping (MaskedNumbers) -> Double) { self.reduce = { numbers, _ in reduce(numbers) } }

    init(_ reduce: @escaping (MaskedNumbers, Int) -> Double) { self.reduce = reduce }

    func add(_ arguments: FunctionArguments) throws(Failure) {
        numbers.append(arguments.number(0) ?? .nan)
        if arguments.count > 1 { option = arguments[1].integer ?? 0 }
    }

    func value() throws(Failure) -> Datum { .real(reduce(MaskedNumbers(numbers), option)) }
}

/// Python's fold over floats from the left, where NaN is a number like any other.
private final class Fold: Accumulator {
    private var total: Double?
    private let step: (Double, Double) -> Double

    init(from start: Double? = nil, _ step: @escaping (Double, Double) -> Double) {
        total = start
        self.step = step
    }

    func add(_ arguments: FunctionArguments) throws(Failure) {
        let number = arguments.number(0) ?? .nan
        total = total.map { step($0, number) } ?? number
    }

    func value() throws(Failure) -> Datum { total.map(Datum.real) ?? .null }
}
