import Grammar

/// Reads llama.cpp's notation as its own parser does, without what exported grammars have no need of: so that what was written can be asked
/// what it means.
struct GBNFReader {
    private let scalars: [Unicode.Scalar]
    private var at = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    static func grammar(_ text: String) throws -> FormalGrammar {
        var reader = GBNFReader(text)
        return try FormalGrammar(rules: reader.rules())
    }

    private mutating func rules() throws -> [FormalGrammar.Rule] {
        var rules: [FormalGrammar.Rule] = []
        while at < scalars.count {
            let name = word()
            skipBlanks()
            guard !name.isEmpty, accept("::=") else { throw GrammarError("expected '::=' after '\(name)'") }
            skipBlanks()
            rules.append(FormalGrammar.Rule(name: name, pattern: try choice()))
            guard at >= scalars.count || accept("\n") else { throw GrammarError("a rule goes on: \(rest)") }
        }
        return rules
    }

    private mutating func choice() throws -> Pattern {
        var options = [try sequence()]
        while accept("|") {
            skipBlanks()
            options.append(try sequence())
        }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() throws -> Pattern {
        var parts: [Pattern] = []
        while var part = try primary() {
            if accept("?") { part = .optional(part) } else if accept("*") { part = .any(part) } else if accept("+") { part = .some(part) }
            skipBlanks()
            parts.append(part)
        }
        guard !parts.isEmpty else { throw GrammarError("expected a pattern: \(rest)") }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func primary() throws -> Pattern? {
        if accept("\"") { return .text(try quoted()) }
        if accept("[") { return .oneOf(try characterClass()) }
        if accept("(") {
            skipBlanks()
            let inner = try choice()
            guard accept(")") else { throw GrammarError("expected ')': \(rest)") }
            return inner
        }
        let name = word()
        return name.isEmpty ? nil : .rule(name)
    }

    private mutating func quoted() throws -> String {
        var text = String.UnicodeScalarView()
        while !accept("\"") { text.append(try character()) }
        return String(text)
    }

    private mutating func characterClass() throws -> CharacterClass {
        let isNegated = accept("^")
        var ranges: [ClosedRange<UInt32>] = []
        while !accept("]") {
            let lower = try character().value
            let upper = at + 1 < scalars.count && scalars[at] == "-" && scalars[at + 1] != "]" ? try { at += 1; return try character().value }() : lower
            ranges.append(lower...max(lower, upper))
        }
        return CharacterClass(ranges: ranges, isNegated: isNegated)
    }

    private mutating func character() throws -> Unicode.Scalar {
        guard at < scalars.count, scalars[at] != "\n" else { throw GrammarError("a text is not closed") }
        let scalar = scalars[at]
        at += 1
        guard scalar == "\\", at < scalars.count else { return scalar }
        let sign = scalars[at]
        at += 1
        switch sign {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "x": return try code(2)
        case "u": return try code(4)
        case "U": return try code(8)
        case "\\", "\"", "[", "]": return sign
        default: throw GrammarError("llama.cpp knows no escape '\(sign)'")
        }
    }

    private mutating func code(_ digits: Int) throws -> Unicode.Scalar {
        let end = min(at + digits, scalars.count)
        let text = String(String.UnicodeScalarView(scalars[at..<end]))
        at = end
        guard let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init) else { throw GrammarError("no code: \(text)") }
        return scalar
    }

    private mutating func word() -> String {
        let start = at
        while at < scalars.count, scalars[at].isASCII, scalars[at].properties.isAlphabetic || ("0"..."9").contains(scalars[at]) || scalars[at] == "-" { at += 1 }
        return String(String.UnicodeScalarView(scalars[start..<at]))
    }

    private mutating func accept(_ text: String) -> Bool {
        guard scalars[at...].starts(with: text.unicodeScalars) else { return false }
        at += text.unicodeScalars.count
        return true
    }

    private mutating func skipBlanks() { while at < scalars.count, scalars[at] == " " { at += 1 } }

    private var rest: String { String(String.UnicodeScalarView(scalars[at...].prefix(40))) }
}
