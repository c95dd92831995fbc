import Diagnostics
import Grammar
import Random
import Syntax
import Testing

/// The parser and the grammar say the same: two descriptions of one language, made independently.
@Suite struct AgreementTests {
    @Test(arguments: [(1, 30), (2, 40), (3, 60)] as [(UInt64, Int)])
    func sentencesParse(_ seed: UInt64, _ size: Int) throws {
        var generator = SentenceGenerator(try grammar(), seed: seed)
        let recognizer = try QueryRecognizer(grammar())
        var parsed = 0
        for _ in 0..<150 {
            let sentence = generator.sentence(size: size)
            #expect(recognizer.accepts(Array(sentence.utf8)), "\(sentence)")
            let result = Parser.parse(Array(sentence.utf8))
            guard let script = result.script else {
                #expect(isCondition(result, sentence), "\(sentence)\n\(result.diagnostics)")
                continue
            }
            parsed += 1
            let printed = Parser.parse(Array(Printer.print(script).utf8)).script
            #expect(printed.map { TreeDump.text($0, places: false) } == TreeDump.text(script, places: false), "\(sentence)")
        }
        #expect(parsed > 120)
    }

    @Test func acceptedQueriesAreSentences() throws {
        let recognizer = try QueryRecognizer(grammar())
        #expect(acceptedQueries().count > 200)
        for query in acceptedQueries() { #expect(recognizer.accepts(Array(query.utf8)), "\(query)") }
    }

    @Test(arguments: [11, 12] as [UInt64])
    func damagedQueries(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let recognizer = try QueryRecognizer(grammar())
        for query in acceptedQueries() {
            for _ in 0..<3 { agree(damaged(query, &random), recognizer) }
        }
    }

    @Test(arguments: [21, 22] as [UInt64])
    func damagedSentences(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var generator = SentenceGenerator(try grammar(), seed: seed)
        let recognizer = try QueryRecognizer(grammar())
        for _ in 0..<150 { agree(damaged(generator.sentence(size: 40), &random), recognizer) }
    }

    private func agree(_ text: String, _ recognizer: QueryRecognizer) {
        let result = Parser.parse(Array(text.utf8))
        let isSentence = recognizer.accepts(Array(text.utf8))
        #expect(isSentence == (result.script != nil) || isSentence && isCondition(result, text), "\(text)\n\(result.diagnostics)")
    }

    /// A token dropped, doubled, or swapped with another.
    private func damaged(_ text: String, _ random: inout SeededGenerator) -> String {
        let bytes = Array(text.utf8)
        let tokens = Lexer.tokens(ofQuery: bytes).tokens.filter { !$0.span.isEmpty }
        guard let place = tokens.indices.randomElement(using: &random), let other = tokens.indices.randomElement(using: &random) else { return text }
        var pieces = tokens.map { Array(bytes[$0.span.start..<$0.span.end]) }
        switch random.next() % 3 {
        case 0: pieces[place] = []
        case 1: pieces[place] += [32] + pieces[place]
        default: pieces.swapAt(place, other)
        }
        var out = Array(bytes[..<(tokens.first?.span.start ?? 0)])
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1].span.start : bytes.count
            out += pieces[index] + bytes[token.span.end..<next]
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension Span {
    fileprivate var isEmpty: Bool { start == end }
}
