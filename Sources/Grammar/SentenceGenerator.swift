import Random
import Syntax

/// Makes sentences of a grammar at random; the same seed makes the same sentences.
public struct SentenceGenerator {
    let grammar: FormalGrammar
    var random: SeededGenerator
    private let heights: [String: Int]
    /// Tokens until the sentence takes the shortest way to its end.
    private var budget = 0
    /// Whether blanks may stand between tokens; a grammar without tokens says itself where they stand.
    private let isSpaced: Bool

    public init(_ grammar: FormalGrammar, seed: UInt64, spaced isSpaced: Bool = true) {
        self.grammar = grammar
        self.isSpaced = isSpaced
        random = SeededGenerator(seed: seed)
        heights = SentenceGenerator.leastHeights(grammar)
    }

    /// The next sentence of a rule; `size` is about how many tokens it has and how deep its tree goes: an expression needs 20 rules.
    public mutating func sentence(of rule: String = "script", size: Int) -> String {
        var text = SentenceText()
        budget = size
        write(.rule(rule), size, &text)
        return text.finished
    }

    // MARK: Patterns

    private mutating func write(_ pattern: Pattern, _ size: Int, _ text: inout SentenceText) {
        switch pattern {
        case .text(let token): add(token, &text)
        case .oneOf: add(characters(pattern, size), &text)
        case .rule(let name): writeRule(name, size, &text)
        case .sequence(let parts): for part in parts { write(part, size, &text) }
        case .choice(let options): write(choose(options, size), size, &text)
        case .optional(let part): if fits(part, size), random.chance(2) { write(part, size, &text) }
        case .any(let part): repeated(part, size, &text)
        case .some(let part):
            write(part, size, &text)
            repeated(part, size, &text)
        }
    }

    private mutating func repeated(_ part: Pattern, _ size: Int, _ text: inout SentenceText) {
        var most = 3
        while most > 0, fits(part, size), random.chance(4) {
            write(part, size, &text)
            most -= 1
        }
    }

    private mutating func writeRule(_ name: String, _ size: Int, _ text: inout SentenceText) {
        switch name {
        case "NEWLINE": text.endLine()
        case "INDENT": text.indent(by: 1)
        case "DEDENT": text.indent(by: -1)
        case "END": break
        default:
            guard FormalGrammar.isToken(name) else { return grammar.pattern(name).map { write($0, size - 1, &text) } ?? () }
            add(token(name, size), &text)
        }
    }

    private mutating func add(_ token: String, _ text: inout SentenceText) {
        budget -= 1
        if isSpaced { text.add(token, isTight: random.chance(2)) } else { text.append(token) }
    }

    private func fits(_ pattern: Pattern, _ size: Int) -> Bool { budget > 0 && SentenceGenerator.height(pattern, heights) <= size }

    /// Any option that fits; where none does, the lowest.
    private mutating func choose(_ options: [Pattern], _ size: Int) -> Pattern {
        let fitting = options.filter { fits($0, size) }
        if let chosen = fitting.randomElement(using: &random) { return chosen }
        return options.min { SentenceGenerator.height($0, heights) < SentenceGenerator.height($1, heights) } ?? .sequence([])
    }

    // MARK: Tokens

    private mutating func token(_ name: String, _ size: Int) -> String {
        let text = characters(.rule(name), size)
        return name == "NAME" && Keyword(rawValue: text) != nil ? text + "_" : text
    }

    private mutating func characters(_ pattern: Pattern, _ size: Int) -> String {
        switch pattern {
        case .text(let text): text
        case .oneOf(let characters): one(of: characters)
        case .rule(let name): FormalGrammar.isToken(name) ? grammar.pattern(name).map { self.characters($0, size) } ?? "" : inner(name, size)
        case .sequence(let parts): parts.map { characters($0, size) }.joined()
        case .choice(let options): options.randomElement(using: &random).map { characters($0, size) } ?? ""
        case .optional(let part): random.chance(2) ? characters(part, size) : ""
        case .any(let part): several(part, size)
        case .some(let part): characters(part, size) + several(part, size)
        }
    }

    private mutating func several(_ part: Pattern, _ size: Int) -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in characters(part, size) }.joined()
    }

    private static let alphabet: [Unicode.Scalar] = (32...126).compactMap(Unicode.Scalar.init) + ["é", "Ж", "日"]

    private mutating func one(of characters: CharacterClass) -> String {
        let choices = SentenceGenerator.alphabet.filter(characters.contains)
        return choices.randomElement(using: &random).map { String($0) } ?? ""
    }

    /// An expression inside a token (an f-string): without what would end the string or the braces early.
    private mutating func inner(_ name: String, _ size: Int) -> String {
        let outside = budget
        defer { budget = outside }
        for _ in 0..<4 {
            let text = sentence(of: name, size: min(size, 16))
            if !text.contains(where: { "'\"\\#{}!:=\n".contains($0) }) { return text }
        }
        return "x"
    }

    // MARK: Heights

    /// How deep the lowest tree of each rule is.
    private static func leastHeights(_ grammar: FormalGrammar) -> [String: Int] {
        var heights: [String: Int] = [:]
        var isShrinking = true
        while isShrinking {
            isShrinking = false
            for rule in grammar.rules {
                let height = rule.isToken ? 1 : min(tooHigh, height(rule.pattern, heights) + 1)
                if height < heights[rule.name] ?? tooHigh {
                    heights[rule.name] = height
                    isShrinking = true
                }
            }
        }
        return heights
    }

    private static let tooHigh = 1 << 20

    private static func height(_ pattern: Pattern, _ heights: [String: Int]) -> Int {
        switch pattern {
        case .text, .oneOf: 0
        case .rule(let name): FormalGrammar.layout.contains(name) ? 0 : heights[name] ?? tooHigh
        case .sequence(let parts): parts.reduce(0) { max($0, height($1, heights)) }
        case .choice(let options): options.reduce(tooHigh) { min($0, height($1, heights)) }
        case .optional, .any: 0
        case .some(let part): height(part, heights)
        }
    }
}

/// Tokens put together as a text: blanks between, lines, indentation.
struct SentenceText {
    private var text = ""
    private var level = 0
    private var isLineStart = true

    /// - Parameter isTight: leave the blank out where brackets and commas keep tokens apart.
    mutating func add(_ token: String, isTight: Bool) {
        let separates = "()[]{},"
        if isLineStart {
            text += String(repeating: "  ", count: level)
        } else if !isTight || !(token.first.map(separates.contains) ?? false || text.last.map(separates.contains) ?? false) {
            text += " "
        }
        text += token
        isLineStart = false
    }

    /// Without a blank before it.
    mutating func append(_ piece: String) { text += piece }

    mutating func endLine() {
        text += "\n"
        isLineStart = true
    }

    mutating func indent(by levels: Int) { level = max(0, level + levels) }

    var finished: String { text }
}
