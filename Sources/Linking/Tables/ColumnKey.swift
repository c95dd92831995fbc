import Kernels
import Values

/// What the cells of a column are ordered and reckoned by: one number a row.
public struct ColumnKey: Sendable {
    /// How a query gets the numbers out of the cells.
    public enum Kind: Hashable, Sendable {
        /// The cells are numbers.
        case number
        /// Every cell is a number once its commas are gone.
        case grouped
        /// The cell's first number: `12.5 m`, `$ 1,200`; plain where the first digits of every cell are the whole of it.
        case leading(isPlain: Bool)
        /// The cell's last number: `vince carter (20)`.
        case trailing
        /// Days since 1970-01-01, out of dates in any writing.
        case date
        /// Days since 1900-01-01, out of dates that have no year; with the format that reads them all.
        case yearless(format: String)
        /// A year of four digits among other things.
        case year
        /// Seconds, out of `1:23.45` or `1:02:03`.
        case clock(isHours: Bool)
    }

    public let kind: Kind
    /// NaN where the cell has none.
    public let values: [Double]

    /// Whether the numbers are days.
    public var isDate: Bool {
        switch kind {
        case .date, .yearless: true
        case .number, .grouped, .leading, .trailing, .year, .clock: false
        }
    }

    /// Whether a cell is its number and hardly anything else.
    public var isPlain: Bool {
        switch kind {
        case .number, .grouped: true
        case .leading, .trailing, .date, .yearless, .year, .clock: false
        }
    }

    /// nil where too few cells have a number or a date.
    init?(_ column: Column) {
        switch column {
        case .int(let cells): self.init(.number, cells.map(Double.init))
        case .float(let cells): self.init(.number, cells)
        case .text(let cells): self.init(cells)
        case .bool, .object, .categorical, .timedelta: return nil
        case .timestamp(let cells): self.init(.date, cells.map { $0 == Column.missingTime ? .nan : Double($0) / Double(Calendar.nanosecondsPerDay) })
        }
    }

    private init(_ kind: Kind, _ values: [Double]) {
        self.kind = kind
        self.values = values
    }

    /// Of a column's cells with anything in them, so many must have a number for it to be the column's key.
    private static let share = 0.6

    private init?(_ cells: TextColumn) {
        let texts = DistinctTexts(cells)
        let full = texts.count(where: { !CellNumber.isBlank($0) })
        guard full > 0 else { return nil }
        let enough = Int((ColumnKey.share * Double(full)).rounded(.up))
        guard let key = ColumnKey.dates(texts, enough) ?? ColumnKey.clocks(texts, enough) ?? ColumnKey.numbers(texts, enough) else { return nil }
        self = key
    }

    private static func found(_ kind: Kind, _ texts: DistinctTexts, _ enough: Int, _ read: (Text) -> Double?) -> ColumnKey? {
        texts.values(enough, read).map { ColumnKey(kind, $0) }
    }

    private static func numbers(_ texts: DistinctTexts, _ enough: Int) -> ColumnKey? {
        if let key = found(.grouped, texts, max(texts.count(where: { _ in true }), 1), CellNumber.grouped) { return key }
        let isPlain = texts.texts.allSatisfy { CellNumber.leading($0) == CellNumber.firstDigits($0) }
        return found(.leading(isPlain: isPlain), texts, enough, CellNumber.leading) ?? found(.trailing, texts, enough, CellNumber.trailing)
    }

    private static func clocks(_ texts: DistinctTexts, _ enough: Int) -> ColumnKey? {
        found(.clock(isHours: false), texts, enough) { CellNumber.clock($0, parts: 2) } ?? found(.clock(isHours: true), texts, enough) { CellNumber.clock($0, parts: 3) }
    }

    private static func dates(_ texts: DistinctTexts, _ enough: Int) -> ColumnKey? {
        guard texts.count(where: CellDate.looksLikeDate) >= enough else { return nil }
        if let key = found(.date, texts, enough, CellDate.days) { return key }
        for format in CellDate.yearless {
            if let key = found(.yearless(format: format.text), texts, enough, { CellDate.days($0, format) }) { return key }
        }
        return found(.year, texts, enough, CellNumber.year)
    }
}

extension ColumnKey {
    /// The year of a number of days since 1970-01-01.
    public static func year(of days: Double) -> Double { Double(CellDate.civil(days).year) }
    /// Months since year 0.
    public static func month(of days: Double) -> Double { Double(CellDate.civil(days).year * 12 + CellDate.civil(days).month) }
    /// The year of every day; NaN where there is none.
    public var years: [Double] { values.map { $0.isNaN ? .nan : ColumnKey.year(of: $0) } }
}
