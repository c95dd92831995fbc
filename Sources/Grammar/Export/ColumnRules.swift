import Catalog
import Syntax
import Tables
import Values

/// The columns of a table as rules: their names as Python writes them, by type.
struct ColumnRules {
    /// Beyond these a grammar would be slow to decode with.
    private static let mostColumns = 256
    private static let longestName = 256

    private var texts: [String: [String]] = [:]
    private(set) var omitted: [String] = []

    init(_ schema: Schema) {
        for (place, column) in schema.columns.enumerated() {
            let name = column.name.string
            guard place < ColumnRules.mostColumns, name.unicodeScalars.count <= ColumnRules.longestName else {
                omitted.append(name)
                continue
            }
            add(name, place, of: schema.columns.count, ColumnRules.kind(column))
        }
    }

    /// The rules that have something to choose from.
    var rules: [FormalGrammar.Rule] {
        texts.sorted { $0.key < $1.key }.map { FormalGrammar.Rule(name: $0.key, pattern: .choice($0.value.map(Pattern.text))) }
    }

    private static func kind(_ column: ColumnSchema) -> String {
        switch column.type {
        case .int64, .float64: "number"
        case .bool: "truth"
        case .object, .datetime, .timedelta, .category: "text"
        }
    }

    private mutating func add(_ name: String, _ place: Int, of width: Int, _ kind: String) {
        for quote in ["'", "\""] as [Unicode.Scalar] { texts["\(kind)_column", default: []].append(ColumnRules.literal(name, quote)) }
        guard kind != "truth" else { return }
        for position in [place, place - width] { texts["\(kind)_place", default: []].append(String(position)) }
        if ColumnRules.isAttribute(name) { texts["\(kind)_attribute", default: []].append(name) }
    }

    /// Whether `df.name` and `row.name` are the column: no operation has the name.
    private static func isAttribute(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard let first = bytes.first, Letters.isLetter(first), bytes.allSatisfy({ Letters.isLetter($0) || Letters.isDigit($0) || $0 == UInt8(ascii: "_") }) else { return false }
        guard Keyword(rawValue: name) == nil else { return false }
        return [Receiver.frame, .series].allSatisfy { $0.operation(named: name) == nil && !$0.hasOutside(name) }
    }

    /// The name as a Python string between such quotes.
    static func literal(_ name: String, _ quote: Unicode.Scalar) -> String {
        var out = String.UnicodeScalarView([quote])
        for scalar in name.unicodeScalars { out.append(contentsOf: escaped(scalar, quote).unicodeScalars) }
        out.append(quote)
        return String(out)
    }

    private static func escaped(_ scalar: Unicode.Scalar, _ quote: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": "\\\\"
        case quote: "\\" + String(Character(quote))
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: isShown(scalar) ? String(Character(scalar)) : coded(scalar)
        }
    }

    /// Whether the character may stand in a query as itself: not a control, a separator of lines, or a mark that turns the direction.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: scalar == "\u{200D}"
        default: true
        }
    }

    private static func coded(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x100 ? "\\x" + hex(scalar.value, 2) : scalar.value < 0x10000 ? "\\u" + hex(scalar.value, 4) : "\\U" + hex(scalar.value, 8)
    }
}

/// A number in hexadecimal, with leading zeros.
func hex(_ number: UInt32, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

enum Letters {
    static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
