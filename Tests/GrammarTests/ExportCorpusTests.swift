import Glibc
import Grammar
import JSON
import RePanda
import Testing

/// Over a corpus of queries with pandas' answers, which is not in the repository: how many an exported grammar has.
///
/// `REPANDA_CORPUS` names the folder with `tabfact-val.queries.jsonl`, `tabfact-val.truth.jsonl` and the tables in `tables`; every so many-th
/// table is asked with `REPANDA_STEP`, and `REPANDA_FAILURES` names a file for the queries that are not in.
@Suite struct ExportCorpusTests {
    struct Query: Sendable {
        let table: String
        let text: String
        let isVerdict: Bool
    }

    @Test func acceptsWhatModelsWrite() throws {
        guard let folder = getenv("REPANDA_CORPUS").map({ String(cString: $0) }) else {
            print("skipped: no corpus of queries (REPANDA_CORPUS)")
            return
        }
        var shares = Shares()
        let general = try (claim: recognizer(.init(.gbnf, for: .claim)), question: recognizer(.init(.gbnf, for: .question)))
        for (name, group) in try Self.tables(folder) {
            guard let table = try? Table(path: "\(folder)/tables/\(name)", dialect: .tabfact) else { continue }
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
            if let path = getenv("REPANDA_FAILURES"), let file = fopen(path, "w") {
                for line in failures { fputs(line + "\n", file) }
                fclose(file)
            }
            return rows.map { "\($0): \($1.part) of \($1.whole), \(Double(Int($1.share * 10_000)) / 100) %" }.joined(separator: "\n")
        }
    }

    private func recognizer(_ exported: ExportedGrammar) throws -> TextRecognizer { try TextRecognizer(GBNFReader.grammar(exported.text), "root") }

    /// Queries by table; with `REPANDA_STEP` every so many-th table.
    private static func tables(_ folder: String) throws -> [(String, [Query])] {
        let step = getenv("REPANDA_STEP").flatMap { Int(String(cString: $0)) } ?? 1
        let all = Dictionary(grouping: try queries(folder), by: \.table).sorted { $0.key < $1.key }
        return stride(from: 0, to: all.count, by: max(1, step)).map { (all[$0].key, all[$0].value) }
    }

    private static func queries(_ folder: String) throws -> [Query] {
        let truth = try lines("\(folder)/tabfact-val.truth.jsonl"), asked = try lines("\(folder)/tabfact-val.queries.jsonl")
        var found: [Query] = []
        for at in 0..<min(truth.count, asked.count) {
            guard let answer = truth[at].object, let query = asked[at].object, answer["id"]?.string == query["id"]?.string else { continue }
            guard case .bool(true) = answer["ok"], let table = query["table"]?.string, let text = query["query"]?.string else { continue }
            let isVerdict = if case .bool = answer["value"] { true } else { false }
            found.append(Query(table: table, text: text, isVerdict: isVerdict))
        }
        return found
    }

    private static func lines(_ path: String) throws -> [JSONValue] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var reader = JSONLReader(descriptor: fileno(file), chunk: 1 << 18)
        var values: [JSONValue] = []
        while let line = try reader.nextLine() { values.append(try line.parse()) }
        return values
    }
}
