/// The blanks around a text, as Python's `str.strip` knows them.
enum Blanks {
    /// The range of a text without the blanks on both sides.
    ///
    /// Whoever runs a model's query strips it first, so an indented first line is no indentation error.
    static func stripped(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, let width = width(bytes, start, end) { start += width }
        while start < end, let width = widthBackwards(bytes, start, end) { end -= width }
        return start..<end
    }

    /// How many bytes the blank at a place takes; nil where there is none.
    static func width(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
        let byte = bytes[at]
        if byte < 128 { return isBlank(UInt32(byte)) ? 1 : nil }
        let width = byte & 0xE0 == 0xC0 ? 2 : byte & 0xF0 == 0xE0 ? 3 : 0
        guard width > 0, at + width <= end, isBlank(scalar(bytes, at, width)) else { return nil }
        return width
    }

    private static func widthBackwards(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        for width in 1...3 where end - width >= start {
            if self.width(bytes, end - width, end) == width { return width }
        }
        return nil
    }

    private static func scalar(_ bytes: [UInt8], _ at: Int, _ width: Int) -> UInt32 {
        let first = UInt32(bytes[at]) & (width == 2 ? 0x1F : 0x0F)
        return bytes[at + 1..<at + width].reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
    }

    private static func isBlank(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 9...13, 28...32, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
