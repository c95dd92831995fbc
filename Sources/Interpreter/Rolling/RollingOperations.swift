import Catalog
import Diagnostics
import Values

/// The receiver of `x.rolling(…).name(…)`: a Series or a frame, and its windows.
struct Windowed {
    let source: Value
    let window: Window
    let kind: AccessorKind

    init?(_ value: Value) {
        guard case .accessor(let accessor) = value, let window = accessor.window else { return nil }
        source = accessor.receiver
        self.window = window
        kind = accessor.kind
    }
}

extension Call where Receiver == Windowed {
    func perform(_ operation: RollingOperation) throws(Failure) -> Value {
        switch operation {
        case .agg, .aggregate: try aggregated(arguments.require("func"))
        case .apply: try applied()
        case .count: try eachColumn(counting: true) { RollingSums.sum($0, $1, $2) }
        case .max: try eachColumn { RollingOrder.extreme($0, $1, $2, >=) }
        case .mean: try eachColumn { RollingSums.mean($0, $1, $2) }
        case .median: try eachColumn(sorting: true) { RollingOrder.quantile($0, $1, $2, 0.5) }
        case .min: try eachColumn { RollingOrder.extreme($0, $1, $2, <=) }
        case .quantile: try quantile()
        case .sem: try standardError()
        case .std: try deviation(Self.root)
        case .sum: try eachColumn { RollingSums.sum($0, $1, $2) }
        case .var: try deviation { $0 }
        }
    }

    /// Rounding can leave a variance just below 0.
    private static func root(_ variance: Double) -> Double { variance < 0 ? 0 : variance.squareRoot() }

    private func deviation(_ finish: @escaping (Double) -> Double) throws(Failure) -> Value {
        let ddof = try arguments.int("ddof", default: 1)
        return try eachColumn { RollingVariance.variance($0, $1, $2, ddof: ddof).map(finish) }
    }

    private func standardError() throws(Failure) -> Value {
        let ddof = try arguments.int("ddof", default: 1)
        return try eachColumn { cells, windows, minimum in
            let deviations = RollingVariance.variance(cells, windows, minimum, ddof: ddof)
            let counts = RollingSums.sum(cells.map { $0.isNaN ? 0 : 1 }, windows, minimum)
            return Swift.zip(deviations, counts).map { Self.root($0) / ($1 - Double(ddof)).squareRoot() }
        }
    }

    private func quantile() throws(Failure) -> Value {
        let q = try arguments.double("q", default: 0.5)
        guard (0...1).contains(q) else { throw Failure(.valueError, "quantile value \(q) not in [0, 1]") }
        return try eachColumn(sorting: true) { RollingOrder.quantile($0, $1, $2, q) }
    }

    // MARK: Columns

    /// A number a row for the Series, or for every column of the frame.
    private func eachColumn(
        counting: Bool = false, sorting: Bool = false, _ body: ([Double], [Range<Int>], Int) -> [Double]
    ) throws(Failure) -> Value {
        try eachSeries { (series) throws(Failure) in
            let cells = counting ? series.column.missing.map { $0 ? 0 : 1 } : try numbers(series.column)
            let windows = (0..<cells.count).map { receiver.window.rows($0, of: cells.count) }
            try charge(windows, sorting: sorting)
            return .float(body(cells, windows, receiver.window.minimum))
        }
    }

    private func charge(_ windows: [Range<Int>], sorting: Bool) throws(Failure) {
        var steps = windows.count
        if sorting { for window in windows { steps = steps &+ window.count &* 8 } }
        try interpreter.charge(cells: steps)
        try interpreter.charge(bytes: windows.count &* 32)
    }

    func eachSeries(_ body: (Series) throws(Failure) -> Column) throws(Failure) -> Value {
        let numeric = try arguments.bool("numeric_only", default: false)
        switch receiver.source {
        case .series(let series):
            guard !numeric || series.column.dtype.isNumeric else {
                throw Failure(.notImplemented, "\(receiver.kind.typeName).\(arguments.operation) does not implement numeric_only")
            }
            return .series(series.with(try body(series)))
        case .frame(let frame):
            let chosen = numeric ? frame.select(frame.numericPositions) : frame
            return .frame(try chosen.mapColumns(body))
        default: throw Failure(.internalFault, "windows of neither a Series nor a frame")
        }
    }

    /// The cells as numbers; infinite ones count as missing, as pandas has it.
    func numbers(_ column: Column) throws(Failure) -> [Double] {
        let unfit = Failure(.typeError, "No numeric types to aggregate")
        switch column {
        case .timestamp, .timedelta, .categorical: throw unfit
        case .bool, .int, .float: return (column.doubles ?? []).map { $0.isInfinite ? .nan : $0 }
        case .text, .object:
            do {
                let cells = try interpreter.cast(column, to: .type(.float), from: arguments.operation).doubles ?? []
                return cells.map { $0.isInfinite ? .nan : $0 }
            } catch {
                guard error.code.phase == .running else { throw error }
                throw unfit
            }
        }
    }
}
