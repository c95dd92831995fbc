/// A set of terminals, by number.
struct TerminalSet: Hashable, Sendable {
    static let capacity = 512
    private var words = SIMD8<UInt64>()

    mutating func insert(_ terminal: Int) { words[terminal >> 6 & 7] |= 1 << UInt64(terminal & 63) }
    mutating func formUnion(_ other: TerminalSet) { words |= other.words }
    func contains(_ terminal: Int) -> Bool { words[terminal >> 6 & 7] & 1 << UInt64(terminal & 63) != 0 }
    func intersects(_ other: TerminalSet) -> Bool { words & other.words != SIMD8<UInt64>() }
}

/// What a production is made of.
enum Symbol: Hashable {
    case terminal(Int)
    case rule(Int)
}

/// A grammar as plain productions, repetitions and options spelled out; what the recogniser runs on.
struct Productions {
    /// The level read: a script of tokens, or one token of characters.
    enum Level { case tokens, characters }

    struct Production {
        var rule: Int
        var symbols: [Symbol]
        var first = TerminalSet()
        var isNullable = false
    }

    private(set) var productions: [Production] = []
    /// The productions of each rule.
    private(set) var alternatives: [[Int]] = []
    private(set) var isNullable: [Bool] = []
    private(set) var terminals: [Terminal: Int] = [:]
    let start: Int

    /// One unit of input: a token by name or text, a character, or a class of them.
    enum Terminal: Hashable {
        case text(String)
        case oneOf(CharacterClass)
    }

    private let grammar: FormalGrammar
    private let level: Level
    private var numbers: [String: Int] = [:]

    /// - Throws: where the start rule is not given, or the grammar has too many terminals.
    init(_ grammar: FormalGrammar, start: String, level: Level) throws(GrammarError) {
        self.grammar = grammar
        self.level = level
        guard grammar.pattern(start) != nil else { throw GrammarError("no rule '\(start)'") }
        self.start = 0
        _ = number(of: start)
        guard terminals.count <= TerminalSet.capacity else { throw GrammarError("more than \(TerminalSet.capacity) terminals") }
        findFirst()
    }

    // MARK: Flattening

    private mutating func number(of name: String) -> Int {
        if let known = numbers[name] { return known }
        let rule = newRule()
        numbers[name] = rule
        if let pattern = grammar.pattern(name) { expand(pattern, into: rule) }
        return rule
    }

    private mutating func newRule() -> Int {
        alternatives.append([])
        return alternatives.count - 1
    }

    private mutating func expand(_ pattern: Pattern, into rule: Int) {
        guard case .choice(let options) = pattern else { return add(rule, symbols(of: pattern)) }
        for option in options { add(rule, symbols(of: option)) }
    }

    private mutating func add(_ rule: Int, _ symbols: [Symbol]) {
        alternatives[rule].append(productions.count)
        productions.append(Production(rule: rule, symbols: symbols))
    }

    private mutating func symbols(of pattern: Pattern) -> [Symbol] {
        switch pattern {
        case .text(let text): return texts(text).map { .terminal(terminal(.text($0))) }
        case .oneOf(let characters): return [.terminal(terminal(.oneOf(characters)))]
        case .rule(let name): return [named(name)]
        case .sequence(let parts): return parts.flatMap { symbols(of: $0) }
        case .choice: return [fresh { $0.expand(pattern, into: $1) }]
        case .optional(let part): return [fresh { $0.optional(part, $1) }]
        case .any(let part): return [fresh { $0.any(part, $1) }]
        case .some(let part): return symbols(of: part) + [fresh { $0.any(part, $1) }]
        }
    }

    private func texts(_ text: String) -> [String] { level == .tokens ? [text] : text.unicodeScalars.map { String($0) } }

    private mutating func named(_ name: String) -> Symbol {
        let isTerminal = level == .tokens && FormalGrammar.isToken(name)
        return isTerminal ? .terminal(terminal(.text(name))) : .rule(number(of: name))
    }

    private mutating func terminal(_ terminal: Terminal) -> Int {
        if let known = terminals[terminal] { return known }
        terminals[terminal] = terminals.count
        return terminals.count - 1
    }

    private mutating func fresh(_ body: (inout Productions, Int) -> Void) -> Symbol {
        let rule = newRule()
        body(&self, rule)
        return .rule(rule)
    }

    private mutating func optional(_ part: Pattern, _ rule: Int) {
        add(rule, [])
        expand(part, into: rule)
    }

    /// Left-recursive, which the recogniser runs in linear time.
    private mutating func any(_ part: Pattern, _ rule: Int) {
        add(rule, [])
        add(rule, [.rule(rule)] + symbols(of: part))
    }

    // MARK: What a production may begin with

    private mutating func findFirst() {
        isNullable = Array(repeating: false, count: alternatives.count)
        var first = Array(repeating: TerminalSet(), count: alternatives.count)
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for place in productions.indices {
                let rule = productions[place].rule
                let before = (first[rule], isNullable[rule])
                let (set, canBeEmpty) = beginning(of: productions[place].symbols, first)
                (productions[place].first, productions[place].isNullable) = (set, canBeEmpty)
                first[rule].formUnion(set)
                isNullable[rule] = isNullable[rule] || canBeEmpty
                isGrowing = isGrowing || before != (first[rule], isNullable[rule])
            }
        }
    }

    private func beginning(of symbols: [Symbol], _ first: [TerminalSet]) -> (TerminalSet, Bool) {
        var set = TerminalSet()
        for symbol in symbols {
            switch symbol {
            case .terminal(let terminal):
                set.insert(terminal)
                return (set, false)
            case .rule(let rule):
                set.formUnion(first[rule])
                guard isNullable[rule] else { return (set, false) }
            }
        }
        return (set, true)
    }
}
