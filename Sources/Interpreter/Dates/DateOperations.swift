import Catalog
import Diagnostics
import Kernels
import Values

/// A `datetime.date` or `datetime.time`.
struct DateReceiver {
    let value: Value

    init(_ value: Value) { self.value = value }
}

extension Call where Receiver == DateReceiver {
    func perform(_ operation: DateOperation) throws(Failure) -> Value {
        switch operation {
        case .year: try ofDay { .int(Calendar.civil($0).year) }
        case .month: try ofDay { .int(Calendar.civil($0).month) }
        case .day: try ofDay { .int(Calendar.civil($0).day) }
        case .hour: try ofClock(.hour)
        case .minute: try ofClock(.minute)
        case .second: try ofClock(.second)
        case .microsecond: try ofClock(.microsecond)
        case .weekday: try ofDay { .int(Calendar.weekday($0)) }
        case .isoweekday: try ofDay { .int(Calendar.weekday($0) + 1) }
        case .isocalendar: try ofDay { day in
            let iso = Calendar.isoWeek(day)
            return .tuple([.int(iso.year), .int(iso.week), .int(Calendar.weekday(day) + 1)])
        }
        case .strftime: .string(TimeFormat(try arguments.text("format")).string(dateTime))
        case .isoformat: .text(try interpreter.str(receiver.value))
        case .ctime: try ofDay { _ in .string(TimeFormat("%a %b %e %H:%M:%S %Y").string(dateTime)) }
        case .toordinal: try ofDay { .int($0 + 719_163) }
        case .replace: try replaced()
        }
    }

    private var unknownAttribute: Failure {
        Failure(.attributeError, "'datetime.\(receiver.value.typeName)' object has no attribute '\(arguments.operation)'")
    }

    private func ofDay(_ body: (Int) -> Value) throws(Failure) -> Value {
        guard case .date(let day) = receiver.value else { throw unknownAttribute }
        return body(day)
    }

    private func ofClock(_ field: TimeField) throws(Failure) -> Value {
        guard case .time(let clock) = receiver.value else { throw unknownAttribute }
        return .int(field.value(clock))
    }

    /// A time of day belongs to 1900-01-01 where it is written.
    private var dateTime: DateTime {
        switch receiver.value {
        case .date(let day):
            let (year, month, day) = Calendar.civil(day)
            return DateTime(year, month, day)
        case .time(let clock):
            var date = DateTime(clock)
            (date.year, date.month, date.day) = (1900, 1, 1)
            return date
        default: return DateTime(1900, 1, 1)
        }
    }

    private func replaced() throws(Failure) -> Value {
        guard case .date(let days) = receiver.value else { throw Failure(.unsupportedOperation, "'replace' of a time is not supported") }
        let date = Calendar.civil(days)
        let (year, month, day) = (
            try arguments.int("year", default: date.year), try arguments.int("month", default: date.month),
            try arguments.int("day", default: date.day)
        )
        guard Calendar.isDate(year, month, day) else { throw Failure(.valueError, "day is out of range for month") }
        return .date(Calendar.days(year, month, day))
    }
}
