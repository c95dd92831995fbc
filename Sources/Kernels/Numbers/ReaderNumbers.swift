/// What pandas' `read_csv` makes of a cell when it tries a column as int64 (`str_to_int64`, pandas 2.2.3).
public enum IntegerReading: Hashable, Sendable {
    case value(Int)
    /// Not an integer: the column is tried as float64 next.
    case notInteger
    /// The digits outgrew 64 bits before anything else was found wrong; `99999999999999999999.5` is one of these.
    case overflow
}

/// Reads a cell as pandas' `read_csv` reads an int64: blanks around it, one sign, digits.
@inline(__always) @inlinable public func parseInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> IntegerReading {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return .notInteger }
    // Nearly all integers of tables are a few bare digits.
    if bytes.count <= 18, let small = smallInteger(base, bytes.count) { return .value(small) }
    return parseAnyInteger(bytes)
}

/// Digits with nothing around them, few enough not to overflow.
@inline(__always) @usableFromInline func smallInteger(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var number = 0
    for at in 0..<count {
        let digit = base[at] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        number = number &* 10 &+ Int(digit)
    }
    return number
}

@usableFromInline func parseAnyInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> IntegerReading {
    var cursor = ByteCursor(bytes)
    cursor.skipBlanks()
    let negative = cursor.skipSign()
    guard cursor.digit != nil else { return .notInteger }
    let limit: UInt64 = negative ? 1 << 63 : 1 << 63 - 1
    guard let magnitude = cursor.unsigned(atMost: limit) else { return .overflow }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { return .notInteger }
    return .value(negative ? Int(truncatingIfNeeded: 0 &- magnitude) : Int(truncatingIfNeeded: magnitude))
}

/// What pandas makes of a cell when a column had an integer beyond int64 and is tried as uint64 (`str_to_uint64`).
public enum UnsignedReading: Hashable, Sendable {
    case value(UInt64)
    /// Begins with a minus; pandas looks no further.
    case negative
    case notInteger
    case overflow
}

/// Reads a cell as pandas' `read_csv` reads a uint64.
public func parseUnsigned(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsignedReading {
    var cursor = ByteCursor(bytes)
    cursor.skipBlanks()
    if cursor.byte == UInt8(ascii: "-") { return .negative }
    if cursor.byte == UInt8(ascii: "+") { cursor.advance() }
    guard cursor.digit != nil else { return .notInteger }
    guard let magnitude = cursor.unsigned(atMost: .max) else { return .overflow }
    cursor.skipBlanks()
    return cursor.isAtEnd ? .value(magnitude) : .notInteger
}

/// Reads a cell as pandas' `read_csv` reads a bool: `true` and `false` in any case, nothing around them.
public func parseTruth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    if isWord(bytes, "true") { return true }
    if isWord(bytes, "false") { return false }
    return nil
}

/// Whether the bytes are this lower-case ASCII word, in any case.
func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in bytes.indices.allSatisfy { lowercased(bytes[$0]) == word[$0] } }
}

func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
