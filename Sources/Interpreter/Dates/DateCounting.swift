import Diagnostics
import Kernels
import Values

/// A unit that numbers count from 1970 on; months and years only whole.
enum DateUnit {
    case span(SpanUnit)
    case months(Int)

    init(name: String) throws(Failure) {
        switch name {
        case "Y": self = .months(12)
        case "M": self = .months(1)
        default:
            guard ["W", "D", "h", "m", "s", "ms", "us", "ns"].contains(name) else {
                throw Failure(.typeError, "Invalid datetime unit in metadata string \"[\(name)]\"")
            }
            self = .span(try SpanUnit(name: name))
        }
    }

    func time(_ count: Int) throws(Failure) -> Int {
        switch self {
        case .span(let unit): return try unit.span(count)
        case .months(let months):
            guard abs(count) < 100_000 else { throw Failure(.outOfBoundsDate, "Out of bounds nanosecond timestamp") }
            guard let time = Calendar.time(days: Calendar.adding(months: count * months, to: 0), clock: 0) else {
                throw Failure(.outOfBoundsDate, "Out of bounds nanosecond timestamp")
            }
            return time
        }
    }

    func time(_ count: Double) throws(Failure) -> Int {
        switch self {
        case .span(let unit): return try unit.span(count)
        case .months:
            guard let whole = Int(exactly: count) else { throw Failure(.valueError, "Conversion of non-round float with unit=Y is ambiguous") }
            return try time(whole)
        }
    }
}

/// `pd.to_datetime(…, unit=…)`: numbers, and texts of numbers, as so many units since 1970.
struct DateCounting {
    let unit: DateUnit
    let conversion: DateConversion

    func column(_ column: Column) throws(Failure) -> Column? {
        switch column {
        case .timestamp: return column
        case .int, .float, .text, .object, .bool, .timedelta, .categorical: break
        }
        try conversion.interpreter.charge(cells: column.count)
        var times: [Int] = []
        times.reserveCapacity(column.count)
        for row in 0..<column.count {
            do throws(Failure) {
                times.append(try time(column[row]))
            } catch {
                guard error.isUnreadableDate else { throw error }
                switch conversion.failures {
                case .raise: throw error
                case .coerce: times.append(Column.missingTime)
                case .ignore: return nil
                }
            }
        }
        return .timestamp(times)
    }

    private func time(_ value: Value) throws(Failure) -> Int {
        if value.isMissing { return Column.missingTime }
        switch value {
        case .int(let count), .numpyInt(let count): return try unit.time(count)
        case .float(let count), .numpyFloat(let count): return try unit.time(count)
        case .timestamp(let time): return time
        case .text(let text):
            if DateReader.isMissing(text) { return Column.missingTime }
            guard let count = pythonFloat(text) else { throw Failure(.valueError, "non convertible value \(text.string) with the unit") }
            return try unit.time(count)
        default: throw Failure(.valueError, "unit='\(value.typeName)' not valid with non-numerical val")
        }
    }
}
