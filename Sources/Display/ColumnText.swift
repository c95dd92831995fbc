import Diagnostics
import Values

extension Printer {
    /// pandas' `format_array`: the cells of a column of a series or a frame, right-justified, each with room for a sign.
    mutating func cellTexts(_ column: Column) throws(Failure) -> [String] {
        fixedWidth(try rawCellTexts(column), .right)
    }

    private mutating func rawCellTexts(_ column: Column) throws(Failure) -> [String] {
        switch column {
        case .bool(let cells): cells.map { $0 ? " True" : " False" }
        case .int(let cells): cells.map(signedInteger)
        case .float(let cells): floatTexts(cells, leadingSpace: true, missing: "NaN")
        case .text, .object: try objectTexts(column.values)
        case .timestamp(let cells): timestampTexts(cells)
        case .timedelta(let cells): timedeltaTexts(cells)
        case .categorical(let cells): try rawCellTexts(cells.decoded)
        }
    }

    /// Cells of an object column: floats to six places, the others by `pprint_thing`.
    mutating func objectTexts(_ values: [Value]) throws(Failure) -> [String] {
        var texts: [String] = []
        texts.reserveCapacity(values.count)
        for value in values { texts.append(try objectText(value)) }
        return texts
    }

    private mutating func objectText(_ value: Value) throws(Failure) -> String {
        switch value {
        case .none: " None"
        case .float(let number), .numpyFloat(let number): number.isNaN ? " NaN" : singleFloat(number)
        case .timestamp(Column.missingTime), .timedelta(Column.missingTime): " NaT"
        case .series, .frame, .index: " " + (try str(value))
        case .interval: " " + (try str(value))
        case .bool, .int, .text, .numpyBool, .numpyInt, .timestamp, .timedelta, .date, .time, .list, .tuple, .set, .dict, .range,
            .slice, .iterator, .array, .groupBy, .accessor, .function, .type, .dtype, .module:
            " " + (try pretty(value))
        }
    }
}

private func signedInteger(_ number: Int) -> String { number < 0 ? String(number) : " \(number)" }

/// A float among objects: six places, its own zeros trimmed.
private func singleFloat(_ number: Double) -> String {
    var text = withSignRoom(fixed(number, 6), number)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? text + "0" : text
}

private func withSignRoom(_ text: String, _ number: Double) -> String { number.sign == .minus ? text : " " + text }

/// Moments of one column: dates alone where all are midnights, else as many digits as the finest needs.
func timestampTexts(_ times: [Int]) -> [String] {
    let dayOnly = areWholeDays(times)
    let digits = dayOnly ? 0 : fractionDigits(times)
    return times.map { dayOnly ? dateText($0) : timestampText($0, digits: digits) }
}

func timedeltaTexts(_ times: [Int]) -> [String] {
    let dayOnly = areWholeDays(times)
    return times.map { timedeltaText($0, dayOnly: dayOnly) }
}

/// Digits after the point that pandas shows at most.
private let precision = 6

/// pandas' `FloatArrayFormatter`: six places for all, zeros trimmed together, or all in scientific notation where a value
/// would vanish or take too much room.
func floatTexts(_ cells: [Double], leadingSpace: Bool, missing: String) -> [String] {
    func texts(_ format: (Double, Int) -> String) -> [String] {
        trimmedTogether(
            cells.map { cell in
                if cell.isNaN { return missing }
                let text = format(cell, precision)
                return leadingSpace ? withSignRoom(text, cell) : text
            })
    }
    let plain = texts(fixed)
    let isTooLong = (plain.map(\.length).max() ?? 0) > precision + 6
    let hasLarge = cells.contains { $0.magnitude > 1e6 }
    let hasSmall = cells.contains { $0.magnitude < 1e-6 && $0.magnitude > 0 }
    return hasSmall || isTooLong && hasLarge ? texts(scientific) : plain
}

/// Takes zeros off the end of all numbers as long as all end in one; leaves one digit after the point.
private func trimmedTogether(_ texts: [String]) -> [String] {
    let isNumber = texts.map(isPlainDecimal)
    let zeros = zip(texts, isNumber).compactMap { $1 ? trailingZeros($0) : nil }.min() ?? 0
    return zip(texts, isNumber).map { text, number in
        guard number else { return text }
        let cut = String(text.dropLast(zeros))
        return cut.hasSuffix(".") ? cut + "0" : cut
    }
}

private func trailingZeros(_ text: String) -> Int { text.utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count }

/// `[blanks][sign]digits.[digits]`.
private func isPlainDecimal(_ text: String) -> Bool {
    var rest = text.utf8.drop { $0 == UInt8(ascii: " ") }
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let whole = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let after = rest.dropFirst(whole.count)
    guard !whole.isEmpty, after.first == UInt8(ascii: ".") else { return false }
    return after.dropFirst().allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
}
