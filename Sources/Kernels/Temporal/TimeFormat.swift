import Diagnostics
import Values

/// A `strftime` format, read once and written for many times.
///
/// The directives are those of Python on Linux in the C locale; `-`, `_`, `0`, `^` and `#` after the percent sign are glibc's flags.
public struct TimeFormat: Sendable {
    private enum Item: Sendable {
        case literal([UInt8])
        case field(UInt8, flag: UInt8)
    }

    private let items: [Item]

    public init(_ text: Text) {
        items = text.withBytes { TimeFormat.items(Array($0)) }
    }

    private static func items(_ bytes: [UInt8]) -> [Item] {
        var items: [Item] = []
        var literal: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "%"), at + 1 < bytes.count else {
                literal.append(bytes[at])
                at += 1
                continue
            }
            let flagged = "-_0^#".utf8.contains(bytes[at + 1]) && at + 2 < bytes.count
            let letter = bytes[at + (flagged ? 2 : 1)]
            items.append(.literal(literal))
            literal = []
            items.append(.field(letter, flag: flagged ? bytes[at + 1] : 0))
            at += flagged ? 3 : 2
        }
        items.append(.literal(literal))
        return items
    }

    /// The time in nanoseconds since 1970-01-01, not NaT.
    public func append(_ time: Int, to out: inout TextBuilder) { append(DateTime(time), to: &out) }

    public func string(_ date: DateTime) -> String {
        var builder = TextBuilder(rows: 1)
        append(date, to: &builder)
        return builder.finishText().string
    }

    func append(_ date: DateTime, to out: inout TextBuilder) {
        for item in items {
            switch item {
            case .literal(let bytes): bytes.withUnsafeBufferPointer { out.append($0) }
            case .field(let letter, let flag): append(letter, flag, date, &out)
            }
        }
    }

    private func append(_ letter: UInt8, _ flag: UInt8, _ date: DateTime, _ out: inout TextBuilder) {
        if let (value, width, filler) = TimeFormat.number(letter, date) {
            out.append(TimeFormat.padded(value, width, filler, flag))
        } else if let name = TimeFormat.name(letter, date) {
            out.append(flag == UInt8(ascii: "^") ? name.uppercased() : name)
        } else if let format = TimeFormat.compound(letter) {
            format.append(date, to: &out)
        } else {
            out.append("%")
            if flag != 0 { out.append(byte: flag) }
            out.append(byte: letter)
        }
    }

    private static func padded(_ value: Int, _ width: Int, _ filler: Character, _ flag: UInt8) -> String {
        let digits = String(value)
        let filler: Character = flag == UInt8(ascii: "_") ? " " : flag == UInt8(ascii: "0") ? "0" : filler
        guard flag != UInt8(ascii: "-"), digits.utf8.count < width else { return digits }
        return String(repeating: filler, count: width - digits.utf8.count) + digits
    }

    /// A number, its width, and what fills it up.
    private static func number(_ letter: UInt8, _ date: DateTime) -> (Int, Int, Character)? {
        switch Character(Unicode.Scalar(letter)) {
        case "Y": (date.year, 0, "0")
        case "C": (date.year / 100, 2, "0")
        case "y": (date.year % 100, 2, "0")
        case "m": (date.month, 2, "0")
        case "d": (date.day, 2, "0")
        case "e": (date.day, 2, " ")
        case "H": (date.hour, 2, "0")
        case "k": (date.hour, 2, " ")
        case "I": ((date.hour + 11) % 12 + 1, 2, "0")
        case "l": ((date.hour + 11) % 12 + 1, 2, " ")
        case "M": (date.minute, 2, "0")
        case "S": (date.second, 2, "0")
        case "f": (date.nanosecond / 1000, 6, "0")
        case "j": (Calendar.dayOfYear(date.days), 3, "0")
        case "w": ((Calendar.weekday(date.days) + 1) % 7, 1, "0")
        case "u": (Calendar.weekday(date.days) + 1, 1, "0")
        case "U": ((Calendar.dayOfYear(date.days) + 6 - (Calendar.weekday(date.days) + 1) % 7) / 7, 2, "0")
        case "W": ((Calendar.dayOfYear(date.days) + 6 - Calendar.weekday(date.days)) / 7, 2, "0")
        case "V": (Calendar.isoWeek(date.days).week, 2, "0")
        case "G": (Calendar.isoWeek(date.days).year, 0, "0")
        case "g": (Calendar.isoWeek(date.days).year % 100, 2, "0")
        case "s": (date.days * 86400 + date.clock / Calendar.nanosecondsPerSecond, 0, "0")
        default: nil
        }
    }

    private static func name(_ letter: UInt8, _ date: DateTime) -> String? {
        switch Character(Unicode.Scalar(letter)) {
        case "B": Calendar.months[date.month - 1]
        case "b", "h": String(Calendar.months[date.month - 1].prefix(3))
        case "A": Calendar.weekdays[Calendar.weekday(date.days)]
        case "a": String(Calendar.weekdays[Calendar.weekday(date.days)].prefix(3))
        case "p": date.hour < 12 ? "AM" : "PM"
        case "P": date.hour < 12 ? "am" : "pm"
        case "z", "Z": ""
        case "n": "\n"
        case "t": "\t"
        case "%": "%"
        default: nil
        }
    }

    private static func compound(_ letter: UInt8) -> TimeFormat? {
        switch Character(Unicode.Scalar(letter)) {
        case "c": TimeFormat("%a %b %e %H:%M:%S %Y")
        case "x", "D": TimeFormat("%m/%d/%y")
        case "X", "T": TimeFormat("%H:%M:%S")
        case "F": TimeFormat("%Y-%m-%d")
        case "R": TimeFormat("%H:%M")
        case "r": TimeFormat("%I:%M:%S %p")
        default: nil
        }
    }
}
