/// Whether pandas' `read_csv` takes a cell for NaN by default (`pandas._libs.parsers.STR_NA_VALUES`, 2.2.3).
///
/// The words are compared as they stand: ` NA` and `N/a` are text.
@inline(__always) func isMissingWord(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if count == 0 { return true }
    guard count <= 8, startsMissingWord(base[0]) else { return false }
    return missingWord(base, count)
}

@inline(__always) private func startsMissingWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "1"), UInt8(ascii: "<"), UInt8(ascii: "N"), UInt8(ascii: "n"): true
    default: false
    }
}

/// Up to eight bytes make one number, so that a word is one comparison.
private func missingWord(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var key: UInt64 = 0
    for at in 0..<count { key = key << 8 | UInt64(base[at]) }
    return missingKeys.contains(key)
}

private let missingKeys: [UInt64] = [
    "-1.#IND", "1.#QNAN", "1.#IND", "-1.#QNAN", "#N/A N/A", "#N/A", "N/A", "n/a", "NA", "<NA>", "#NA", "NULL", "null", "NaN", "-NaN",
    "nan", "-nan", "None",
].map { (word: StaticString) in word.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } } }
