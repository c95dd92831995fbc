/// A place in a cell's bytes, for the number readers.
struct ByteCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    @inline(__always) init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The byte here; 0 at the end, as a C string has it.
    @inline(__always) var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

    @inline(__always) var isAtEnd: Bool { position >= bytes.count }

    /// The digit here, or nil.
    @inline(__always) var digit: UInt8? {
        let value = byte &- UInt8(ascii: "0")
        return value < 10 ? value : nil
    }

    @inline(__always) mutating func advance() { position += 1 }

    mutating func moveBack() { position -= 1 }

    /// C's `isspace` on ASCII: blank, tab, LF, VT, FF, CR.
    @inline(__always) mutating func skipBlanks() {
        while byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
    }

    /// Takes one sign; true after a minus.
    @inline(__always) mutating func skipSign() -> Bool {
        let negative = byte == UInt8(ascii: "-")
        if negative || byte == UInt8(ascii: "+") { position += 1 }
        return negative
    }

    /// Digits up to the first other byte; nil as soon as they outgrow the limit.
    mutating func unsigned(atMost limit: UInt64) -> UInt64? {
        let (most, lastDigit) = limit.quotientAndRemainder(dividingBy: 10)
        var number: UInt64 = 0
        while let digit {
            guard number < most || number == most && UInt64(digit) <= lastDigit else { return nil }
            number = number * 10 + UInt64(digit)
            position += 1
        }
        return number
    }
}
