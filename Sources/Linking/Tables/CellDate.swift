import Kernels
import Values

/// Dates in texts, as pandas reads them.
enum CellDate {
    /// Whether a text names a month, or is two or three numbers between strokes.
    static func looksLikeDate(_ text: Text) -> Bool {
        guard text.count <= 60 else { return false }
        return text.withBytes { bytes in
            let words = Word.read(bytes, limit: 8)
            if words.contains(where: { WordLists.months[$0.surface] != nil }) { return words.contains { $0.number != nil || $0.surface.utf8.first.map(isDigit) ?? false } }
            return isDelimited(bytes)
        }
    }

    /// `1996-09-04`, `1996 - 09 - 04`, `04/09/1996`.
    private static func isDelimited(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let parts = bytes.split(whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: " ") })
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
        return parts[0].count == 4 && parts[2].count <= 2 || parts[2].count == 4 && parts[0].count <= 2
    }

    /// Days since 1970-01-01, as `pd.to_datetime(…, format='mixed', errors='coerce')`.
    static func days(_ text: Text) -> Double? {
        guard let time = try? DateReader().timestamp(text), time != Column.missingTime else { return nil }
        return Double(time) / Double(Calendar.nanosecondsPerDay)
    }

    /// Days since 1970-01-01 of a date in a format.
    static func days(_ text: Text, _ format: DateFormat) -> Double? {
        guard let time = try? format.read(text).timestamp(), time != Column.missingTime else { return nil }
        return Double(time) / Double(Calendar.nanosecondsPerDay)
    }

    /// How dates without a year are written.
    static let yearless: [DateFormat] = ["%B %d", "%d %B", "%b %d", "%d %b"].compactMap { try? DateFormat(Text($0)) }

    /// The year, month and day of a number of days.
    static func civil(_ days: Double) -> (year: Int, month: Int, day: Int) { Calendar.civil(Int(days.rounded(.down))) }
}
