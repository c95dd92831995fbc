import Diagnostics

// dateutil's parts put upon a default date.
extension DateReader {
    /// A reading, and whether the text alone made the date.
    struct Reading {
        let date: DateTime
        let hasWholeDate: Bool
    }

    func reading(_ bytes: UnsafeBufferPointer<UInt8>, on fallback: DateTime) throws(Failure) -> Reading {
        let parts = try parts(bytes)
        guard !parts.hasZone else { throw Failure(.unsupportedValue, "a date with a time zone is not supported") }
        let date = try dateTime(parts, on: fallback, bytes)
        return Reading(date: date, hasWholeDate: parts.year != nil && parts.month != nil && parts.day != nil)
    }

    func parts(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> DateGrammar.Parts {
        guard let tokens = DateTokens(bytes), let parts = try? DateGrammar.read(tokens, dayFirst: dayFirst, yearFirst: yearFirst) else {
            throw Failure(.dateParse, "Unknown datetime string format, unable to parse: \(brief(bytes))")
        }
        guard !parts.isEmpty else { throw Failure(.dateParse, "Unable to parse datetime string: \(brief(bytes))") }
        return parts
    }

    /// Python's `default.replace(**parts)`; a weekday must stand beside a day.
    func dateTime(
        _ parts: DateGrammar.Parts, on fallback: DateTime, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(Failure) -> DateTime {
        var date = DateTime(parts.year ?? fallback.year, parts.month ?? fallback.month, parts.day ?? fallback.day)
        date.hour = parts.hour ?? 0
        date.minute = parts.minute ?? 0
        date.second = parts.second ?? 0
        date.nanosecond = (parts.microsecond ?? 0) * 1000
        guard date.isValid else { throw Failure(.dateParse, "a field of the date is out of range: \(brief(bytes))") }
        guard parts.weekday == nil || parts.day ?? 0 != 0 else {
            throw Failure(.valueError, "Parsing datetimes with weekday but no day information is not supported")
        }
        return date
    }

    /// A text as a message quotes it.
    func brief(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let shown = String(decoding: bytes.prefix(60), as: UTF8.self)
        return bytes.count > 60 ? shown + "…" : shown
    }
}
