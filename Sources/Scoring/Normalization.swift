@_spi(_Unicode) import Swift

/// The official evaluator's `normalize`: what two answers may differ in and still be the same words.
enum Normalization {
    /// 1. compatibility decomposition without non-spacing marks; 2. straight quotes and hyphens; 3. until nothing changes: trailing
    /// citations and marks, trailing details in parentheses, one pair of outermost quotes; 4. one final stop; 5. blanks and case.
    static func normalized(_ text: String) -> String {
        var scalars = decomposed(text).map(straightened)
        while true {
            let before = scalars
            scalars = withoutCitations(stripped(scalars))
            scalars = withoutDetails(stripped(scalars))
            scalars = withoutQuotes(stripped(scalars))
            if scalars == before { break }
        }
        if scalars.last == "." { scalars.removeLast() }
        return collapsed(scalars)
    }

    // MARK: Characters

    private static func decomposed(_ text: String) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        for scalar in text._nfd {
            if scalar.isASCII {
                out.append(scalar)
            } else if let parts = compatible[scalar.value] {
                out += parts
            } else if scalar.properties.generalCategory != .nonspacingMark {
                out.append(scalar)
            }
        }
        return out
    }

    private static func straightened(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{B4}", "`": "'"
        case "\u{201C}", "\u{201D}": "\""
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
        default: scalar
        }
    }

    private static let compatible: [UInt32: [Unicode.Scalar]] = {
        var table: [UInt32: [Unicode.Scalar]] = [:]
        for entry in CompatibilityTable.text.split(whereSeparator: \.isWhitespace) {
            let sides = entry.split(separator: "=", omittingEmptySubsequences: false)
            let range = sides[0].split(separator: "+")
            guard sides.count == 2, let first = UInt32(range[0], radix: 16) else { continue }
            let targets = sides[1].split(separator: ".").compactMap { UInt32($0, radix: 16) }
            for step in 0...(range.count > 1 ? UInt32(range[1]) ?? 0 : 0) { table[first + step] = targets.compactMap { Unicode.Scalar($0 + step) } }
        }
        return table
    }()

    // MARK: Ends

    private static func stripped(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let start = text.firstIndex { !$0.properties.isWhitespace } ?? text.count
        let end = text.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
        return Array(text[start..<end])
    }

    /// `((?<!^)\[[^\]]*\]|\[\d+\]|[•♦†‡*#+])*$`
    private static func withoutCitations(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let marks: Set<Unicode.Scalar> = ["•", "♦", "†", "‡", "*", "#", "+"]
        var end = text.count
        while end > 0 {
            if marks.contains(text[end - 1]) {
                end -= 1
            } else if text[end - 1] == "]", let open = opening(text[..<(end - 1)]) {
                end = open
            } else {
                break
            }
        }
        return Array(text[..<end])
    }

    /// Where the citation that ends with a bracket begins: at the first bracket that no closed one follows; at the very start of the text only
    /// where it holds digits alone.
    private static func opening(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        let start = text.lastIndex(of: "]").map { $0 + 1 } ?? 0
        let opens = text[start...].indices.filter { text[$0] == "[" }
        return opens.first { open in
            let inside = text[(open + 1)...]
            return open > 0 || !inside.isEmpty && inside.allSatisfy { $0.properties.numericType == .decimal }
        }
    }

    /// `(?<!^)( \([^)]*\))*$`
    private static func withoutDetails(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var end = text.count
        while end > 0, text[end - 1] == ")" {
            let start = text[..<(end - 1)].lastIndex(of: ")").map { $0 + 1 } ?? 0
            guard let open = text[start..<(end - 1)].indices.first(where: { $0 > 1 && text[$0] == "(" && text[$0 - 1] == " " }), open - 1 >= start else { break }
            end = open - 1
        }
        return Array(text[..<end])
    }

    /// `^"([^"]*)"$`
    private static func withoutQuotes(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.count >= 2, text.first == "\"", text.last == "\"", !text.dropFirst().dropLast().contains("\"") else { return text }
        return Array(text.dropFirst().dropLast())
    }

    private static func collapsed(_ text: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text {
            if !scalar.properties.isWhitespace { view.append(scalar) } else if view.last != " " { view.append(" ") }
        }
        return String(String.UnicodeScalarView(stripped(Array(String(view).lowercased().unicodeScalars))))
    }
}
