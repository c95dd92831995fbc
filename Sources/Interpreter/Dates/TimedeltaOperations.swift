import Catalog
import Diagnostics
import Kernels
import Values

/// A `Timedelta`, or NaT.
struct TimedeltaReceiver {
    let nanoseconds: Int

    init?(_ value: Value) {
        guard case .timedelta(let nanoseconds) = value else { return nil }
        self.nanoseconds = nanoseconds
    }

    var isMissing: Bool { nanoseconds == Column.missingTime }
}

extension Call where Receiver == TimedeltaReceiver {
    func perform(_ operation: TimedeltaOperation) throws(Failure) -> Value {
        switch operation {
        case .days: number(.days)
        case .seconds: number(.seconds)
        case .microseconds: number(.microseconds)
        case .nanoseconds: number(.nanoseconds)
        case .value: .int(receiver.nanoseconds)
        case .components: try components()
        case .totalSeconds: .float(receiver.isMissing ? .nan : SpanField.totalSeconds(receiver.nanoseconds))
        case .isoformat: .string(receiver.isMissing ? "NaT" : isoFormat)
        case .toPytimedelta: .timedelta(receiver.isMissing ? Column.missingTime : Calendar.floored(receiver.nanoseconds, by: 1000) * 1000)
        case .floor: try rounded(.down)
        case .ceil: try rounded(.up)
        case .round: try rounded(.nearest)
        }
    }

    private func number(_ field: SpanField) -> Value {
        receiver.isMissing ? .float(.nan) : .int(field.value(receiver.nanoseconds))
    }

    private func components() throws(Failure) -> Value {
        guard !receiver.isMissing else { throw Failure(.attributeError, "'NaTType' object has no attribute 'components'") }
        return .tuple(SpanParts.all.map { .int($0.value(receiver.nanoseconds)) })
    }

    /// `P1DT2H3M4.5S`
    private var isoFormat: String {
        let parts = SpanParts.all.map { $0.value(receiver.nanoseconds) }
        let fraction = parts[4] * 1_000_000 + parts[5] * 1000 + parts[6]
        var decimals = String(String(1_000_000_000 + fraction).dropFirst())
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "P\(parts[0])DT\(parts[1])H\(parts[2])M\(parts[3])\(decimals.isEmpty ? "" : "." + decimals)S"
    }

    private func rounded(_ rounding: TimeRounding) throws(Failure) -> Value {
        .timedelta(try rounding.apply(receiver.nanoseconds, to: interpreter.fixedSpan(arguments.require("freq"))))
    }
}

/// What `Timedelta.components` takes a span apart into.
enum SpanParts: String {
    case days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds

    static let all: [SpanParts] = [.days, .hours, .minutes, .seconds, .milliseconds, .microseconds, .nanoseconds]

    func value(_ span: Int) -> Int {
        let (days, clock) = Calendar.split(span)
        return switch self {
        case .days: days
        case .hours: clock / 3_600_000_000_000
        case .minutes: clock / 60_000_000_000 % 60
        case .seconds: clock / 1_000_000_000 % 60
        case .milliseconds: clock / 1_000_000 % 1000
        case .microseconds: clock / 1000 % 1000
        case .nanoseconds: clock % 1000
        }
    }
}
