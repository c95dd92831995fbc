/// Tells texts that a rule's characters make from others: the texts of a token, or the sentences of a grammar without tokens.
public final class TextRecognizer {
    private let recognizer: EarleyRecognizer
    private var known: [String: Bool] = [:]
    private var sets: [Unicode.Scalar: TerminalSet] = [:]

    /// - Throws: where the rule is not given, or the grammar has too many different characters.
    public init(_ grammar: FormalGrammar, _ rule: String) throws(GrammarError) {
        recognizer = EarleyRecognizer(grammar: try Productions(grammar, start: rule, level: .characters))
    }

    public func accepts(_ text: String) -> Bool {
        if let known = known[text] { return known }
        let isSentence = failure(text) == nil
        known[text] = isSentence
        return isSentence
    }

    /// Where no sentence goes on as the text does: characters from its beginning; nil for a sentence.
    public func failure(_ text: String) -> Int? { recognizer.failure(text.unicodeScalars.map { set(of: $0) }) }

    private func set(of scalar: Unicode.Scalar) -> TerminalSet {
        if let known = sets[scalar] { return known }
        let set = recognizer.grammar.terminals.reduce(into: TerminalSet()) { set, terminal in
            if TextRecognizer.matches(terminal.key, scalar) { set.insert(terminal.value) }
        }
        sets[scalar] = set
        return set
    }

    private static func matches(_ terminal: Productions.Terminal, _ scalar: Unicode.Scalar) -> Bool {
        switch terminal {
        case .text(let text): text.unicodeScalars.first == scalar
        case .oneOf(let characters): characters.contains(scalar)
        }
    }
}
