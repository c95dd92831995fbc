/// One word or number of a text.
public struct Word: Sendable {
    /// Where it stands in the text, in bytes.
    public let bytes: Range<Int>
    /// In small letters.
    public let surface: String
    /// What it is compared by: a number's shortest form, else the stem.
    public let form: String
    /// What its digits say; nil where it does not begin with one.
    public let number: Double?

    init(_ surface: String, bytes: Range<Int>) {
        self.bytes = bytes
        self.surface = surface
        number = Word.number(surface)
        form = number.map(Word.form) ?? Stem.of(surface)
    }

    /// Whether it names a month.
    public var isMonth: Bool { WordLists.months[surface] != nil }

    /// Up to 15 digits, with commas between groups of three.
    private static func number(_ surface: String) -> Double? {
        guard let first = surface.utf8.first, isDigit(first) else { return nil }
        let digits = surface.utf8.contains(UInt8(ascii: ",")) ? surface.filter { $0 != "," } : surface
        guard digits.utf8.count <= 15, digits.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) else { return nil }
        return Double(digits)
    }

    /// The form of a word's bytes.
    static func form(_ bytes: UnsafeBufferPointer<UInt8>) -> String { Word(lowered(bytes, 0..<bytes.count), bytes: 0..<bytes.count).form }

    /// `1,200`, `1200` and `1200.0` are one number.
    static func form(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
@inline(__always) private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

extension Word {
    /// The words of a text, in order: runs of letters and digits, and numbers with their commas and their point.
    ///
    ///     Word.read("Total: 1,234.5 (2nd)").map(\.form)     // ["total", "1234.5", "2nd"]
    ///
    /// - Parameter limit: no more words than these.
    public static func read(_ text: String, limit: Int = .max) -> [Word] {
        var text = text
        return text.withUTF8 { read($0, limit: limit) }
    }

    public static func read(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = .max) -> [Word] {
        var words: [Word] = []
        var at = 0
        while words.count < limit, let range = nextRange(in: bytes, from: at) {
            words.append(Word(lowered(bytes, range), bytes: range))
            at = range.upperBound
        }
        return words
    }

    /// The next word's place; nil where none follows.
    static func nextRange(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var at = start
        while at < bytes.count {
            let length = letterLength(bytes, at)
            if length > 0 { return at..<end(of: bytes, at) }
            at += skipLength(bytes, at)
        }
        return nil
    }

    private static func end(of bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        if isDigit(bytes[start]), let end = numberEnd(bytes, start) { return end }
        var at = start
        while at < bytes.count {
            let length = letterLength(bytes, at)
            guard length > 0 else { break }
            at += length
        }
        return at
    }

    /// The end of `1,234`, `1,234.5` or `12.5`; nil where the digits have neither commas nor a point among them.
    private static func numberEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let whole = digitsEnd(bytes, start)
        var end = whole
        while end < bytes.count, bytes[end] == UInt8(ascii: ","), digitsEnd(bytes, end + 1) == end + 4 { end += 4 }
        let fraction = end < bytes.count && bytes[end] == UInt8(ascii: ".") ? digitsEnd(bytes, end + 1) : end + 1
        if fraction > end + 1 { return fraction }
        return end > whole ? end : nil
    }

    private static func digitsEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < bytes.count, isDigit(bytes[at]) { at += 1 }
        return at
    }

    /// The bytes of the letter or digit at a place; 0 where there is none.
    @inline(__always) private static func letterLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let byte = bytes[at]
        if byte < 128 { return isASCIILetter(byte) || isDigit(byte) ? 1 : 0 }
        guard let (scalar, length) = scalar(bytes, at) else { return 0 }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? length : 0
    }

    private static func skipLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int { bytes[at] < 128 ? 1 : scalar(bytes, at)?.length ?? 1 }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        let length = bytes[at] >= 0xF0 ? 4 : bytes[at] >= 0xE0 ? 3 : 2
        guard at + length <= bytes.count else { return nil }
        let mask: UInt32 = length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F
        let code = (1..<length).reduce(UInt32(bytes[at]) & mask) { $0 << 6 | UInt32(bytes[at + $1] & 0x3F) }
        return Unicode.Scalar(code).map { ($0, length) }
    }

    private static func lowered(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        guard part.allSatisfy({ $0 < 128 }) else { return String(decoding: part, as: UTF8.self).lowercased() }
        return String(unsafeUninitializedCapacity: part.count) { out in
            for at in part.indices { out[at] = part[at] &- 65 < 26 ? part[at] | 32 : part[at] }
            return part.count
        }
    }
}
