import Values

extension Parser {
    /// A string, from its opening quote. Without escapes it is a slice of the input.
    mutating func string() throws(Fault) -> Text {
        let start = position + 1
        let stop = plainEnd(from: start)
        guard stop < end else { throw Fault(.endOfInput, end) }
        if base[stop] == UInt8(ascii: "\"") {
            position = stop + 1
            return Text(storage: storage, start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: stop - start))
        }
        return try escapedString(from: start, firstStop: stop)
    }

    /// The first byte from `start` that is a quote, a backslash or a control character; eight bytes at a time.
    private func plainEnd(from start: Int) -> Int {
        var at = start
        while at + 8 <= end {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
            let hits = zeroBytes(word ^ 0x2222_2222_2222_2222) | zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C) | bytesBelowSpace(word)
            if hits != 0 { return at + hits.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < end, base[at] >= 0x20, base[at] != UInt8(ascii: "\""), base[at] != UInt8(ascii: "\\") { at += 1 }
        return at
    }

    private mutating func escapedString(from start: Int, firstStop: Int) throws(Fault) -> Text {
        var out: [UInt8] = []
        out.reserveCapacity(firstStop - start + 32)
        var runStart = start
        var stop = firstStop
        while true {
            out.append(contentsOf: UnsafeBufferPointer(start: base + runStart, count: stop - runStart))
            guard stop < end else { throw Fault(.endOfInput, end) }
            guard base[stop] >= 0x20 else { throw Fault(.controlCharacter, stop) }
            if base[stop] == UInt8(ascii: "\"") { break }
            position = stop + 1
            try escape(into: &out)
            runStart = position
            stop = plainEnd(from: runStart)
        }
        position = stop + 1
        return Text(bytes: out)
    }

    /// What follows a backslash.
    private mutating func escape(into out: inout [UInt8]) throws(Fault) {
        guard position < end else { throw Fault(.endOfInput, end) }
        let letter = base[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): try unicodeEscape(into: &out)
        default: throw Fault(.invalidEscape, position - 2)
        }
    }

    private mutating func unicodeEscape(into out: inout [UInt8]) throws(Fault) {
        let at = position - 2
        let first = try fourDigits(at)
        switch first {
        case 0xD800..<0xDC00:
            guard position + 1 < end, base[position] == UInt8(ascii: "\\"), base[position + 1] == UInt8(ascii: "u") else {
                throw Fault(.loneSurrogate, at)
            }
            position += 2
            let second = try fourDigits(position - 2)
            guard (0xDC00..<0xE000).contains(second) else { throw Fault(.loneSurrogate, at) }
            appendUTF8(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &out)
        case 0xDC00..<0xE000: throw Fault(.loneSurrogate, at)
        default: appendUTF8(first, to: &out)
        }
    }

    private mutating func fourDigits(_ at: Int) throws(Fault) -> UInt32 {
        guard position + 4 <= end else { throw Fault(.endOfInput, end) }
        var value: UInt32 = 0
        for offset in 0..<4 {
            guard let digit = hexDigit(base[position + offset]) else { throw Fault(.invalidEscape, at) }
            value = value << 4 | digit
        }
        position += 4
        return value
    }
}

private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
}

private func appendUTF8(_ code: UInt32, to out: inout [UInt8]) {
    switch code {
    case ..<0x80:
        out.append(UInt8(code))
    case ..<0x800:
        out.append(0xC0 | UInt8(code >> 6))
        out.append(0x80 | UInt8(code & 0x3F))
    case ..<0x10000:
        out.append(0xE0 | UInt8(code >> 12))
        out.append(0x80 | UInt8(code >> 6 & 0x3F))
        out.append(0x80 | UInt8(code & 0x3F))
    default:
        out.append(0xF0 | UInt8(code >> 18))
        out.append(0x80 | UInt8(code >> 12 & 0x3F))
        out.append(0x80 | UInt8(code >> 6 & 0x3F))
        out.append(0x80 | UInt8(code & 0x3F))
    }
}

/// The high bit of every byte that is zero. Bits above the first true one may be false hits, so only the lowest counts.
@inline(__always) func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}

/// The high bit of every byte below 0x20; as with `zeroBytes`, only the lowest counts.
@inline(__always) func bytesBelowSpace(_ word: UInt64) -> UInt64 {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
}
