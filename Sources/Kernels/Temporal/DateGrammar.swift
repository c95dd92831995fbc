/// dateutil's reading of date text: numbers, month names, weekdays, clock times and zones in almost any order.
///
/// The rules, odd ones included, are those of `dateutil.parser._parser` 2.9, which pandas falls back to where it cannot guess a format.
struct DateGrammar {
    /// What was read; a part that the text does not hold is nil.
    struct Parts {
        var year: Int?
        var month: Int?
        var day: Int?
        var weekday: Int?
        var hour: Int?
        var minute: Int?
        var second: Int?
        var microsecond: Int?
        /// The text names a zone or an offset that dateutil understands.
        var hasZone = false
        /// am or pm was said.
        var half: Int?

        var isEmpty: Bool {
            year == nil && month == nil && day == nil && hour == nil && minute == nil && second == nil && microsecond == nil
        }
    }

    var tokens: DateTokens
    var fields = DateFields()
    var parts = Parts()
    private var zoneName: ArraySlice<UInt8>?
    private var zoneOffset: Int?

    /// - Throws: `Unreadable` where dateutil raises `ParserError`.
    static func read(_ tokens: DateTokens, dayFirst: Bool, yearFirst: Bool) throws(Unreadable) -> Parts {
        var grammar = DateGrammar(tokens: tokens)
        try grammar.readTokens()
        let date = try grammar.fields.resolved(dayFirst: dayFirst, yearFirst: yearFirst)
        grammar.parts.year = date.year.map { DateGrammar.fullYear($0, hasCentury: grammar.fields.hasCentury) }
        grammar.parts.month = date.month
        grammar.parts.day = date.day
        grammar.settleZone()
        return grammar.parts
    }

    private init(tokens: DateTokens) { self.tokens = tokens }

    /// The year from which two digits are filled up. dateutil takes the running year; a fixed one keeps answers from changing overnight.
    static let referenceYear = 2026

    /// Two digits mean the year within fifty of the reference year.
    static func fullYear(_ year: Int, hasCentury: Bool) -> Int {
        guard year < 100, !hasCentury else { return year }
        let full = year + referenceYear / 100 * 100
        if full >= referenceYear + 50 { return full - 100 }
        return full < referenceYear - 50 ? full + 100 : full
    }

    // MARK: Tokens

    private mutating func readTokens() throws(Unreadable) {
        var at = 0
        while at < tokens.count { at = try readToken(at) + 1 }
    }

    /// Reads what starts at a token and gives the last token used.
    private mutating func readToken(_ at: Int) throws(Unreadable) -> Int {
        let token = tokens[at]
        if token.isNumber { return try readNumber(at) }
        if let weekday = token.word.weekday {
            parts.weekday = weekday
            return at
        }
        if let month = token.word.month { return try readMonth(month, at) }
        if let half = token.word.half { return try readHalf(half, at) }
        if couldBeZone(at) { return readZone(at) }
        if parts.hour != nil, tokens.isSign(at, "+") || tokens.isSign(at, "-") { return try readOffset(at) }
        guard token.word.isJump else { throw .text }
        return at
    }

    /// `jan`, `jan-01`, `jan-01-99`, `jan of 99`
    private mutating func readMonth(_ month: Int, _ at: Int) throws(Unreadable) -> Int {
        try fields.append(month: month)
        guard at + 1 < tokens.count else { return at }
        if tokens.isSign(at + 1, "-") || tokens.isSign(at + 1, "/") {
            try append(at + 2)
            guard at + 3 < tokens.count, tokens.bytes(at + 3).elementsEqual(tokens.bytes(at + 1)) else { return at + 2 }
            try append(at + 4)
            return at + 4
        }
        if at + 4 < tokens.count, tokens.isBlank(at + 1), tokens.isBlank(at + 3), tokens[at + 2].word.isPertain {
            if tokens.isDigits(at + 4) {
                guard let year = DateNumber.whole(tokens.bytes(at + 4)) else { throw .text }
                let full = String(DateGrammar.fullYear(year, hasCentury: false))
                try fields.append(Array(full.utf8)[...], label: .year)
            }
            return at + 4
        }
        return at
    }

    mutating func append(_ at: Int) throws(Unreadable) {
        guard at < tokens.count else { throw .text }
        try fields.append(tokens.bytes(at))
    }

    /// am or pm after an hour.
    private mutating func readHalf(_ half: Int, _ at: Int) throws(Unreadable) -> Int {
        guard let hour = parts.hour, (0...12).contains(hour) else { throw .text }
        parts.hour = DateGrammar.hour(hour, half)
        parts.half = half
        return at
    }

    static func hour(_ hour: Int, _ half: Int) -> Int {
        if hour < 12, half == 1 { return hour + 12 }
        return hour == 12 && half == 0 ? 0 : hour
    }

    // MARK: Zones

    private func couldBeZone(_ at: Int) -> Bool {
        let name = tokens.bytes(at)
        guard parts.hour != nil, zoneName == nil, zoneOffset == nil, name.count <= 5 else { return false }
        return name.allSatisfy(ASCII.isUpper) || name.elementsEqual([UInt8(ascii: "z")])
    }

    private mutating func readZone(_ at: Int) -> Int {
        zoneName = tokens.bytes(at)
        guard tokens.isSign(at + 1, "+") || tokens.isSign(at + 1, "-") else { return at }
        tokens.flipSign(at + 1)
        if tokens[at].word.isUTC { zoneName = nil }
        return at
    }

    /// `+0300`, `+03:00`, `+3`
    private mutating func readOffset(_ at: Int) throws(Unreadable) -> Int {
        guard at + 1 < tokens.count else { throw .text }
        let digits = tokens.bytes(at + 1)
        var last = at + 1
        var minutes: Int? = 0
        let hours = DateNumber.whole(digits.prefix(2))
        if digits.count == 4 {
            minutes = DateNumber.whole(digits.suffix(2))
        } else if tokens.isSign(at + 2, ":") {
            guard at + 3 < tokens.count, DateNumber.whole(digits) != nil else { throw .text }
            minutes = DateNumber.whole(tokens.bytes(at + 3))
            last = at + 3
        } else if digits.count > 2 {
            throw .text
        }
        guard let hours, let minutes else { throw .text }
        zoneOffset = (hours &* 60 &+ minutes) * (tokens.isSign(at, "+") ? 1 : -1)
        return skippingZoneName(last)
    }

    /// `-0300 (BRST)`
    private mutating func skippingZoneName(_ last: Int) -> Int {
        guard last + 4 < tokens.count, tokens[last + 1].word.isJump, tokens.isSign(last + 2, "("), tokens.isSign(last + 4, ")"),
            zoneName == nil, (3...5).contains(tokens.bytes(last + 3).count), tokens.bytes(last + 3).allSatisfy(ASCII.isUpper)
        else { return last }
        zoneName = tokens.bytes(last + 3)
        return last + 4
    }

    /// A name that dateutil does not know (`ET`) leaves the time without a zone.
    private mutating func settleZone() {
        let isUTC = zoneName.map { DateWord.reading($0).isUTC } ?? false
        parts.hasZone = zoneOffset != nil || isUTC
    }
}
