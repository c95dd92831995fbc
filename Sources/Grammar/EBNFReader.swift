/// Reads the W3C notation of EBNF.
struct EBNFReader {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var depth = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func rules() throws(GrammarError) -> [FormalGrammar.Rule] {
        var rules: [FormalGrammar.Rule] = []
        try skipBlanks()
        while at < scalars.count {
            let name = try name()
            guard accept("::=") else { throw error("expected '::=' after '\(name)'") }
            try skipBlanks()
            rules.append(FormalGrammar.Rule(name: name, pattern: try choice()))
        }
        return rules
    }

    // MARK: Patterns

    private mutating func choice() throws(GrammarError) -> Pattern {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100 else { throw error("nested too deeply") }
        var options = [try sequence()]
        while accept("|") {
            try skipBlanks()
            options.append(try sequence())
        }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() throws(GrammarError) -> Pattern {
        var parts: [Pattern] = []
        while let part = try repeated() { parts.append(part) }
        guard !parts.isEmpty else { throw error("expected a pattern") }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repeated() throws(GrammarError) -> Pattern? {
        guard var part = try primary() else { return nil }
        while let sign = current, "?*+".unicodeScalars.contains(sign) {
            at += 1
            part = sign == "?" ? .optional(part) : sign == "*" ? .any(part) : .some(part)
        }
        try skipBlanks()
        return part
    }

    private mutating func primary() throws(GrammarError) -> Pattern? {
        switch current {
        case "'", "\"": return .text(try quoted())
        case "[": return .oneOf(try characterClass())
        case "#": return .text(String(Character(try code())))
        case "(":
            at += 1
            try skipBlanks()
            let inner = try choice()
            guard accept(")") else { throw error("expected ')'") }
            return inner
        default:
            guard isNameStart, !isRuleStart else { return nil }
            return .rule(try word())
        }
    }

    private mutating func quoted() throws(GrammarError) -> String {
        let quote = current
        at += 1
        let start = at
        while let next = current, next != quote { at += next == "\n" ? scalars.count : 1 }
        guard at < scalars.count, at > start else { throw error("a text is empty or not closed") }
        at += 1
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<at - 1])
        return String(text)
    }

    // MARK: Characters

    private mutating func characterClass() throws(GrammarError) -> CharacterClass {
        at += 1
        let isNegated = accept("^")
        var ranges: [ClosedRange<UInt32>] = []
        while let next = current, next != "]" {
            let lower = try character().value
            let isRange = current == "-" && at + 1 < scalars.count && scalars[at + 1] != "]"
            if isRange { at += 1 }
            let upper = isRange ? try character().value : lower
            guard lower <= upper else { throw error("a range runs backwards") }
            ranges.append(lower...upper)
        }
        guard accept("]") else { throw error("expected ']'") }
        return CharacterClass(ranges: ranges, isNegated: isNegated)
    }

    private mutating func character() throws(GrammarError) -> Unicode.Scalar {
        guard let next = current else { throw error("the text ends in a class") }
        if next == "#", at + 1 < scalars.count, scalars[at + 1] == "x" { return try code() }
        at += 1
        return next
    }

    /// `#x41`
    private mutating func code() throws(GrammarError) -> Unicode.Scalar {
        guard accept("#x") else { throw error("expected '#x' and a code") }
        var digits = ""
        while let next = current, next.properties.isASCIIHexDigit, digits.utf8.count < 6 {
            digits.unicodeScalars.append(next)
            at += 1
        }
        guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { throw error("expected the code of a character") }
        return scalar
    }

    // MARK: Words and blanks

    private var current: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private var isNameStart: Bool { current.map { $0.properties.isAlphabetic && $0.isASCII } ?? false }

    /// Whether a name and `::=` come next: the rule before ends here.
    private var isRuleStart: Bool {
        var ahead = self
        guard (try? ahead.name()) != nil else { return false }
        return ahead.accept("::=")
    }

    private mutating func name() throws(GrammarError) -> String {
        let name = try word()
        try skipBlanks()
        return name
    }

    private mutating func word() throws(GrammarError) -> String {
        guard isNameStart else { throw error("expected a name") }
        let start = at
        while let next = current, next.isASCII, next.properties.isAlphabetic || next.properties.numericType != nil || next == "_" { at += 1 }
        return String(String.UnicodeScalarView(scalars[start..<at]))
    }

    private mutating func accept(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[at...].starts(with: wanted) else { return false }
        at += wanted.count
        return true
    }

    private mutating func skipBlanks() throws(GrammarError) {
        while at < scalars.count {
            if scalars[at].properties.isWhitespace {
                at += 1
            } else if accept("/*") {
                while at < scalars.count, !accept("*/") { at += 1 }
            } else {
                return
            }
        }
    }

    private func error(_ message: String) -> GrammarError {
        GrammarError("line \(scalars[..<min(at, scalars.count)].count { $0 == "\n" } + 1): \(message)")
    }
}
