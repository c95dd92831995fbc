import Syntax

/// Tells queries of the language from other texts by the formal grammar alone.
///
/// Cutting the text into tokens is the lexer's; numbers and strings are then checked against their rules. Accepting a text says that it
/// has the form of a query; the conditions that a context-free grammar cannot state are the parser's alone.
public final class QueryRecognizer {
    private let script: EarleyRecognizer
    private let number: TextRecognizer
    private let string: TextRecognizer
    private let names: [String: Int]

    /// - Throws: where the grammar lacks one of the rules `script`, `NUMBER`, `STRING`.
    public init(_ grammar: FormalGrammar) throws(GrammarError) {
        script = EarleyRecognizer(grammar: try Productions(grammar, start: "script", level: .tokens))
        number = try TextRecognizer(grammar, "NUMBER")
        string = try TextRecognizer(grammar, "STRING")
        var names: [String: Int] = [:]
        for (terminal, number) in script.grammar.terminals {
            if case .text(let text) = terminal { names[text] = number }
        }
        self.names = names
    }

    public func accepts(_ text: [UInt8]) -> Bool {
        let (tokens, diagnostics) = Lexer.tokens(ofQuery: text)
        return diagnostics.isEmpty && accepts(tokens, of: text)
    }

    public func accepts(_ tokens: [Token], of text: [UInt8]) -> Bool {
        var input: [TerminalSet] = []
        for token in tokens {
            guard let terminal = name(token, text).flatMap({ names[$0] }) else { return false }
            var set = TerminalSet()
            set.insert(terminal)
            input.append(set)
        }
        return script.failure(input) == nil
    }

    /// What the grammar calls a token; nil where its text breaks the token's own rule.
    private func name(_ token: Token, _ text: [UInt8]) -> String? {
        switch token.kind {
        case .name: "NAME"
        case .keyword(let keyword): keyword.rawValue
        case .symbol(let symbol): symbol.rawValue
        case .number: number.accepts(slice(token, text)) ? "NUMBER" : nil
        case .string: stringName(slice(token, text))
        case .newline: "NEWLINE"
        case .indent: "INDENT"
        case .dedent: "DEDENT"
        case .end: "END"
        case .quotedName: nil
        }
    }

    private func slice(_ token: Token, _ text: [UInt8]) -> String { String(decoding: text[token.span.start..<token.span.end], as: UTF8.self) }

    private func stringName(_ text: String) -> String? {
        if text.prefix(while: { $0.isLetter }).lowercased().contains("f") { return "FORMATTED" }
        return string.accepts(text) ? "STRING" : nil
    }
}
