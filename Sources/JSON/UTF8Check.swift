/// The offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and code points past U+10FFFF included), or nil.
func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    while at < bytes.count {
        if let next = skipASCII(bytes, at), next > at {
            at = next
            continue
        }
        guard let length = sequenceLength(bytes, at) else { return at }
        at += length
    }
    return nil
}

/// Eight ASCII bytes at a time; nil where the next eight are not all ASCII.
private func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var at = start
    while at + 8 <= bytes.count, UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { at += 8 }
    return at
}

/// The length of the well-formed sequence at a position (Unicode table 3-7), or nil.
private func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let lead = bytes[at]
    switch lead {
    case ..<0x80: return 1
    case 0xC2...0xDF: return continues(bytes, at, 2, 0x80...0xBF)
    case 0xE0: return continues(bytes, at, 3, 0xA0...0xBF)
    case 0xED: return continues(bytes, at, 3, 0x80...0x9F)
    case 0xE1...0xEF: return continues(bytes, at, 3, 0x80...0xBF)
    case 0xF0: return continues(bytes, at, 4, 0x90...0xBF)
    case 0xF1...0xF3: return continues(bytes, at, 4, 0x80...0xBF)
    case 0xF4: return continues(bytes, at, 4, 0x80...0x8F)
    default: return nil
    }
}

private func continues(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int, _ second: ClosedRange<UInt8>) -> Int? {
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return nil }
    for offset in 2..<max(length, 2) where bytes[at + offset] & 0xC0 != 0x80 { return nil }
    return length
}
