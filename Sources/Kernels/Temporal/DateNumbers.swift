// What a number means by what stands around it: dateutil's `_parse_numeric_token`.
extension DateGrammar {
    /// Reads the number at a token and gives the last token used.
    mutating func readNumber(_ at: Int) throws(Unreadable) -> Int {
        let digits = tokens.bytes(at)
        let value = try DateNumber(digits)
        if isCompactClock(at) { return try readCompactClock(at) }
        if digits.count == 6 || digits.count > 6 && digits[digits.startIndex + 6] == UInt8(ascii: ".") { return try readSix(at) }
        if digits.count == 8 || digits.count == 12 || digits.count == 14 { return try readCompactDate(at) }
        if let label = unitLabel(at) { return try readUnit(value, at, label) }
        if at + 2 < tokens.count, tokens.isSign(at + 1, ":") { return try readClock(value, at) }
        if tokens.isSign(at + 1, "-") || tokens.isSign(at + 1, "/") || tokens.isSign(at + 1, ".") { return try readSeparated(at) }
        if at + 1 >= tokens.count || tokens[at + 1].word.isJump { return try readLoose(value, at) }
        if let half = tokens[at + 1].word.half, value.whole < 24 {
            parts.hour = DateGrammar.hour(value.whole, half)
            return at + 1
        }
        guard fields.couldBeDay(value) else { throw .text }
        try fields.append(value: value)
        return at
    }

    // MARK: Digits without separators

    /// `23` or `2359` after a whole date.
    private func isCompactClock(_ at: Int) -> Bool {
        let count = tokens.bytes(at).count
        guard fields.values.count == 3, count == 2 || count == 4, parts.hour == nil else { return false }
        return at + 1 >= tokens.count || !tokens.isSign(at + 1, ":") && tokens[at + 1].word.unit == nil
    }

    private mutating func readCompactClock(_ at: Int) throws(Unreadable) -> Int {
        let digits = tokens.bytes(at)
        parts.hour = try whole(digits.prefix(2))
        if digits.count == 4 { parts.minute = try whole(digits.suffix(2)) }
        return at
    }

    /// YYMMDD, or HHMMSS with a fraction.
    private mutating func readSix(_ at: Int) throws(Unreadable) -> Int {
        let digits = tokens.bytes(at)
        let (first, second, third) = (digits.prefix(2), digits.dropFirst(2).prefix(2), digits.dropFirst(4))
        if fields.values.isEmpty, !digits.contains(UInt8(ascii: ".")) {
            try fields.append(first)
            try fields.append(second)
            try fields.append(third)
        } else {
            parts.hour = try whole(first)
            parts.minute = try whole(second)
            try readSeconds(third)
        }
        return at
    }

    /// YYYYMMDD, with HHMM or HHMMSS behind.
    private mutating func readCompactDate(_ at: Int) throws(Unreadable) -> Int {
        let digits = tokens.bytes(at)
        try fields.append(digits.prefix(4), label: .year)
        try fields.append(digits.dropFirst(4).prefix(2))
        try fields.append(digits.dropFirst(6).prefix(2))
        if digits.count > 8 {
            parts.hour = try whole(digits.dropFirst(8).prefix(2))
            parts.minute = try whole(digits.dropFirst(10).prefix(2))
        }
        if digits.count > 12 { parts.second = try whole(digits.dropFirst(12)) }
        return at
    }

    private func whole(_ digits: ArraySlice<UInt8>) throws(Unreadable) -> Int {
        guard let value = DateNumber.whole(digits) else { throw .text }
        return value
    }

    // MARK: Units

    /// The token of the unit that belongs to a number: behind it, or before it.
    private func unitLabel(_ at: Int) -> Int? {
        let count = tokens.count
        if at + 1 < count, tokens[at + 1].word.unit != nil { return at + 1 }
        if at + 2 < count, tokens.isBlank(at + 1), tokens[at + 2].word.unit != nil { return at + 2 }
        if at > 0, tokens[at - 1].word.unit != nil { return at - 1 }
        if at > 1, at == count - 1, tokens.isBlank(at - 1), tokens[at - 2].word.unit != nil { return at - 2 }
        return nil
    }

    /// `12h`, `04 m`, `12h04`: a unit before the number means the next smaller one.
    private mutating func readUnit(_ value: DateNumber, _ at: Int, _ label: Int) throws(Unreadable) -> Int {
        let unit = (tokens[label].word.unit ?? 0) + (label > at ? 0 : 1)
        switch unit {
        case 0:
            parts.hour = value.whole
            if value.hasFraction { parts.minute = value.sixtieths }
        case 1: setMinute(value)
        case 2: try readSeconds(tokens.bytes(at))
        default: break
        }
        return max(at, label)
    }

    private mutating func setMinute(_ value: DateNumber) {
        parts.minute = value.whole
        parts.second = value.hasFraction ? value.sixtieths : nil
    }

    /// `12:30`, `12:30:15.5`
    private mutating func readClock(_ value: DateNumber, _ at: Int) throws(Unreadable) -> Int {
        guard tokens[at + 2].isNumber else { throw .text }
        parts.hour = value.whole
        setMinute(try DateNumber(tokens.bytes(at + 2)))
        guard at + 4 < tokens.count, tokens.isSign(at + 3, ":") else { return at + 2 }
        try readSeconds(tokens.bytes(at + 4))
        return at + 4
    }

    /// Seconds with up to six digits of a fraction.
    private mutating func readSeconds(_ digits: ArraySlice<UInt8>) throws(Unreadable) {
        let value = try DateNumber(digits)
        parts.second = value.whole
        var microsecond = 0
        for place in 0..<6 {
            let digit = place < value.fraction.count ? value.fraction[value.fraction.startIndex + place] - UInt8(ascii: "0") : 0
            microsecond = microsecond * 10 + Int(digit)
        }
        parts.microsecond = microsecond
    }

    // MARK: Dates

    /// `01-02`, `01/02/99`, `01-jan-99`
    private mutating func readSeparated(_ at: Int) throws(Unreadable) -> Int {
        try append(at)
        guard at + 2 < tokens.count, !tokens[at + 2].word.isJump else { return at + 1 }
        if tokens.isDigits(at + 2) { try append(at + 2) } else { try appendMonth(at + 2) }
        guard at + 3 < tokens.count, tokens.bytes(at + 3).elementsEqual(tokens.bytes(at + 1)) else { return at + 2 }
        guard at + 4 < tokens.count else { throw .text }
        if tokens[at + 4].word.month != nil { try appendMonth(at + 4) } else { try append(at + 4) }
        return at + 4
    }

    private mutating func appendMonth(_ at: Int) throws(Unreadable) {
        guard let month = tokens[at].word.month else { throw .text }
        try fields.append(month: month)
    }

    /// A number before a blank or at the end: `12 am`, or one of the date's numbers.
    private mutating func readLoose(_ value: DateNumber, _ at: Int) throws(Unreadable) -> Int {
        guard at + 2 < tokens.count, let half = tokens[at + 2].word.half else {
            try fields.append(value: value)
            return at + 1
        }
        parts.hour = DateGrammar.hour(value.whole, half)
        return at + 2
    }
}
