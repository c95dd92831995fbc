/// A formal grammar, as its EBNF text states it.
public struct FormalGrammar: Sendable {
    /// The rules in the order of the text.
    public let rules: [Rule]
    private let places: [String: Int]

    public struct Rule: Sendable {
        public let name: String
        public let pattern: Pattern

        package init(name: String, pattern: Pattern) {
            self.name = name
            self.pattern = pattern
        }

        /// Rules in upper case are tokens, made of characters.
        public var isToken: Bool { FormalGrammar.isToken(name) }
    }

    /// - Throws: where the text is no EBNF, names a rule twice, or uses one that it does not give and that is no layout token.
    public init(ebnf text: String) throws(GrammarError) {
        var reader = EBNFReader(text)
        try self.init(rules: reader.rules())
    }

    package init(rules: [Rule]) throws(GrammarError) {
        self.rules = rules
        var places: [String: Int] = [:]
        for (place, rule) in rules.enumerated() {
            guard places.updateValue(place, forKey: rule.name) == nil else { throw GrammarError("the rule '\(rule.name)' is given twice") }
        }
        self.places = places
        for rule in rules {
            for name in rule.pattern.names where places[name] == nil && !FormalGrammar.layout.contains(name) {
                throw GrammarError("the rule '\(rule.name)' uses '\(name)', which is not given")
            }
        }
    }

    public func pattern(_ name: String) -> Pattern? { places[name].map { rules[$0].pattern } }

    /// The tokens that the lexer makes of line ends and indentation.
    public static let layout: Set<String> = ["NEWLINE", "INDENT", "DEDENT", "END"]

    static func isToken(_ name: String) -> Bool { name.utf8.first.map { $0 < 97 } ?? false }
}

/// The right side of a rule.
public indirect enum Pattern: Sendable {
    case text(String)
    case rule(String)
    case oneOf(CharacterClass)
    case sequence([Pattern])
    case choice([Pattern])
    case optional(Pattern)
    case any(Pattern)
    case some(Pattern)

    /// The rules it uses.
    var names: [String] {
        switch self {
        case .text, .oneOf: []
        case .rule(let name): [name]
        case .sequence(let parts), .choice(let parts): parts.flatMap(\.names)
        case .optional(let part), .any(let part), .some(let part): part.names
        }
    }
}

/// `[a-z_]`, or `[^a-z_]`.
public struct CharacterClass: Hashable, Sendable {
    public let ranges: [ClosedRange<UInt32>]
    public let isNegated: Bool

    package init(ranges: [ClosedRange<UInt32>], isNegated: Bool) {
        self.ranges = ranges
        self.isNegated = isNegated
    }

    public func contains(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0.contains(scalar.value) } != isNegated }
}

/// What is wrong with a grammar's text.
public struct GrammarError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    package init(_ description: String) { self.description = description }
}
