import Diagnostics
import Kernels
import Values

/// Cells of any kind as points in time: what `pd.to_datetime` does to each of them.
struct DateConversion {
    /// What happens to a cell that cannot be read.
    enum Failures: String {
        case raise, coerce, ignore
    }

    /// How texts are read.
    enum Form {
        /// One format for all: given, or guessed from the first text.
        case format(DateFormat)
        /// Each text by itself.
        case mixed
        /// Each text by itself, ISO 8601 only.
        case iso
    }

    var failures = Failures.raise
    var reader: DateReader
    var form: Form?
    var isExact = true
    let interpreter: Interpreter

    init(_ interpreter: Interpreter) {
        self.interpreter = interpreter
        reader = interpreter.reader
    }

    /// - Throws: as `DateReader`; nil where a cell cannot be read and failures are to be ignored.
    func column(_ column: Column) throws(Failure) -> Column? {
        try interpreter.charge(cells: column.count)
        try interpreter.charge(bytes: column.count.multipliedReportingOverflow(by: 8).partialValue)
        switch column {
        case .timestamp: return column
        case .timedelta: return try refused(column, "dtype timedelta64[ns] cannot be converted to datetime64[ns]")
        case .bool: return try refused(column, "dtype bool cannot be converted to datetime64[ns]")
        case .int(let cells): return try numbers(cells, missing: nil)
        case .float(let cells): return try floats(cells)
        case .text(let cells): return try texts(cells)
        case .object(let cells): return try objects(cells)
        case .categorical(let cells): return try self.column(cells.decoded)
        }
    }

    private func refused(_ column: Column, _ message: String) throws(Failure) -> Column? {
        switch failures {
        case .raise: throw Failure(.typeError, message)
        case .coerce: return .timestamp(Array(repeating: Column.missingTime, count: column.count))
        case .ignore: return nil
        }
    }

    // MARK: Columns

    /// Floats lose their fraction before they are read.
    private func floats(_ cells: [Double]) throws(Failure) -> Column? {
        var whole: [Int] = []
        whole.reserveCapacity(cells.count)
        for cell in cells {
            guard !cell.isNaN else { whole.append(Column.missingTime); continue }
            guard let number = Int(exactly: cell.rounded(.towardZero)) else { throw Failure(.outOfBoundsDate, "a number is out of bounds for a date") }
            whole.append(number)
        }
        return try numbers(whole, missing: Column.missingTime)
    }

    /// Numbers are nanoseconds, unless there is a format: then they are read as their digits.
    private func numbers(_ cells: [Int], missing: Int?) throws(Failure) -> Column? {
        switch form {
        case nil, .mixed: return .timestamp(cells)
        case .format, .iso:
            return try converted(cells.count) { (row) throws(Failure) in
                cells[row] == missing ? Column.missingTime : try read(Text(String(cells[row])))
            }
        }
    }

    private func texts(_ cells: TextColumn) throws(Failure) -> Column? {
        let form = guessed { row in row < cells.count ? cells[row].map(Value.text) ?? Value.none : nil }
        return try converted(cells.count) { (row) throws(Failure) in
            guard let text = cells[row] else { return Column.missingTime }
            return try read(text, form)
        }
    }

    private func objects(_ cells: [Value]) throws(Failure) -> Column? {
        let form = guessed { row in row < cells.count ? cells[row] : nil }
        return try converted(cells.count) { (row) throws(Failure) in try read(cells[row], form) }
    }

    /// The form given, or the format of the first cell that is not missing, where it is a text that has one.
    private func guessed(_ cell: (Int) -> Value?) -> Form {
        if let form { return form }
        var row = 0
        while let value = cell(row) {
            row += 1
            if value.isMissing { continue }
            guard case .text(let text) = value else { return .mixed }
            if DateReader.isMissing(text) { continue }
            guard let format = DateGuess.format(of: text, dayFirst: reader.dayFirst) else { return .mixed }
            return .format(format)
        }
        return .mixed
    }

    private func converted(_ count: Int, _ body: (Int) throws(Failure) -> Int) throws(Failure) -> Column? {
        var times: [Int] = []
        times.reserveCapacity(count)
        for row in 0..<count {
            do throws(Failure) {
                times.append(try body(row))
            } catch {
                guard error.isUnreadableDate else { throw error }
                switch failures {
                case .raise: throw Failure(error.code, "\(error.message), at position \(row)", helps: error.helps)
                case .coerce: times.append(Column.missingTime)
                case .ignore: return nil
                }
            }
        }
        return .timestamp(times)
    }

    // MARK: Cells

    private func read(_ value: Value, _ form: Form) throws(Failure) -> Int {
        if value.isMissing { return Column.missingTime }
        switch value {
        case .text(let text): return try read(text, form)
        case .timestamp(let time): return time
        case .date(let days): return try interpreter.midnight(days)
        default: break
        }
        if case .mixed = form { return try nanoseconds(value) }
        return try read(interpreter.str(value), form)
    }

    /// A cell that is no text, where no format says how to read it.
    private func nanoseconds(_ value: Value) throws(Failure) -> Int {
        switch value {
        case .int(let number), .numpyInt(let number): return number
        case .float(let number), .numpyFloat(let number):
            guard let whole = Int(exactly: number.rounded(.towardZero)) else { throw Failure(.outOfBoundsDate, "a number is out of bounds for a date") }
            return whole
        default: throw Failure(.typeError, "<class '\(value.typeName)'> is not convertible to datetime")
        }
    }

    private func read(_ text: Text) throws(Failure) -> Int { try read(text, form ?? .mixed) }

    private func read(_ text: Text, _ form: Form) throws(Failure) -> Int {
        if DateReader.isMissing(text) { return Column.missingTime }
        switch form {
        case .mixed: return try reader.timestamp(text)
        case .format(let format): return try format.read(text, exact: isExact).timestamp()
        case .iso: return try DateReader.iso(text).timestamp()
        }
    }
}

extension Failure {
    /// What `errors='coerce'` makes NaT of.
    var isUnreadableDate: Bool {
        code == .dateParse || code == .valueError || code == .outOfBoundsDate || code == .typeError
    }
}

extension Interpreter {
    /// Reads date texts as pandas does where nothing else is asked.
    var reader: DateReader { DateReader(today: meter.budget.today) }

    /// The first moment of a day.
    func midnight(_ days: Int) throws(Failure) -> Int {
        guard let time = Calendar.time(days: days, clock: 0) else { throw Failure(.outOfBoundsDate, "Out of bounds nanosecond timestamp") }
        return time
    }

    /// A text beside timestamps, read as a date; nil where it is none. A date past what a column holds is its farthest neighbour.
    func timestamp(reading text: Text) throws(Failure) -> Int? {
        guard !DateReader.isMissing(text) else { return Column.missingTime }
        do throws(Failure) {
            let date = try reader.dateTime(text)
            return date.nanoseconds ?? (date.year < 1970 ? Column.missingTime + 1 : .max)
        } catch {
            guard error.isUnreadableDate else { throw error }
            return nil
        }
    }
}
