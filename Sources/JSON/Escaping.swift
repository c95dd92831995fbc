/// Appends text with what JSON requires escaped (quote, backslash, control characters) and nothing else.
func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var runStart = 0
    var at = 0
    while true {
        at = nextSpecial(text, at)
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<at]))
        guard at < text.count else { return }
        appendEscape(text[at], to: &out)
        at += 1
        runStart = at
    }
}

/// The same, with every code point beyond ASCII as `\uXXXX`.
func appendASCIIEscaped(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    for unit in String(decoding: text, as: UTF8.self).utf16 {
        if unit < 0x80, !isSpecial(UInt8(unit)) {
            out.append(UInt8(unit))
        } else if unit < 0x80 {
            appendEscape(UInt8(unit), to: &out)
        } else {
            appendHex(unit, to: &out)
        }
    }
}

private func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// The first byte that needs an escape; eight bytes at a time.
private func nextSpecial(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard let base = text.baseAddress else { return text.count }
    var at = start
    while at + 8 <= text.count {
        let word = UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
        let hits = zeroBytes(word ^ 0x2222_2222_2222_2222) | zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C) | bytesBelowSpace(word)
        if hits != 0 { return at + hits.trailingZeroBitCount / 8 }
        at += 8
    }
    while at < text.count, !isSpecial(text[at]) { at += 1 }
    return at
}

private func appendEscape(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): appendPair(byte, to: &out)
    case 0x08: appendPair(UInt8(ascii: "b"), to: &out)
    case 0x09: appendPair(UInt8(ascii: "t"), to: &out)
    case 0x0A: appendPair(UInt8(ascii: "n"), to: &out)
    case 0x0C: appendPair(UInt8(ascii: "f"), to: &out)
    case 0x0D: appendPair(UInt8(ascii: "r"), to: &out)
    default: appendHex(UInt16(byte), to: &out)
    }
}

private func appendPair(_ letter: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\\"))
    out.append(letter)
}

private func appendHex(_ unit: UInt16, to out: inout [UInt8]) {
    appendPair(UInt8(ascii: "u"), to: &out)
    for shift in [12, 8, 4, 0] {
        let digit = UInt8(unit >> UInt16(shift) & 0xF)
        out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
}
