/// What stands on both sides of a string.
enum Delimiter: String, CaseIterable {
    case single = "'", double = "\"", longSingle = "'''", longDouble = "\"\"\""

    var isLong: Bool { self == .longSingle || self == .longDouble }

    /// Whether text inside the delimiters leaves them whole.
    func holds(_ text: String) -> Bool {
        if !isLong, text.utf8.contains(where: { $0 == 10 || $0 == 13 }) { return false }
        let bytes = Array(text.utf8), mark = Array(rawValue.utf8)
        guard bytes.count >= mark.count else { return true }
        return !(0...bytes.count - mark.count).contains { bytes[$0..<$0 + mark.count].elementsEqual(mark) }
    }
}

extension Printer {
    func literal(_ literal: Literal) -> String {
        switch literal {
        case .none: "None"
        case .ellipsis: "..."
        case .bool(let value): value ? "True" : "False"
        case .int(let value): String(value)
        case .bigInt(let digits): digits
        case .float(let value): value.isInfinite ? "1e999" : value.description
        case .string(let text): string(text)
        }
    }

    /// As Python's `repr` spells it; inside an f-string without backslashes.
    private func string(_ text: String) -> String {
        guard surround.isEmpty else { return plain(text) }
        let quote: Delimiter = text.utf8.contains(39) && !text.utf8.contains(34) ? .double : .single
        return quote.rawValue + escaped(text, quote) + quote.rawValue
    }

    private func escaped(_ text: String, _ delimiter: Delimiter) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "'" where delimiter != .double && delimiter != .longDouble: out += "\\'"
            case "\"" where delimiter != .single && delimiter != .longSingle: out += "\\\""
            default: isPrintable(scalar) ? out.unicodeScalars.append(scalar) : (out += escape(scalar))
            }
        }
        return out
    }

    /// `str.isprintable` for one character.
    private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }

    private func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\\(letter)\(String(repeating: "0", count: max(0, width - digits.utf8.count)))\(digits)"
    }

    // MARK: Inside an f-string

    /// Stands where the delimiters around leave no way to write a string: the f-string around it then tries others.
    /// A tree that the parser made always has a spelling.
    static let noSpelling = "\0"

    /// Literals without backslashes, side by side where one delimiter cannot hold the text.
    private func plain(_ text: String) -> String {
        if let whole = oneLiteral(text) { return whole }
        var parts: [String] = []
        var run = ""
        for character in text.unicodeScalars {
            if !run.isEmpty, oneLiteral(run + String(character)) == nil {
                parts.append(oneLiteral(run) ?? Printer.noSpelling)
                run = ""
            }
            run.unicodeScalars.append(character)
        }
        parts.append(oneLiteral(run) ?? Printer.noSpelling)
        return parts.joined(separator: " ")
    }

    private func oneLiteral(_ text: String) -> String? {
        guard !text.utf8.contains(92) else { return nil }
        return available.lazy.compactMap { delimiter -> String? in
            let spelled = delimiter.rawValue + text + delimiter.rawValue
            let isWhole = delimiter.holds(text) && (!delimiter.isLong || text.last.map { !delimiter.rawValue.contains($0) } ?? true)
            return isWhole && surround.allSatisfy { $0.holds(spelled) } ? spelled : nil
        }.first
    }

    private var available: [Delimiter] { Delimiter.allCases.filter { mine in surround.allSatisfy { $0.holds(mine.rawValue) } } }

    // MARK: f-strings

    /// The longest runs of pieces that one delimiter can hold, side by side.
    func formatted(_ pieces: [FormatPiece]) -> String {
        if let whole = oneFormatted(pieces[...]) { return whole }
        var parts: [String] = []
        var start = 0
        while start < pieces.count {
            var end = start + 1
            var best = oneFormatted(pieces[start..<end]) ?? Printer.noSpelling
            while end < pieces.count, let longer = oneFormatted(pieces[start...end]) {
                best = longer
                end += 1
            }
            parts.append(best)
            start = end
        }
        return parts.joined(separator: " ")
    }

    private func oneFormatted(_ pieces: ArraySlice<FormatPiece>) -> String? {
        available.lazy.map { ($0, spelled(pieces, $0)) }.first { isWhole($0.1, $0.0) }?.1
    }

    private func spelled(_ pieces: ArraySlice<FormatPiece>, _ delimiter: Delimiter) -> String {
        var inside = self
        inside.surround.append(delimiter)
        let body = pieces.map { piece(inside, $0, delimiter, inSpec: false) }.joined()
        return "f\(delimiter.rawValue)\(body)\(delimiter.rawValue)"
    }

    private func isWhole(_ spelled: String, _ delimiter: Delimiter) -> Bool {
        let bytes = Array(spelled.utf8)
        let (tokens, diagnostics) = Lexer.tokenize(bytes)
        guard !spelled.contains(Printer.noSpelling) else { return false }
        let isOneToken = diagnostics.isEmpty && tokens.first?.kind == .string && tokens.first?.span.end == bytes.count
        return isOneToken && surround.allSatisfy { $0.holds(spelled) } && (surround.isEmpty || !bytes.contains(92))
    }

    private func piece(_ inside: Printer, _ piece: FormatPiece, _ delimiter: Delimiter, inSpec: Bool) -> String {
        switch piece {
        case .text(let text): formatText(text, delimiter, inSpec: inSpec)
        case .value(let value, let conversion, let spec, let debug):
            "{\(debug ?? inside.replaced(value))\(conversion.map { "!\($0.rawValue)" } ?? "")"
                + (spec.isEmpty ? "" : ":" + spec.map { self.piece(inside, $0, delimiter, inSpec: true) }.joined()) + "}"
        }
    }

    /// Text outside the braces; in a specification a brace cannot be doubled, only escaped.
    private func formatText(_ text: String, _ delimiter: Delimiter, inSpec: Bool) -> String {
        let spelled = surround.isEmpty ? escaped(text, delimiter) : text
        return spelled.unicodeScalars.reduce(into: "") { out, scalar in
            switch scalar {
            case "{": out += inSpec ? "\\x7b" : "{{"
            case "}": out += inSpec ? "\\x7d" : "}}"
            default: out.unicodeScalars.append(scalar)
            }
        }
    }

    /// The expression between the braces: its colons and leading braces must not be taken for the format's own.
    private func replaced(_ value: Expression) -> String {
        let spelled = endsInLambda(value) ? "(\(text(value, .named)))" : text(value, .conditional)
        return spelled.utf8.first == UInt8(ascii: "{") ? " \(spelled)" : spelled
    }

    private func endsInLambda(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .lambda: true
        case .conditional(_, _, let otherwise): endsInLambda(otherwise)
        default: false
        }
    }
}
