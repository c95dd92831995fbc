import Catalog
import Diagnostics
import Kernels
import Values

// Columns of times turned into other columns, for `astype`.
extension Interpreter {
    /// Each time as text. The whole column decides the form: dates alone where all are midnights, else as many digits of the second as any needs.
    func texts(ofTimes cells: [Int]) throws(Failure) -> Column {
        let present = cells.filter { $0 != Column.missingTime }
        let isDaily = present.allSatisfy { Calendar.split($0).clock == 0 }
        let digits = present.map(Interpreter.fractionDigits).max() ?? 0
        let format = TimeFormat(isDaily ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S")
        try charge(bytes: cells.count * 29)
        var out = TextBuilder(rows: cells.count)
        for cell in cells {
            if cell == Column.missingTime {
                out.append("NaT")
            } else {
                format.append(cell, to: &out)
                out.append(Interpreter.fraction(cell, digits: digits))
            }
            out.endCell()
        }
        return .text(out.finish())
    }

    /// Each span as text: whole days alone where all are whole days.
    func texts(ofSpans cells: [Int]) throws(Failure) -> Column {
        let isDaily = cells.allSatisfy { $0 == Column.missingTime || Calendar.split($0).clock == 0 }
        try charge(bytes: cells.count * 32)
        var out = TextBuilder(rows: cells.count)
        for cell in cells {
            if isDaily, cell != Column.missingTime {
                out.append("\(Calendar.split(cell).days) days")
            } else {
                out.append(try str(.timedelta(cell)))
            }
            out.endCell()
        }
        return .text(out.finish())
    }

    private static func fractionDigits(_ time: Int) -> Int {
        let fraction = Calendar.split(time).clock % Calendar.nanosecondsPerSecond
        return fraction == 0 ? 0 : fraction % 1_000_000 == 0 ? 3 : fraction % 1000 == 0 ? 6 : 9
    }

    private static func fraction(_ time: Int, digits: Int) -> String {
        guard digits > 0 else { return "" }
        let fraction = Calendar.split(time).clock % Calendar.nanosecondsPerSecond
        return "." + String(String(Calendar.nanosecondsPerSecond + fraction).dropFirst().prefix(digits))
    }

    /// `astype('datetime64[ns]')`: each text by itself, without one format for all; numbers are nanoseconds.
    func times(of column: Column) throws(Failure) -> Column {
        var conversion = DateConversion(self)
        conversion.form = .mixed
        if case .bool(let cells) = column { return .timestamp(cells.map { $0 ? 1 : 0 }) }
        return try conversion.column(column) ?? column
    }

    /// `astype('timedelta64[ns]')`
    func spans(of column: Column) throws(Failure) -> Column {
        let made = try invoke(.pandas(.to_timedelta), on: .none, [.series(Series(column))])
        guard case .series(let series) = made else { throw Failure(.typeError, "cannot convert to timedelta64[ns]") }
        return series.column
    }
}

extension Column {
    /// A column of points in time or of time spans.
    var isTime: Bool {
        switch self {
        case .timestamp, .timedelta: true
        case .bool, .int, .float, .text, .object, .categorical: false
        }
    }
}
