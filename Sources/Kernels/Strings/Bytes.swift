import Diagnostics
import Glibc
import Values

/// The bytes of a text: valid UTF-8, alive while the text is.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// Whether bytes and code points coincide.
    var isASCII: Bool {
        var all: UInt8 = 0
        for byte in self { all |= byte }
        return all < 128
    }

    /// The number of code points.
    var codePointCount: Int {
        var total = 0
        for byte in self where byte & 0xC0 != 0x80 { total += 1 }
        return total
    }

    /// The code point that starts at `position`, and the position after it. The bytes must be valid UTF-8.
    @inline(__always) func scalar(at position: Int) -> (scalar: Unicode.Scalar, next: Int) {
        let first = UInt32(self[position])
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), position + 1) }
        if first < 0xE0 { return (joined((first & 0x1F) << 6 | tail(position + 1)), position + 2) }
        if first < 0xF0 {
            return (joined((first & 0x0F) << 12 | tail(position + 1) << 6 | tail(position + 2)), position + 3)
        }
        let high = (first & 0x07) << 18 | tail(position + 1) << 12
        return (joined(high | tail(position + 2) << 6 | tail(position + 3)), position + 4)
    }

    /// The code point that ends before `position`, and where it starts.
    @inline(__always) func scalar(before position: Int) -> (scalar: Unicode.Scalar, start: Int) {
        var start = position - 1
        while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(at: start).scalar, start)
    }

    /// Bytes cut off at the end give the replacement character, never a read outside.
    @inline(__always) private func tail(_ position: Int) -> UInt32 { position < count ? UInt32(self[position] & 0x3F) : 0 }
    @inline(__always) private func joined(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "\u{FFFD}" }

    func hasPrefix(_ prefix: Bytes, at position: Int = 0) -> Bool {
        guard count - position >= prefix.count else { return false }
        guard prefix.count > 0, let base = baseAddress, let wanted = prefix.baseAddress else { return true }
        return memcmp(base + position, wanted, prefix.count) == 0
    }
}

extension Text {
    /// The text that `body` writes.
    public static func build(bytes: Int = 0, _ body: (inout TextBuilder) throws(Failure) -> Void) throws(Failure) -> Text {
        var builder = TextBuilder(rows: 0, bytes: bytes)
        try body(&builder)
        return builder.finishText()
    }

    /// The text that `body` writes, for bodies that cannot fail.
    public static func written(bytes: Int = 0, _ body: (inout TextBuilder) -> Void) -> Text {
        var builder = TextBuilder(rows: 0, bytes: bytes)
        body(&builder)
        return builder.finishText()
    }

    /// Whether every byte is below 128, known or looked up.
    var isPlain: Bool { isKnownASCII || withBytes { $0.isASCII } }

    /// Where the code point of this number starts, for numbers from 0 to `length`.
    func byteOffset(ofCodePoint number: Int) -> Int {
        if isKnownASCII { return number }
        return withBytes { bytes in
            var seen = 0
            for (at, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
                if seen == number { return at }
                seen += 1
            }
            return bytes.count
        }
    }

    /// The number of code points before a byte offset.
    func codePoint(atByte offset: Int) -> Int {
        isKnownASCII ? offset : slice(0, offset).length
    }
}
