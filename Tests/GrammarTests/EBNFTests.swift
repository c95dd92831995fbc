import Grammar
import Syntax
import Testing

@Suite struct EBNFTests {
    @Test func readsTheLanguage() throws {
        let grammar = try grammar()
        #expect(grammar.rules.first?.name == "script")
        #expect(grammar.rules.count > 60)
    }

    /// No rule is left over, and none is missing: every rule is reached from the first.
    @Test func everyRuleIsUsed() throws {
        let grammar = try grammar()
        var reached: Set<String> = []
        func reach(_ name: String) {
            guard reached.insert(name).inserted, let pattern = grammar.pattern(name) else { return }
            visit(pattern)
        }
        func visit(_ pattern: Pattern) {
            switch pattern {
            case .text, .oneOf: break
            case .rule(let name): reach(name)
            case .sequence(let parts), .choice(let parts): parts.forEach(visit)
            case .optional(let part), .any(let part), .some(let part): visit(part)
            }
        }
        reach("script")
        #expect(grammar.rules.map(\.name).filter { !reached.contains($0) } == [])
    }

    /// The README's list of keywords, and every symbol of the lexer, is in the grammar or is named as outside it.
    @Test func keywordsAreDocumented() {
        let readme = repositoryFile("Grammar/README.md")
        for keyword in Keyword.allCases { #expect(readme.contains("`\(keyword.rawValue)`"), "\(keyword.rawValue)") }
    }

    @Test func symbolsAreUsed() {
        let text = repositoryFile("Grammar/repanda.ebnf")
        for symbol in Symbol.allCases where symbol != .arrow { #expect(text.contains("'\(symbol.rawValue)'"), "\(symbol.rawValue)") }
    }

    @Test(arguments: [
        ("a ::= 'x' b", "the rule 'a' uses 'b', which is not given"), ("a ::= 'x'\na ::= 'y'", "the rule 'a' is given twice"),
        ("a ::=", "line 1: expected a pattern"), ("a 'x'", "line 1: expected '::=' after 'a'"), ("a ::= ('x'", "line 1: expected ')'"),
        ("a ::= 'x", "line 1: a text is empty or not closed"), ("a ::= [z-a]", "line 1: a range runs backwards"),
        ("a ::= #xZ", "line 1: expected the code of a character"), ("a ::= [a", "line 1: expected ']'"),
    ])
    func refuses(_ text: String, _ message: String) {
        #expect(throws: GrammarError.self) { try FormalGrammar(ebnf: text) }
        do { _ = try FormalGrammar(ebnf: text) } catch { #expect(error.description == message) }
    }

    @Test func sameSeedSameSentences() throws {
        var first = SentenceGenerator(try grammar(), seed: 5)
        var second = SentenceGenerator(try grammar(), seed: 5)
        for _ in 0..<20 { #expect(first.sentence(size: 40) == second.sentence(size: 40)) }
    }
}
