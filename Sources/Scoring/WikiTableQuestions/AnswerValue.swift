import Kernels
import Values

/// An item of an answer as the official rule of WikiTableQuestions understands it.
public enum AnswerValue: Hashable, Sendable {
    case words(String)
    case number(Amount, String)
    /// Parts that are not known are nil.
    case date(year: Int?, month: Int?, day: Int?, String)

    /// A number as Python has it: an int of any length, or a float.
    public enum Amount: Hashable, Sendable {
        case integer(Int)
        /// Beyond 64 bits: the digits after the sign, without leading zeros.
        case large(isNegative: Bool, digits: String, nearest: Double)
        case float(Double)
    }

    /// - Parameters:
    ///   - original: the item as it is written.
    ///   - canonical: its canonical form, from which numbers and dates are read; empty or nil where there is none.
    public init(_ original: String, canonical: String? = nil) {
        let form = canonical.flatMap { $0.isEmpty ? nil : $0 } ?? original
        let normalized = Normalization.normalized(original)
        if let amount = Amount(form) {
            self = .number(amount, normalized)
        } else if let (year, month, day) = AnswerValue.date(form) {
            self = month == nil && day == nil ? .number(year.map(Amount.integer) ?? .integer(-1), normalized) : .date(year: year, month: month, day: day, normalized)
        } else {
            self = .words(normalized)
        }
    }

    /// What an item is taken for.
    public enum Kind: Sendable { case words, number, date }

    public var kind: Kind {
        switch self {
        case .words: .words
        case .number: .number
        case .date: .date
        }
    }

    /// How the item is written, normalised.
    private var normalized: String {
        switch self {
        case .words(let text), .number(_, let text), .date(_, _, _, let text): text
        }
    }

    /// Whether a predicted item is the same as this one of the answer.
    public func matches(_ other: AnswerValue) -> Bool {
        if normalized == other.normalized { return true }
        switch (self, other) {
        case (.number(let a, _), .number(let b, _)): return a.isNear(b)
        case (.date(let year, let month, let day, _), .date(let otherYear, let otherMonth, let otherDay, _)):
            return year == otherYear && month == otherMonth && day == otherDay
        case (.words, _), (.number, _), (.date, _): return false
        }
    }

    // Items that are equal count once; how a number or a date is written is no part of it.
    public static func == (a: AnswerValue, b: AnswerValue) -> Bool {
        switch (a, b) {
        case (.words(let x), .words(let y)): x == y
        case (.number(let x, _), .number(let y, _)): x == y
        case (.date(let y1, let m1, let d1, _), .date(let y2, let m2, let d2, _)): y1 == y2 && m1 == m2 && d1 == d2
        case (.words, _), (.number, _), (.date, _): false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .words(let text): hasher.combine(text)
        case .number(let amount, _): hasher.combine(amount)
        case .date(let year, let month, let day, _): hasher.combine([year, month, day])
        }
    }
}

extension AnswerValue.Amount {
    private static let nearness = 1e-6

    /// What Python's `int` or `float` reads, unless it is infinite or no number; nil where neither reads anything.
    init?(_ text: String) {
        switch pythonInt(Text(text)) {
        case .value(let number): self = .integer(number)
        case .tooLarge: self = .large(text)
        case .invalid:
            guard let number = pythonFloat(Text(text)), number.isFinite else { return nil }
            self.init(number)
        }
    }

    /// A float this near to an integer is that integer.
    private init(_ number: Double) {
        let whole = number.rounded()
        if abs(number - whole) < Self.nearness, let integer = Int(exactly: whole) { self = .integer(integer) } else { self = .float(number) }
    }

    private static func large(_ text: String) -> Self {
        let digits = text.unicodeScalars.compactMap { $0.properties.numericType == .decimal ? $0.properties.numericValue : nil }
        let plain = digits.drop { $0 == 0 }.map { String(Int($0)) }.joined()
        let isNegative = text.unicodeScalars.contains("-")
        return .large(isNegative: isNegative, digits: plain, nearest: (Double(plain) ?? .infinity) * (isNegative ? -1 : 1))
    }

    private var nearest: Double {
        switch self {
        case .integer(let number): Double(number)
        case .large(_, _, let nearest): nearest
        case .float(let number): number
        }
    }

    func isNear(_ other: Self) -> Bool {
        switch (self, other) {
        case (.integer(let a), .integer(let b)): a == b
        case (.large(let aSign, let a, _), .large(let bSign, let b, _)): aSign == bSign && a == b
        case (.integer, _), (.large, _), (.float, _): self == other || abs(nearest - other.nearest) < Self.nearness
        }
    }
}

extension AnswerValue {
    /// `y-m-d`, with `xx` (a year also `xxxx`) for what is not known; nil where the text is no date or nothing of it is known.
    private static func date(_ text: String) -> (year: Int?, month: Int?, day: Int?)? {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { Text(String(Substring($0))).lower().string }
        guard parts.count == 3, let year = part(parts[0], unknown: ["xx", "xxxx"]), let month = part(parts[1], unknown: ["xx"]),
            let day = part(parts[2], unknown: ["xx"])
        else { return nil }
        guard year != -1 || month != -1 || day != -1, month == -1 || (1...12).contains(month), day == -1 || (1...31).contains(day) else { return nil }
        return (known(year), known(month), known(day))
    }

    private static func part(_ text: String, unknown: [String]) -> Int? {
        if unknown.contains(text) { return -1 }
        guard case .value(let number) = pythonInt(Text(text)) else { return nil }
        return number
    }

    private static func known(_ part: Int) -> Int? { part == -1 ? nil : part }
}
