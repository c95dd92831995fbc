import Diagnostics
import Kernels
import SQLite
import Values

extension ScalarFunction {
    /// pandas' reading and writing of points in time.
    ///
    /// - Parameter today: the day of a time without a date.
    static func times(today: Int?) -> [ScalarFunction] {
        let reader = DateReader(today: today)
        return [
            ScalarFunction("is_missing_time", 1) { arguments throws(Failure) in
                arguments[0].text.map { .integer(DateReader.isMissing($0) ? 1 : 0) } ?? .integer(1)
            },
            ScalarFunction("to_datetime", 2) { arguments throws(Failure) in try time(arguments) { text throws(Failure) in try read(text, arguments[1], reader) } },
            ScalarFunction("to_datetime_coerce", 2) { arguments throws(Failure) in
                try coerced { () throws(Failure) in try time(arguments) { text throws(Failure) in try read(text, arguments[1], reader) } }
            },
            ScalarFunction("strptime", 2) { arguments throws(Failure) in
                try time(arguments) { text throws(Failure) in try DateFormat(arguments[1].text ?? .empty).read(text).timestamp() }
            },
            ScalarFunction("strptime_coerce", 2) { arguments throws(Failure) in
                try coerced { () throws(Failure) in
                    try time(arguments) { text throws(Failure) in try DateFormat(arguments[1].text ?? .empty).read(text).timestamp() }
                }
            },
            ScalarFunction("time_field", 2) { arguments throws(Failure) in
                guard let name = arguments[0].text?.string, let time = arguments[1].integer, let field = TimeField.named[name] else { return .null }
                return .integer(field.value(time))
            },
            ScalarFunction("day_name", 1) { arguments throws(Failure) in
                arguments[0].integer.map { .text(Text(Calendar.weekdays[TimeField.dayOfWeek.value($0)])) } ?? .null
            },
            ScalarFunction("month_name", 1) { arguments throws(Failure) in
                arguments[0].integer.map { .text(Text(Calendar.months[TimeField.month.value($0) - 1])) } ?? .null
            },
            ScalarFunction("time_text", 2) { arguments throws(Failure) in
                guard let time = arguments[0].integer, let format = arguments[1].text else { return .null }
                var out = TextBuilder(rows: 1)
                TimeFormat(format).append(time, to: &out)
                return .text(out.finishText())
            },
        ]
    }

    private static func time(_ arguments: FunctionArguments, _ read: (Text) throws(Failure) -> Int) throws(Failure) -> Datum {
        guard let text = arguments[0].text, !DateReader.isMissing(text) else { return .null }
        return .integer(try read(text))
    }

    /// A text in the format of a sample, where that has one.
    private static func read(_ text: Text, _ sample: Datum, _ reader: DateReader) throws(Failure) -> Int {
        guard let sample = sample.text, let format = DateGuess.format(of: sample, dayFirst: false) else { return try reader.timestamp(text) }
        return try format.read(text).timestamp()
    }

    /// What cannot be read is missing.
    private static func coerced(_ body: () throws(Failure) -> Datum) throws(Failure) -> Datum {
        do throws(Failure) {
            return try body()
        } catch {
            switch error.code {
            case .dateParse, .valueError, .outOfBoundsDate, .typeError: return .null
            default: throw error
            }
        }
    }
}

extension TimeField {
    /// Fields by pandas' names.
    fileprivate static let named: [String: TimeField] = [
        "year": .year, "month": .month, "day": .day, "hour": .hour, "minute": .minute, "second": .second, "dayofweek": .dayOfWeek,
        "day_of_week": .dayOfWeek, "weekday": .dayOfWeek, "dayofyear": .dayOfYear, "day_of_year": .dayOfYear, "quarter": .quarter,
        "days_in_month": .daysInMonth, "daysinmonth": .daysInMonth,
    ]
}
