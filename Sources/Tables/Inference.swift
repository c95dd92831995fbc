import Diagnostics
import Kernels
import Values

/// Types a column as pandas' `read_csv` does: the first of int64, float64, bool that every cell can be, else object.
///
/// A word for "missing" passes every test; ints with gaps become float64, bools with gaps become object.
func infer(_ strip: CellStrip, firstRow: Int) throws(Diagnostic) -> Fragment {
    switch integers(strip) {
    case .fragment(let fragment): fragment
    case .overflow(let row): try beyondInt64(strip, row: row, firstRow: firstRow)
    case .notInteger: decimalsOrWords(strip, firstRow: firstRow)
    }
}

private enum IntegerTrial {
    case fragment(Fragment)
    case overflow(row: Int)
    case notInteger
}

private func integers(_ strip: CellStrip) -> IntegerTrial {
    // Most columns that are not integers say so in their first row; they shall not cost an array.
    if strip.rows > 0, case .notInteger = parseInteger(strip.bytes(0)), !strip.isMissing(0) { return .notInteger }
    var gaps = 0
    var failure: IntegerTrial?
    let cells = [Int](unsafeUninitializedCapacity: strip.rows) { cells, count in
        for row in 0..<strip.rows {
            switch parseInteger(strip.bytes(row)) {
            case .value(let value):
                cells.initializeElement(at: row, to: value)
            case .overflow:
                failure = .overflow(row: row)
                return
            case .notInteger:
                guard strip.isMissing(row) else {
                    failure = .notInteger
                    return
                }
                cells.initializeElement(at: row, to: integerGap)
                gaps += 1
            }
        }
        count = strip.rows
    }
    if let failure { return failure }
    return .fragment(gaps == 0 ? Fragment(column: .int(cells), missing: 0, reading: .integers(gaps: 0)) : withGaps(cells, gaps: gaps))
}

/// pandas marks a gap among ints with the smallest int64, so that this number itself becomes NaN where a column has gaps.
private let integerGap = Int.min

private func withGaps(_ cells: [Int], gaps: Int) -> Fragment {
    let numbers = cells.map { $0 == integerGap ? .nan : Double($0) }
    return Fragment(
        column: .float(numbers), missing: numbers.reduce(0) { $0 + ($1.isNaN ? 1 : 0) },
        reading: gaps == cells.count ? .allMissing : .integers(gaps: gaps))
}

private func decimalsOrWords(_ strip: CellStrip, firstRow: Int) -> Fragment {
    switch decimals(strip) {
    case .success(let fragment): fragment
    case .failure(let at): truths(strip) ?? words(strip, reading: .words(row: firstRow + at.row, cell: strip.text(at.row)))
    }
}

/// The first cell that a type does not fit.
private struct Misfit: Error { var row: Int }

private func decimals(_ strip: CellStrip) -> Result<Fragment, Misfit> {
    if strip.rows > 0, parseFloat(strip.bytes(0)) == nil, !strip.isMissing(0) { return .failure(Misfit(row: 0)) }
    var gaps = 0
    var misfit: Int?
    let cells = [Double](unsafeUninitializedCapacity: strip.rows) { cells, count in
        for row in 0..<strip.rows {
            if let number = parseFloat(strip.bytes(row)) {
                cells.initializeElement(at: row, to: number)
            } else if strip.isMissing(row) {
                cells.initializeElement(at: row, to: .nan)
                gaps += 1
            } else {
                misfit = row
                return
            }
        }
        count = strip.rows
    }
    if let misfit { return .failure(Misfit(row: misfit)) }
    return .success(Fragment(column: .float(cells), missing: gaps, reading: gaps == cells.count ? .allMissing : .numbers(gaps: gaps)))
}

/// The column as bools, with NaN in an object column where there are gaps; nil unless every cell fits.
private func truths(_ strip: CellStrip) -> Fragment? {
    var cells: [Bool?] = []
    var gaps = 0
    for row in 0..<strip.rows {
        let truth = parseTruth(strip.bytes(row))
        if truth == nil {
            guard strip.isMissing(row) else { return nil }
            gaps += 1
        }
        cells.append(truth)
    }
    let column: Column = gaps == 0 ? .bool(cells.map { $0 ?? false }) : .object(cells.map { $0.map(Value.bool) ?? .float(.nan) })
    return Fragment(column: column, missing: gaps, reading: .truths(gaps: gaps))
}

/// The column as text. `keepingMissingWords`: pandas leaves even `NA` as it stands where integers need mixed 64-bit types.
private func words(_ strip: CellStrip, reading: Reading, keepingMissingWords: Bool = false) -> Fragment {
    var missing = 0
    let cells = [TextColumn.Cell](unsafeUninitializedCapacity: strip.rows) { cells, count in
        for row in 0..<strip.rows {
            let isMissing = !keepingMissingWords && strip.isMissing(row)
            if isMissing { missing += 1 }
            cells.initializeElement(at: row, to: isMissing ? .missing : strip.cell(row))
        }
        count = strip.rows
    }
    return Fragment(column: .text(TextColumn(storage: strip.storage, cells: cells)), missing: missing, reading: reading)
}

/// A column with an integer beyond int64: pandas tries uint64, and makes text of it where that fails for want of range.
private func beyondInt64(_ strip: CellStrip, row: Int, firstRow: Int) throws(Diagnostic) -> Fragment {
    var hasGap = false
    var hasNegative = false
    var hasLarge = false
    let reading = Reading.hugeInteger(row: firstRow + row, cell: strip.text(row))
    for row in 0..<strip.rows {
        if strip.isMissing(row) {
            hasGap = true
            continue
        }
        switch parseUnsigned(strip.bytes(row)) {
        case .value(let value): hasLarge = hasLarge || value > UInt64(Int.max)
        case .negative: hasNegative = true
        case .overflow: return words(strip, reading: reading)
        case .notInteger: return decimalsOrWords(strip, firstRow: firstRow)
        }
    }
    if hasLarge, hasNegative || hasGap { return words(strip, reading: reading, keepingMissingWords: true) }
    if hasNegative { return words(strip, reading: reading) }
    throw Diagnostic(
        .unsupportedColumn, "row \(firstRow + row): \(quoted(strip.text(row))) needs an unsigned 64-bit integer",
        notes: ["pandas reads the column as uint64, which is not supported"])
}
