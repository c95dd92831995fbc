import Values

/// What `pd.to_numeric` makes of one `str` (`lib.maybe_convert_numeric`, pandas 2.2.3).
public enum NumericCell: Hashable, Sendable {
    /// The empty string: NaN, whatever `errors` says.
    case missing
    /// An integer, and the double that stands for it where the rest of the column makes a float64 of it.
    case int(Int, float: Double)
    /// Beyond int64 but within uint64: pandas answers with a uint64 column, which we have not.
    case unsigned(UInt64, float: Double)
    /// An integer beyond 64 bits: `ValueError: Integer out of range.`; the double under `errors="coerce"`.
    case outOfRange(float: Double)
    case float(Double)
    /// `ValueError: Unable to parse string …`; NaN under `errors="coerce"`.
    case notNumeric
}

/// Reads a text as `pd.to_numeric` reads it: `" 1.5 "`, `"+5"`, `"1e5"`, `"inf"`, but not `"nan"`, `" inf"`, `"1,000"`.
public func numericCell(_ text: Text) -> NumericCell { text.withBytes { numericCell($0) } }

public func numericCell(_ bytes: UnsafeBufferPointer<UInt8>) -> NumericCell {
    if bytes.isEmpty { return .missing }
    // pandas reads a C string, which ends at the first NUL; an integer then fails in Python's `int`.
    let end = bytes.firstIndex(of: 0) ?? bytes.count
    let visible = UnsafeBufferPointer(rebasing: bytes[..<end])
    switch scanFloat(visible) {
    case .notNumber: return infinityWord(visible).map(NumericCell.float) ?? .notNumeric
    case .value(let float, isInteger: false): return .float(float)
    case .value(let float, isInteger: true):
        return end == bytes.count ? integerCell(visible, float: float) : .notNumeric
    }
}

private func integerCell(_ bytes: UnsafeBufferPointer<UInt8>, float: Double) -> NumericCell {
    if case .value(let int) = parseInteger(bytes) { return .int(int, float: float) }
    if case .value(let unsigned) = parseUnsigned(bytes) { return .unsigned(unsigned, float: float) }
    return .outOfRange(float: float)
}
