import ArgumentParser
import Diagnostics
import Display
import Evaluation
import Files
import JSON
import Probing
import RePanda
import Translation

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Judge one claim: ENTAILED or REFUTED, with the query, its value and the evidence.",
        discussion: """
            A claim is one JSON object:

              {"statement": "the largest crowd is above 15000", "table": "crowds.csv", "query": "df['crowd'].max() > 15000"}

            "table" is a path below the folder of the claim's file; "table_text" holds the table itself, in TabFact's form unless "dialect" says \
            otherwise. "label", "table_caption" and "id" are optional; "pandas_code" stands for "query", so a PanTabFact record is a claim as it is.

            A claim without a query is read by the built-in translator, which needs no model: it finds what the sentence may mean and says how sure it is; where \
            it is not sure enough (--abstain-below) the answer is UNDECIDED, with what else may be meant. --translator names a model to ask instead; a query that \
            is refused or fails goes back to it with what was wrong.

            The verdict is Python's bool of the query's value. Exit status: 0 a verdict was reached, 3 undecided, or every query was refused, 4 a budget was met, \
            2 bad input or usage, 5 the translator did not answer, 70 a fault of repanda; with --exit-verdict a refuted claim ends with 1.

            Examples:

              repanda verify crowds.csv 'the largest crowd is above 15000'

              repanda verify claim.json

              repanda verify claim.json --json --exit-verdict

              repanda verify claim.json --translator http://127.0.0.1:8080

              repanda verify claim.json --explain --probe 100

              repanda verify claim.json --html why.html
            """)

    @Argument(help: "The claim's file, '-' for standard input; or a table's file, with a sentence.")
    var claim: String

    @Argument(help: "What is said of the table.")
    var sentence: String?

    @Option(help: ArgumentHelp("What the table is called, beside a sentence.", valueName: "text"))
    var caption: String?

    @Flag(help: "Print one JSON object: {\"verdict\", \"value\", \"evidence\", \"diagnostics\", …}.")
    var json = false

    @Flag(help: "End with status 1 where the claim is refuted.")
    var exitVerdict = false

    @OptionGroup
    var explaining: ExplainOptions

    @Option(help: ArgumentHelp("The folder that the claim's table path is relative to. (default: the folder of the claim's file)", valueName: "folder"))
    var tables: String?

    @OptionGroup
    var chance: SeedOption

    @OptionGroup
    var engine: EngineOption

    @OptionGroup(title: "Budgets")
    var budgets: BudgetOptions

    @OptionGroup
    var reading: TableOptions

    @OptionGroup(title: "Translator")
    var translator: TranslatorOptions

    @OptionGroup(title: "Translator")
    var drafting: DraftOptions

    func validate() throws {
        guard sentence != nil || caption == nil else { throw ValidationError("--caption goes with a table and a sentence; a claim has its own") }
        guard sentence == nil || tables == nil else { throw ValidationError("--tables is for a claim's file") }
    }

    func run() throws {
        let (record, translating) = try withQuery(self.record())
        let judged = try judge(record)
        try writePage(judged, record, translating)
        if json {
            let text = VerdictJSON(record, budgets.canonical, translating)
            StandardStreams.out(
                text.answer(
                    judged.judgement, account: judged.account, isWhole: explaining.explain, flip: judged.flip, probe: judged.probe, warnings: judged.warnings))
        } else {
            show(judged, record, translating)
        }
        if exitVerdict, judged.judgement.verdict == .refuted { throw ExitStatus.refuted.error }
    }

    /// A verdict with what was asked for beside it.
    private struct Judged {
        let claim: Claim
        let judgement: Judgement
        let account: Account?
        let flip: Flip.Finding?
        let probe: Probe.Finding?

        /// What is doubtful about the run, the query, and the query beside its claim.
        var warnings: [Diagnostic] { (account?.doubts ?? []) + judgement.warnings + ((try? claim.doubts()) ?? []) }
    }

    private func record() throws -> ClaimRecord {
        if let sentence { return ClaimRecord(sentence, table: claim, dialect: reading.dialect, caption: caption) }
        do throws(Refusal) {
            return try ClaimRecord(try document(), isOpen: true)
        } catch {
            try refuse(error, record: nil, status: .badInput)
        }
    }

    private func document() throws(Refusal) -> JSONValue {
        do { return try JSONValue.parse(readFile(claim, limit: JSONLimits.standard.bytes)) } catch { throw Refusal([error]) }
    }

    /// The claim with a query: its own, or one that a translator writes where it has none or the command line names one.
    private func withQuery(_ record: ClaimRecord) throws -> (ClaimRecord, Translating?) {
        guard record.query.isEmpty || translator.translator != nil else { return (record, nil) }
        let translating = try translated(record)
        guard !translating.ballot.isUndecided else { throw undecided(record, translating) }
        do {
            let draft = try translating.draft()
            let written = record.with(query: draft.query)
            guard draft.accepted == nil else { return (written, translating) }
            if !json { StandardStreams.err(translating.lines.map { visible($0) + "\n" }.joined()) }
            try refuse(Refusal(draft.rounds.last?.refusal ?? []), record: written, status: .refused, translating)
        } catch let error as Diagnostic {
            try refuse(Refusal([error]), record: nil, status: ExitStatus(error.code))
        }
    }

    private func translated(_ record: ClaimRecord) throws -> Translating {
        do throws(Refusal) {
            let claim = try loaded(record)
            do throws(Diagnostic) {
                let drafter = try translator.sentenceTranslator(seed: chance.seed, drafting, budget: budgets.budget)
                return Translating(ballot: try drafting.poll(drafter, Sentence(.claim, record.statement, caption: record.caption, table: claim.table), concurrency: translator.concurrency), tellsAll: explaining.explain)
            } catch {
                throw Refusal([error])
            }
        } catch {
            try refuse(error, record: nil, status: ExitStatus(error.first.code))
        }
    }

    private func undecided(_ record: ClaimRecord, _ translating: Translating) -> ExitCode {
        if json {
            StandardStreams.out(VerdictJSON(record, budgets.canonical, translating).undecided())
        } else {
            StandardStreams.text(VerdictText(record, budgets.display, translating).undecided)
        }
        return ExitStatus.refused.error
    }

    private func judge(_ record: ClaimRecord) throws -> Judged {
        do throws(Refusal) {
            let claim = try loaded(record)
            let judgement = try claim.verify(engine: engine.engine, tracing: explaining.isAsked, budget: budgets.budget)
            guard explaining.isAsked || explaining.probe != nil else {
                return Judged(claim: claim, judgement: judgement, account: judgement.account, flip: nil, probe: nil)
            }
            return try asked(claim, judgement, Query(claim.query, on: claim.table))
        } catch {
            try refuse(error, record: record, status: ExitStatus(error.first.code))
        }
    }

    private func asked(_ claim: Claim, _ judgement: Judgement, _ query: Query) throws(Refusal) -> Judged {
        let (frame, verdict) = (claim.table.frame, judgement.verdict == .entailed)
        let account = explaining.isAsked && judgement.account == nil ? try query.account(budget: budgets.budget) : judgement.account
        let flip = explaining.isAsked ? account.map { Flip(on: frame, budget: budgets.budget).find(query, on: frame, $0, verdict: verdict) } : nil
        let probe = explaining.probe(budgets.budget, seed: chance.seed)?.weigh(query, on: frame, verdict: verdict)
        return Judged(claim: claim, judgement: judgement, account: account, flip: flip, probe: probe)
    }

    private func loaded(_ record: ClaimRecord) throws(Refusal) -> Claim {
        do throws(Diagnostic) {
            if sentence != nil { return Claim(record.statement, query: record.query, table: try reading.read(claim)) }
            return try record.claim(tables: TableCache(folder: TableFolder(tables ?? folder(of: claim)), limits: reading.limits.limits))
        } catch {
            throw Refusal([error])
        }
    }

    private func refuse(_ refusal: Refusal, record: ClaimRecord?, status: ExitStatus, _ translating: Translating? = nil) throws -> Never {
        if json {
            StandardStreams.out(VerdictJSON(record, budgets.canonical, translating).refusal(refusal))
        } else if refusal.first.code.phase == .translator {
            Complaints(json: false).show(refusal.diagnostics)
        } else if let record, refusal.first.code.phase != .tables {
            Complaints(of: record.query, json: false).show(refusal.diagnostics)
        } else {
            Complaints(json: false).show(refusal.diagnostics.map { $0.placed(in: claim) })
        }
        throw status.error
    }

    private func writePage(_ judged: Judged, _ record: ClaimRecord, _ translating: Translating?) throws {
        guard let path = explaining.html, let account = judged.account else { return }
        let doubts = judged.warnings.map { ("Doubt", $0.message) }
        let sentence = translating.flatMap { $0.read(record.statement) }
        let page = AccountPage(
            title: judged.judgement.verdict.rawValue, sentence: sentence, facts: (sentence == nil ? [("Claim", record.statement)] : []) + doubts, query: record.query,
            evidence: Evidence(account, answeredBy: judged.judgement.engine), table: Excerpt(judged.claim.table.frame, .view, with: account.support.deciding.cells))
        do { try page.write(to: path) } catch { throw Complaints(json: json).refuse(error) }
    }

    /// The doubts come first.
    private func show(_ judged: Judged, _ record: ClaimRecord, _ translating: Translating?) {
        Complaints(of: record.query, json: false).show(judged.warnings)
        let evidence = evidence(judged) + (judged.probe.map { ["", ProbeText.line($0)] } ?? [])
        StandardStreams.out(VerdictText(record, budgets.display, translating).render(judged.judgement, evidence: evidence))
    }

    private func evidence(_ judged: Judged) -> [String] {
        guard let account = judged.account else { return [] }
        guard explaining.explain else { return AccountText.steps(account, answeredBy: judged.judgement.engine) }
        let text = AccountText(account: account, table: judged.claim.table.frame, color: StandardStreams.isTerminal(1) && StandardStreams.hasColor)
        return text.lines(answeredBy: judged.judgement.engine) + (judged.flip.map(text.lines) ?? [])
    }
}

extension Diagnostic {
    /// Says in which file the trouble is, unless the message does.
    fileprivate func placed(in path: String) -> Diagnostic {
        guard !message.contains(path), !notes.contains(where: { $0.hasPrefix("in ") }) else { return self }
        var placed = self
        placed.notes.insert("in \(path == "-" ? "standard input" : path)", at: 0)
        return placed
    }
}

/// The folder that a file is in.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
