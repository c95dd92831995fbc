import Diagnostics
import Values

/// A unit of a time span: pandas' `timedelta_abbrevs`.
public enum SpanUnit: String, Sendable, CaseIterable {
    case week = "W", day = "D", hour = "h", minute = "m", second = "s", millisecond = "ms", microsecond = "us", nanosecond = "ns"

    public var nanoseconds: Int {
        switch self {
        case .week: 604_800_000_000_000
        case .day: 86_400_000_000_000
        case .hour: 3_600_000_000_000
        case .minute: 60_000_000_000
        case .second: 1_000_000_000
        case .millisecond: 1_000_000
        case .microsecond: 1_000
        case .nanosecond: 1
        }
    }

    /// Decimal places that a fraction of the unit is rounded to before it is counted in nanoseconds.
    private var places: Int {
        switch self {
        case .week, .day, .hour, .minute, .second: 9
        case .millisecond: 6
        case .microsecond: 3
        case .nanosecond: 0
        }
    }

    /// - Throws: `valueError` for a unit that pandas has not, or that has no fixed length.
    public init(name: String) throws(Failure) {
        guard !["M", "Y", "y"].contains(name) else {
            throw Failure(.valueError, "Units 'M', 'Y' and 'y' do not represent unambiguous timedelta values and are not supported.")
        }
        guard let unit = SpanUnit.names[name.lowercased()] else { throw Failure(.valueError, "invalid unit abbreviation: \(name)") }
        self = unit
    }

    private static let names: [String: SpanUnit] = {
        var names: [String: SpanUnit] = [:]
        for (unit, words) in words { for word in words.split(separator: " ") { names[String(word)] = unit } }
        return names
    }()

    private static let words: [(SpanUnit, String)] = [
        (.week, "w"), (.day, "d day days"), (.hour, "h hr hour hours"), (.minute, "m t min minute minutes"), (.second, "s sec second seconds"),
        (.millisecond, "ms l milli millis millisecond milliseconds"), (.microsecond, "us u µs micro micros microsecond microseconds"),
        (.nanosecond, "ns n nano nanos nanosecond nanoseconds"),
    ]

    /// So many of the unit in nanoseconds, as pandas' `cast_from_unit` rounds it.
    ///
    /// - Throws: `outOfBoundsDate` past 64 bits.
    public func span(_ count: Double) throws(Failure) -> Int {
        guard count.isFinite, let whole = Int(exactly: count.rounded(.towardZero)) else { throw SpanUnit.outOfBounds }
        let rest = count - Double(whole)
        let fraction = places > 0 ? try Rounding.python(rest, digits: places) : rest
        let part = Int((fraction * Double(nanoseconds)).rounded(.towardZero))
        return try SpanUnit.sum(span(whole), part)
    }

    /// - Throws: `outOfBoundsDate` past 64 bits.
    public func span(_ count: Int) throws(Failure) -> Int {
        let (product, overflow) = count.multipliedReportingOverflow(by: nanoseconds)
        guard !overflow, product != Column.missingTime else { throw SpanUnit.outOfBounds }
        return product
    }

    static func sum(_ a: Int, _ b: Int) throws(Failure) -> Int {
        let (sum, overflow) = a.addingReportingOverflow(b)
        guard !overflow, sum != Column.missingTime else { throw outOfBounds }
        return sum
    }

    static let outOfBounds = Failure(.outOfBoundsDate, "a time span is out of bounds: more than 292 years")
}
