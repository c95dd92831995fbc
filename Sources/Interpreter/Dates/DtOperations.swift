import Catalog
import Diagnostics
import Kernels
import Values

/// `series.dt`.
struct DtAccessor {
    let series: Series

    init?(_ value: Value) {
        guard case .accessor(let accessor) = value, accessor.kind == .dt, case .series(let series) = accessor.receiver else { return nil }
        self.series = series
    }
}

extension Call where Receiver == DtAccessor {
    func perform(_ operation: DtOperation) throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.series.count)
        try interpreter.charge(bytes: receiver.series.count * 8)
        return switch operation {
        case .year: try numbers(.year)
        case .month: try numbers(.month)
        case .day: try numbers(.day)
        case .hour: try numbers(.hour)
        case .minute: try numbers(.minute)
        case .second: try numbers(.second)
        case .microsecond: try numbers(.microsecond)
        case .nanosecond: try numbers(.nanosecond)
        case .dayofweek, .dayOfWeek, .weekday: try numbers(.dayOfWeek)
        case .dayofyear, .dayOfYear: try numbers(.dayOfYear)
        case .quarter: try numbers(.quarter)
        case .daysInMonth, .daysinmonth: try numbers(.daysInMonth)
        case .isLeapYear: try flags(.leapYear)
        case .isMonthStart: try flags(.monthStart)
        case .isMonthEnd: try flags(.monthEnd)
        case .isQuarterStart: try flags(.quarterStart)
        case .isQuarterEnd: try flags(.quarterEnd)
        case .isYearStart: try flags(.yearStart)
        case .isYearEnd: try flags(.yearEnd)
        case .tz: try times { _ in Value.none }
        case .isocalendar: try isoCalendar()
        case .dayName: try names { Calendar.weekdays[Calendar.weekday(Calendar.split($0).days)] }
        case .monthName: try names { Calendar.months[TimeField.month.value($0) - 1] }
        case .strftime: try formatted()
        case .date: try values { .date(Calendar.split($0).days) }
        case .time: try values { .time(Calendar.split($0).clock / 1000 * 1000) }
        case .toPydatetime: try times { .array(NDArray(.object($0.map { .timestamp($0) }))) }
        case .normalize: try times { cells throws(Failure) in try wrapped(.timestamp(normalized(cells))) }
        case .floor: try rounded(.down)
        case .ceil: try rounded(.up)
        case .round: try rounded(.nearest)
        case .tzLocalize: try withoutZone()
        case .days: try spanNumbers(.days)
        case .seconds: try spanNumbers(.seconds)
        case .microseconds: try spanNumbers(.microseconds)
        case .nanoseconds: try spanNumbers(.nanoseconds)
        case .totalSeconds: try totalSeconds()
        case .components: try components()
        }
    }

    // MARK: Columns

    private func wrapped(_ column: Column) -> Value { .series(receiver.series.with(column)) }

    private func notOf(_ kind: String) -> Failure {
        Failure(.attributeError, "'\(kind)Properties' object has no attribute '\(arguments.operation)'")
    }

    private func times(_ body: ([Int]) throws(Failure) -> Value) throws(Failure) -> Value {
        guard case .timestamp(let cells) = receiver.series.column else { throw notOf("Timedelta") }
        return try body(cells)
    }

    private func spans(_ body: ([Int]) throws(Failure) -> Value) throws(Failure) -> Value {
        guard case .timedelta(let cells) = receiver.series.column else { throw notOf("Datetime") }
        return try body(cells)
    }

    /// Integers, or floats where a cell is NaT.
    private func whole(_ cells: [Int], _ number: (Int) -> Int) -> Column {
        if cells.contains(Column.missingTime) {
            return .float(cells.map { $0 == Column.missingTime ? .nan : Double(number($0)) })
        }
        return .int(cells.map(number))
    }

    private func numbers(_ field: TimeField) throws(Failure) -> Value { try times { wrapped(whole($0, field.value)) } }

    private func spanNumbers(_ field: SpanField) throws(Failure) -> Value { try spans { wrapped(whole($0, field.value)) } }

    private func flags(_ flag: TimeFlag) throws(Failure) -> Value {
        try times { wrapped(.bool($0.map { $0 != Column.missingTime && flag.value($0) })) }
    }

    private func values(_ body: (Int) -> Value) throws(Failure) -> Value {
        try times { wrapped(.object($0.map { $0 == Column.missingTime ? .timestamp($0) : body($0) })) }
    }

    private func names(_ name: (Int) -> String) throws(Failure) -> Value {
        try texts { time, builder in builder.append(name(time)) }
    }

    private func formatted() throws(Failure) -> Value {
        let format = TimeFormat(try arguments.text("date_format"))
        return try texts { time, builder in format.append(time, to: &builder) }
    }

    private func texts(_ write: (Int, inout TextBuilder) -> Void) throws(Failure) -> Value {
        try times { cells throws(Failure) in
            var builder = TextBuilder(rows: cells.count)
            var charged = 0
            for cell in cells {
                if cell == Column.missingTime {
                    builder.appendMissing()
                } else {
                    write(cell, &builder)
                    builder.endCell()
                }
                try interpreter.charge(bytes: builder.byteCount - charged)
                charged = builder.byteCount
            }
            guard charged <= TextStorage.limit else { throw Failure(.byteLimit, "the column's text is too long") }
            return wrapped(.text(builder.finish()))
        }
    }

    private func normalized(_ cells: [Int]) throws(Failure) -> [Int] {
        var out: [Int] = []
        out.reserveCapacity(cells.count)
        for cell in cells { out.append(cell == Column.missingTime ? cell : try interpreter.midnight(Calendar.split(cell).days)) }
        return out
    }

    private func rounded(_ rounding: TimeRounding) throws(Failure) -> Value {
        let span = try interpreter.fixedSpan(arguments.require("freq"))
        func round(_ cells: [Int]) throws(Failure) -> [Int] {
            var out: [Int] = []
            out.reserveCapacity(cells.count)
            for cell in cells { out.append(try rounding.apply(cell, to: span)) }
            return out
        }
        if case .timedelta(let cells) = receiver.series.column { return wrapped(.timedelta(try round(cells))) }
        return try times { cells throws(Failure) in wrapped(.timestamp(try round(cells))) }
    }

    private func withoutZone() throws(Failure) -> Value {
        guard case .none = try arguments.require("tz") else { throw Failure(.unsupportedArgument, "time zones are not supported") }
        return try times { wrapped(.timestamp($0)) }
    }

    // MARK: Frames

    private func isoCalendar() throws(Failure) -> Value {
        try times { cells throws(Failure) in
            guard !cells.contains(Column.missingTime) else {
                throw Failure(.unsupportedValue, "isocalendar() of NaT is not supported: its integers have gaps")
            }
            let days = cells.map { Calendar.split($0).days }
            let weeks = days.map(Calendar.isoWeek)
            return frame(["year", "week", "day"], [.int(weeks.map(\.year)), .int(weeks.map(\.week)), .int(days.map { Calendar.weekday($0) + 1 })])
        }
    }

    private func components() throws(Failure) -> Value {
        try spans { cells in frame(SpanParts.all.map(\.rawValue), SpanParts.all.map { whole(cells, $0.value) }) }
    }

    private func frame(_ names: [String], _ columns: [Column]) -> Value {
        .frame(Frame(columns, index: receiver.series.index, columns: Index(Column(values: names.map { Value.string($0) }))))
    }

    /// numpy divides nanoseconds by a thousand million.
    private func totalSeconds() throws(Failure) -> Value {
        try spans { wrapped(.float($0.map { $0 == Column.missingTime ? .nan : Double($0) / 1e9 })) }
    }
}
