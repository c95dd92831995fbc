import Kernels
import Values

/// How the official rule brings a string into a form in which strings are compared.
enum Normalization {
    static func normalized(_ text: String) -> String {
        var text = plain(Decomposition.withoutMarks(text))
        while true {
            let before = text
            text = withoutCitations(stripped(text))
            text = withoutDetails(stripped(text))
            text = withoutQuotes(stripped(text))
            if text == before { break }
        }
        if text.utf8.last == UInt8(ascii: ".") { text.unicodeScalars.removeLast() }
        return collapsed(text)
    }

    private static func stripped(_ text: String) -> String { Text(text).strip().string }

    /// Typographic quotes and dashes as ASCII has them.
    private static func plain(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { out.append(plain(scalar)) }
        return String(out)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{B4}", "`": "'"
        case "\u{201C}", "\u{201D}": "\""
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
        default: scalar
        }
    }

    // MARK: What trails

    private static let marks: Set<Unicode.Scalar> = ["•", "♦", "†", "‡", "*", "#", "+"]

    /// Without `[…]` not at the very start, `[digits]`, and marks, any number of them at the end.
    private static func withoutCitations(_ text: String) -> String {
        cut(text) { scalars, at in
            if marks.contains(scalars[at]) { return at + 1 }
            guard scalars[at] == "[", let end = scalars[at...].firstIndex(of: "]") else { return nil }
            let isNumber = end > at + 1 && scalars[(at + 1)..<end].allSatisfy { $0.properties.generalCategory == .decimalNumber }
            return at > 0 || isNumber ? end + 1 : nil
        }
    }

    /// Without `(…)` after a blank, any number of them at the end.
    private static func withoutDetails(_ text: String) -> String {
        cut(text) { scalars, at in
            guard at > 0, scalars[at] == " ", at + 1 < scalars.count, scalars[at + 1] == "(" else { return nil }
            return scalars[(at + 2)...].firstIndex(of: ")").map { $0 + 1 }
        }
    }

    /// Cuts the text off where the longest tail begins that is made of items alone.
    ///
    /// - Parameter itemEnd: where the item that begins at a place ends; nil where none begins.
    private static func cut(_ text: String, _ itemEnd: ([Unicode.Scalar], Int) -> Int?) -> String {
        guard let last = text.unicodeScalars.last, last == "]" || last == ")" || marks.contains(last) else { return text }
        let scalars = Array(text.unicodeScalars)
        var isTail = Array(repeating: false, count: scalars.count + 1)
        isTail[scalars.count] = true
        var start = scalars.count
        for at in scalars.indices.reversed() {
            guard let end = itemEnd(scalars, at), isTail[end] else { continue }
            isTail[at] = true
            start = at
        }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: scalars[..<start])
        return String(kept)
    }

    /// Without the pair of double quotes around it all, where there is none inside.
    private static func withoutQuotes(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else { return text }
        let inside = bytes.dropFirst().dropLast()
        return inside.contains(UInt8(ascii: "\"")) ? text : String(Substring(inside))
    }

    /// One blank between words, in lower case.
    private static func collapsed(_ text: String) -> String {
        guard let words = try? Text(text).split() else { return text }
        return Text(words.map(\.string).joined(separator: " ")).lower().strip().string
    }
}
