import RePanda

/// Reads the blocks of a `.ptest` file.
struct BlockParser {
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let file: String
    /// The table that the last `table` line named.
    private var table: String?

    static func parse(_ text: String, file: String) throws -> [Block] {
        var parser = BlockParser(file: file)
        return try parser.blocks(text)
    }

    private init(file: String) { self.file = file }

    private mutating func blocks(_ text: String) throws -> [Block] {
        var blocks: [Block] = []
        var draft = Draft()
        let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
        for (at, line) in lines.enumerated() {
            if line.isEmpty {
                if let block = try finish(draft) { blocks.append(block) }
                draft = Draft()
            } else {
                try read(line, number: at + 1, into: &draft)
            }
        }
        return blocks
    }

    /// What the lines of a block have said so far.
    private struct Draft {
        var line = 0
        var query: [Substring] = []
        var rows: [Substring] = []
        var dialect = Dialect.csv
        var expectation: Block.Expectation?
        var verdict: String?
        var isLoose = false
        var isPending = false
    }

    private mutating func read(_ line: Substring, number: Int, into draft: inout Draft) throws {
        let (word, rest) = BlockParser.split(line)
        switch word {
        case "#": break
        case ">":
            if draft.query.isEmpty { draft.line = number }
            draft.query.append(rest)
        case "|": draft.rows.append(rest)
        case "table": table = String(rest)
        case "dialect": draft.dialect = try dialect(rest, number)
        case "value": draft.expectation = .value(String(rest))
        case "raises": draft.expectation = .raises(String(rest), code: nil)
        case "refused": draft.expectation = .refused(String(rest))
        case "code": draft.expectation = try draft.expectation.map { try coded($0, rest, number) }
        case "verdict": draft.verdict = String(rest)
        case "loose": draft.isLoose = true
        case "pending": draft.isPending = true
        default: throw Fault(description: "\(file).ptest:\(number): '\(word)' begins no line of a block")
        }
    }

    private static func split(_ line: Substring) -> (word: String, rest: Substring) {
        guard let blank = line.firstIndex(of: " ") else { return (String(line), "") }
        return (String(line[..<blank]), line[line.index(after: blank)...])
    }

    private func dialect(_ name: Substring, _ number: Int) throws -> Dialect {
        guard let dialect = Dialect(rawValue: String(name)) else { throw Fault(description: "\(file).ptest:\(number): no dialect '\(name)'") }
        return dialect
    }

    private func coded(_ expectation: Block.Expectation, _ code: Substring, _ number: Int) throws -> Block.Expectation {
        switch expectation {
        case .raises(let name, code: nil): return .raises(name, code: String(code))
        case .raises, .value, .refused: throw Fault(description: "\(file).ptest:\(number): a code without an error")
        }
    }

    private func finish(_ draft: Draft) throws -> Block? {
        if draft.query.isEmpty { return nil }
        guard let expectation = draft.expectation else { throw Fault(description: "\(file).ptest:\(draft.line): nothing is expected; run record.py") }
        guard let source = draft.rows.isEmpty ? table.map(Block.Source.named) : .inline(draft.rows.joined(separator: "\n") + "\n") else {
            throw Fault(description: "\(file).ptest:\(draft.line): no table")
        }
        return Block(
            file: file, line: draft.line, query: draft.query.joined(separator: "\n"), source: source, dialect: draft.dialect,
            expectation: expectation, verdict: draft.verdict, isLoose: draft.isLoose, isPending: draft.isPending)
    }
}
