import Values

/// A piece of a table as a message shows it: in single quotes, escaped, and cut, because tables are strangers' text.
package func quoted(_ text: Text, limit: Int = 40) -> String {
    var out = "'"
    var length = 0
    for scalar in text.withBytes({ String(decoding: $0.prefix(limit * 4), as: UTF8.self) }).unicodeScalars {
        guard length < limit else { break }
        length += 1
        out += escaped(scalar)
    }
    return length < text.length ? out + "…'" : out + "'"
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "'", "\\": return "\\\(scalar)"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
        return "\\u{\(String(scalar.value, radix: 16))}"
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
        .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
        .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol, .spaceSeparator:
        return String(scalar)
    @unknown default:
        return "\\u{\(String(scalar.value, radix: 16))}"
    }
}
