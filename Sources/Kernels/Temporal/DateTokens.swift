/// Date text cut into numbers, words and signs, as dateutil's `_timelex` cuts it.
struct DateTokens {
    struct Token {
        let range: Range<Int>
        let word: DateWord
        /// Digits with at most one point.
        let isNumber: Bool
    }

    /// The text; blanks outside ASCII are blanks here, and a comma inside a number is a point.
    private(set) var buffer: [UInt8] = []
    private(set) var tokens: [Token] = []

    /// Nil where a character outside ASCII, which no date holds, rules a date out.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        buffer.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let (scalar, next) = bytes.scalar(at: at)
            at = next
            if scalar.value == 0 { continue }
            if scalar.value < 128 { buffer.append(UInt8(scalar.value)) } else if Unicode14.isSpace(scalar) { buffer.append(32) } else { return nil }
        }
        var start = 0
        while start < buffer.count { start = cut(from: start) }
    }

    var count: Int { tokens.count }
    subscript(at: Int) -> Token { tokens[at] }
    func bytes(_ at: Int) -> ArraySlice<UInt8> { buffer[tokens[at].range] }

    func isSign(_ at: Int, _ sign: Unicode.Scalar) -> Bool {
        at < tokens.count && tokens[at].range.count == 1 && buffer[tokens[at].range.lowerBound] == UInt8(ascii: sign)
    }

    func isBlank(_ at: Int) -> Bool { isSign(at, " ") }

    /// All bytes are digits.
    func isDigits(_ at: Int) -> Bool { bytes(at).allSatisfy(ASCII.isDigit) }

    /// `gmt+3` means three hours behind: its sign is turned over.
    mutating func flipSign(_ at: Int) {
        let place = tokens[at].range.lowerBound
        buffer[place] = buffer[place] == UInt8(ascii: "+") ? UInt8(ascii: "-") : UInt8(ascii: "+")
    }

    // MARK: Cutting

    /// What has been read of a token: letters, digits, or either with points between.
    private enum State { case word, number, dottedWord, dottedNumber }

    /// Reads one token and gives the place after it.
    private mutating func cut(from start: Int) -> Int {
        guard var state = DateTokens.opening(buffer[start]) else {
            if ASCII.isSpace(buffer[start]) { buffer[start] = 32 }
            emit(start..<start + 1)
            return start + 1
        }
        var at = start + 1
        var sawLetters = false
        while at < buffer.count {
            if state == .word || state == .dottedWord { sawLetters = true }
            guard let next = step(state, start, at) else { break }
            state = next
            at += 1
        }
        if state == .dottedWord || state == .dottedNumber { dotted(start..<at, state, sawLetters) } else { emit(start..<at) }
        return at
    }

    private static func opening(_ byte: UInt8) -> State? {
        ASCII.isAlpha(byte) ? .word : ASCII.isDigit(byte) ? .number : nil
    }

    /// The state with one more byte, or nil where the token ends before it.
    private func step(_ state: State, _ start: Int, _ at: Int) -> State? {
        let byte = buffer[at]
        let afterPoint = buffer[at - 1] == UInt8(ascii: ".")
        switch state {
        case .word: return ASCII.isAlpha(byte) ? .word : byte == UInt8(ascii: ".") ? .dottedWord : nil
        case .number:
            if ASCII.isDigit(byte) { return .number }
            return byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") && at - start >= 2 ? .dottedNumber : nil
        case .dottedWord:
            if byte == UInt8(ascii: ".") || ASCII.isAlpha(byte) { return .dottedWord }
            return ASCII.isDigit(byte) && afterPoint ? .dottedNumber : nil
        case .dottedNumber:
            if byte == UInt8(ascii: ".") || ASCII.isDigit(byte) { return .dottedNumber }
            return ASCII.isAlpha(byte) && afterPoint ? .dottedWord : nil
        }
    }

    /// Points are separators (`sep.20.2009`) or decimal points (`21.447`): only one point among digits stays inside.
    private mutating func dotted(_ range: Range<Int>, _ state: State, _ sawLetters: Bool) {
        let points = buffer[range].count { $0 == UInt8(ascii: ".") }
        let last = buffer[range.upperBound - 1]
        if sawLetters || points > 1 || last == UInt8(ascii: ".") || last == UInt8(ascii: ",") { return split(range) }
        if state == .dottedNumber, points == 0 {
            for at in range where buffer[at] == UInt8(ascii: ",") { buffer[at] = UInt8(ascii: ".") }
        }
        emit(range)
    }

    private mutating func split(_ range: Range<Int>) {
        var start = range.lowerBound
        for at in range where buffer[at] == UInt8(ascii: ".") || buffer[at] == UInt8(ascii: ",") {
            if start < at { emit(start..<at) }
            emit(at..<at + 1)
            start = at + 1
        }
        if start < range.upperBound { emit(start..<range.upperBound) }
    }

    private mutating func emit(_ range: Range<Int>) {
        let bytes = buffer[range]
        let startsWithDigit = ASCII.isDigit(buffer[range.lowerBound])
        let isNumber = startsWithDigit && bytes.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
            && bytes.count { $0 == UInt8(ascii: ".") } <= 1
        tokens.append(Token(range: range, word: startsWithDigit ? .none : .reading(bytes), isNumber: isNumber))
    }
}
