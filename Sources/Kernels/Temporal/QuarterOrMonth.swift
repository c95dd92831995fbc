import Diagnostics
import Values

// Years, quarters and months that pandas reads before it asks dateutil: `1996`, `1996Q3`, `3Q96`, `1996-07`, `jul 1996`.
extension DateReader {
    /// - Throws: `dateParse` for a quarter past the fourth.
    static func quarterOrMonth(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateTime? {
        if bytes.count == 4, let year = number(bytes, 0, 4), year >= 1 { return DateTime(year, 1, 1) }
        if let date = try quarter(bytes) { return date }
        return month(bytes)
    }

    private static func quarter(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateTime? {
        guard (4...7).contains(bytes.count), let place = bytes[1..<min(6, bytes.count)].firstIndex(where: { ASCII.lower($0) == UInt8(ascii: "q") })
        else { return nil }
        guard let (quarter, year) = quarterAndYear(bytes, place), let quarter, let year else { return nil }
        guard (1...4).contains(quarter) else {
            throw Failure(.dateParse, "Incorrect quarterly string is given, quarter must be between 1 and 4")
        }
        return (1...9999).contains(year) ? DateTime(year, quarter * 3 - 2, 1) : nil
    }

    private static func quarterAndYear(_ bytes: UnsafeBufferPointer<UInt8>, _ q: Int) -> (Int?, Int?)? {
        let count = bytes.count
        func dash(_ at: Int) -> Bool { bytes[at] == UInt8(ascii: "-") }
        let last = number(bytes, count - 1, 1)
        switch q {
        case 1:
            let quarter = number(bytes, 0, 1)
            if count == 4 || count == 5 && dash(2) { return (quarter, number(bytes, count - 2, 2).map { 2000 + $0 }) }
            return count == 6 || count == 7 && dash(2) ? (quarter, number(bytes, count - 4, 4)) : nil
        case 2, 3: return count == 4 || count == 5 && dash(q - 1) ? (last, number(bytes, 0, 2).map { 2000 + $0 }) : nil
        case 4, 5: return count == 6 || count == 7 && dash(q - 1) ? (last, number(bytes, 0, 4)) : nil
        default: return nil
        }
    }

    /// `%Y-%m`, `%b %Y` and `%b-%Y`
    private static func month(_ bytes: UnsafeBufferPointer<UInt8>) -> DateTime? {
        for format in monthFormats {
            if let date = try? format.read(bytes, exact: true) { return date }
        }
        return nil
    }

    private static let monthFormats = ["%Y-%m", "%b %Y", "%b-%Y"].compactMap { try? DateFormat(Text($0)) }
}
