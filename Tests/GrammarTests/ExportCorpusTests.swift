import Glibc
import Grammar
import JSON
import RePanda
import Testing

/// Over queries that a language model wrote, with pandas' answers: how many an exported grammar has.
///
/// The corpus lies beside the checkout in `../shared`, or where REPANDA_SHARED says. Every 80th table is asked; with REPANDA_EVERY=1 all of them.
/// REPANDA_FAILURES names a file for the verdicts that are not in.
@Suite struct ExportCorpusTests {
    private static let shared = setting("REPANDA_SHARED") ?? repositoryPath("../shared")
    private static let isThere = access(shared + "/corpus/tabfact-val.truth.jsonl.gz", R_OK) == 0

    struct Query: Sendable {
        let table: String
        let text: String
        let isVerdict: Bool
    }

    @Test(.enabled(if: isThere, "../shared/corpus is not there")) func acceptsWhatModelsWrite() throws {
        var shares = Shares()
        let general = try (claim: recognizer(.init(.gbnf, for: .claim)), question: recognizer(.init(.gbnf, for: .question)))
        for (name, group) in try Self.tables() {
            guard let table = try? Table(path: Self.shared + "/tabfact/data/all_csv/" + name, dialect: .tabfact) else { continue }
            let judge = try Judge(ExportedGrammar(.gbnf, for: .claim, on: table.schema), ExportedGrammar(.gbnf, for: .question, on: table.schema))
            for query in group where (try? RePanda.Query(query.text, on: table)) != nil {
                shares.add(judge.judged(query), query)
                if shares.answers.whole % 10 == 0 { shares.add(query, general.claim.accepts(query.text), general.question.accepts(query.text)) }
            }
        }
        print(shares.text)
        #expect(shares.typedVerdicts.share > 0.9)
    }

    struct Share {
        var part = 0
        var whole = 0
        var share: Double { Double(part) / Double(max(1, whole)) }
        mutating func add(_ isIn: Bool) {
            part += isIn ? 1 : 0
            whole += 1
        }
    }

    enum Judged {
        case accepted
        /// Accepted where columns of texts may stand for numbers and the other way round: its types are what the grammar is there to refuse.
        case mistyped
        case refused(at: Int)
    }

    /// The grammars of one table, made when they are asked for.
    final class Judge {
        private let claim: FormalGrammar, question: FormalGrammar
        private lazy var typedClaim = try? TextRecognizer(claim, "root")
        private lazy var typedQuestion = try? TextRecognizer(question, "root")
        private lazy var looseClaim = try? TextRecognizer(loosened(claim), "root")
        private lazy var looseQuestion = try? TextRecognizer(loosened(question), "root")

        init(_ claim: ExportedGrammar, _ question: ExportedGrammar) throws {
            self.claim = try GBNFReader.grammar(claim.text)
            self.question = try GBNFReader.grammar(question.text)
        }

        func judged(_ query: Query) -> Judged {
            let (typed, loose) = query.isVerdict ? (typedClaim, looseClaim) : (typedQuestion, looseQuestion)
            guard let place = typed?.failure(query.text) else { return .accepted }
            return loose?.accepts(query.text) == true ? .mistyped : .refused(at: place)
        }

        private func loosened(_ grammar: FormalGrammar) throws -> FormalGrammar {
            let columns = Pattern.choice(grammar.rules.filter { $0.name.hasSuffix("-column") }.map(\.pattern))
            let literals = Pattern.choice(grammar.rules.filter { ["number-literal", "text-literal"].contains($0.name) }.map(\.pattern))
            return try FormalGrammar(rules: grammar.rules.map { rule in
                switch rule.name {
                case "number-column", "text-column": FormalGrammar.Rule(name: rule.name, pattern: columns)
                case "number-literal", "text-literal": FormalGrammar.Rule(name: rule.name, pattern: literals)
                default: rule
                }
            })
        }
    }

    struct Shares {
        var typedVerdicts = Share(), verdicts = Share(), answers = Share(), typedAnswers = Share(), generalClaims = Share(), generalAnswers = Share()
        var failures: [String] = []

        mutating func add(_ judged: Judged, _ query: Query) {
            switch judged {
            case .accepted: add(true, isTyped: true, query)
            case .mistyped: add(false, isTyped: false, query)
            case .refused(let place):
                add(false, isTyped: true, query)
                let scalars = Array(query.text.unicodeScalars)
                if query.isVerdict { failures.append(String(String.UnicodeScalarView(scalars[..<place])) + "<HERE>" + String(String.UnicodeScalarView(scalars[place...]))) }
            }
        }

        private mutating func add(_ isIn: Bool, isTyped: Bool, _ query: Query) {
            answers.add(isIn)
            if isTyped { typedAnswers.add(isIn) }
            if query.isVerdict { verdicts.add(isIn) }
            if query.isVerdict, isTyped { typedVerdicts.add(isIn) }
        }

        mutating func add(_ query: Query, _ claim: Bool, _ question: Bool) {
            generalAnswers.add(question)
            if query.isVerdict { generalClaims.add(claim) }
        }

        var text: String {
            let rows = [("verdicts, mistyped left out", typedVerdicts), ("verdicts", verdicts), ("answers, mistyped left out", typedAnswers), ("answers", answers),
                ("verdicts, no table (every tenth)", generalClaims), ("answers, no table (every tenth)", generalAnswers)]
            if let path = setting("REPANDA_FAILURES"), let file = fopen(path, "w") {
                for line in failures { fputs(line + "\n", file) }
                fclose(file)
            }
            return rows.map { "\($0): \($1.part) of \($1.whole), \(Double(Int($1.share * 10_000)) / 100) %" }.joined(separator: "\n")
        }
    }

    private func recognizer(_ exported: ExportedGrammar) throws -> TextRecognizer { try TextRecognizer(GBNFReader.grammar(exported.text), "root") }

    /// Queries that pandas answers, by table.
    private static func tables() throws -> [(String, [Query])] {
        let all = Dictionary(grouping: try queries(), by: \.table).sorted { $0.key < $1.key }
        let every = setting("REPANDA_EVERY").flatMap { Int($0) } ?? 80
        return stride(from: 0, to: all.count, by: max(1, every)).map { (all[$0].key, all[$0].value) }
    }

    private static func queries() throws -> [Query] {
        let asked = try lines("tabfact-val.queries.jsonl.gz"), truth = try lines("tabfact-val.truth.jsonl.gz")
        #expect(asked.count == truth.count && !asked.isEmpty)
        return try zip(asked, truth).compactMap { asked, truth in
            let answer = try JSONValue.parse(truth).requireObject()
            guard case .bool(true) = answer["ok"] else { return nil }
            let query = try JSONValue.parse(asked).requireObject()
            guard answer["id"]?.string == query["id"]?.string else { return nil }
            let isVerdict = if case .bool = answer["value"] { true } else { false }
            return Query(table: try query.text("table").string, text: try query.text("query").string, isVerdict: isVerdict)
        }
    }

    /// The lines of a packed file of the corpus.
    private static func lines(_ name: String) throws -> [String] {
        guard let pipe = popen("gzip -dc '\(shared)/corpus/\(name)'", "r") else { return [] }
        defer { pclose(pipe) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
        return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

private func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
