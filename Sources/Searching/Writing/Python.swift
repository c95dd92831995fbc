import Linking

/// Pieces of query text.
enum Python {
    /// A text literal.
    static func text(_ string: String) -> String {
        var out = "'"
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "'": out += "\\'"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case " "..."~": out.unicodeScalars.append(scalar)
            default: out += escaped(scalar)
            }
        }
        return out + "'"
    }

    /// What cannot be seen is written by its number.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        guard scalar.value < 32 || scalar.value == 127 || scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control else {
            return String(scalar)
        }
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value < 256 ? 2 : scalar.value < 65_536 ? 4 : 8
        let mark = width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U"
        return mark + String(repeating: "0", count: width - digits.count) + digits
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
}

/// A piece of a query that may have to stand in parentheses.
struct Piece {
    let text: String
    /// Whether a method can be called on it, or `&` stand beside it, as it is.
    let isClosed: Bool

    static func open(_ text: String) -> Piece { Piece(text: text, isClosed: false) }
    static func closed(_ text: String) -> Piece { Piece(text: text, isClosed: true) }

    /// With parentheses where it needs them.
    var inside: String { isClosed ? text : "(\(text))" }

    /// Joined by an operator that binds more tightly than comparisons.
    static func joined(_ pieces: [Piece], by sign: String) -> Piece? {
        guard let first = pieces.first else { return nil }
        return pieces.count == 1 ? first : .open(pieces.map(\.inside).joined(separator: " \(sign) "))
    }
}
