/// Writes rules in one of the notations.
struct GrammarWriter {
    private let format: ExportedGrammar.Format

    init(_ format: ExportedGrammar.Format) { self.format = format }

    func text(_ rules: [FormalGrammar.Rule]) -> String {
        let head = format == .lark ? "start: root\n" : ""
        return head + rules.map { "\(name($0.name))\(format == .lark ? ":" : " ::=") \(written($0.pattern, inside: false))\n" }.joined()
    }

    /// GBNF has no underscore in names.
    private func name(_ name: String) -> String { format == .gbnf ? String(name.map { $0 == "_" ? "-" : $0 }) : name }

    /// - Parameter inside: whether a choice or a sequence needs parentheses here.
    private func written(_ pattern: Pattern, inside: Bool) -> String {
        switch pattern {
        case .text(let text): return literal(text, inside)
        case .rule(let rule): return name(rule)
        case .oneOf(let characters): return characterClass(characters)
        case .sequence(let parts): return bracketed(parts.map { written($0, inside: true) }.joined(separator: " "), inside)
        case .choice(let options): return bracketed(options.map { written($0, inside: $0.isChoice) }.joined(separator: " | "), inside)
        case .optional(let part): return written(part, inside: true) + "?"
        case .any(let part): return written(part, inside: true) + "*"
        case .some(let part): return written(part, inside: true) + "+"
        }
    }

    private func bracketed(_ text: String, _ inside: Bool) -> String { inside ? "(\(text))" : text }

    // MARK: Texts

    private func literal(_ text: String, _ inside: Bool) -> String {
        switch format {
        case .gbnf: quoted(text)
        case .lark: lexemes(text, inside)
        case .ebnf: EBNFText(text).written(inside: inside)
        }
    }

    private func quoted(_ text: String) -> String { "\"" + text.unicodeScalars.map { escaped($0, in: "\"") }.joined() + "\"" }

    /// Character by character: llguidance's lexer takes the longest lexeme and never goes back, so of "not" and a letter it could not read "nor".
    private func lexemes(_ text: String, _ inside: Bool) -> String {
        let characters = text.unicodeScalars.map { quoted(String($0)) }
        return characters.count == 1 ? characters[0] : bracketed(characters.joined(separator: " "), inside)
    }

    /// GBNF and Lark have these escapes in common but for `\x`, of which Lark's is Python's.
    private func escaped(_ scalar: Unicode.Scalar, in special: String) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case "\\": return "\\\\"
        default: break
        }
        if special.unicodeScalars.contains(scalar) { return format == .gbnf && special != "\"" ? "\\x" + hex(scalar.value, 2) : "\\" + String(Character(scalar)) }
        if scalar.value < 0x20 || scalar.value == 0x7F { return "\\x" + hex(scalar.value, 2) }
        return String(Character(scalar))
    }

    // MARK: Classes

    private func characterClass(_ characters: CharacterClass) -> String {
        let inside = characters.ranges.map { $0.lowerBound == $0.upperBound ? bound($0.lowerBound) : bound($0.lowerBound) + "-" + bound($0.upperBound) }.joined()
        let sign = characters.isNegated ? "^" : ""
        return format == .lark ? "/[\(sign)\(inside)]/" : "[\(sign)\(inside)]"
    }

    private func bound(_ value: UInt32) -> String {
        guard let scalar = Unicode.Scalar(value) else { return "" }
        switch format {
        case .ebnf: return EBNFText.isPlain(scalar) ? String(Character(scalar)) : "#x" + hex(value, 1).uppercased()
        case .gbnf, .lark: return value > 0x7E ? coded(value) : escaped(scalar, in: format == .lark ? "[]^-/\"" : "[]^-\"")
        }
    }

    private func coded(_ value: UInt32) -> String { value < 0x100 ? "\\x" + hex(value, 2) : value < 0x10000 ? "\\u" + hex(value, 4) : "\\U" + hex(value, 8) }
}

/// A text in the W3C's notation, which has no escapes: pieces in quotes, and codes.
private struct EBNFText {
    private var pieces: [String] = []
    private var open = ""

    init(_ text: String) {
        for scalar in text.unicodeScalars { add(scalar) }
        close()
    }

    static func isPlain(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x20 && scalar.value != 0x7F && !"#[]^-\\'\"".unicodeScalars.contains(scalar) }

    func written(inside: Bool) -> String { pieces.count == 1 || !inside ? pieces.joined(separator: " ") : "(\(pieces.joined(separator: " ")))" }

    private mutating func add(_ scalar: Unicode.Scalar) {
        guard scalar.value >= 0x20, scalar.value != 0x7F else {
            close()
            pieces.append("#x" + hex(scalar.value, 1).uppercased())
            return
        }
        if scalar == "'" && open.contains("\"") || scalar == "\"" && open.contains("'") { close() }
        open.unicodeScalars.append(scalar)
    }

    private mutating func close() {
        guard !open.isEmpty else { return }
        pieces.append(open.contains("'") ? "\"\(open)\"" : "'\(open)'")
        open = ""
    }
}

extension Pattern {
    fileprivate var isChoice: Bool { if case .choice = self { true } else { false } }
}
