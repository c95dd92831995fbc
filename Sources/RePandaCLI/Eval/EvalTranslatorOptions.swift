import ArgumentParser
import Diagnostics
import Evaluation
import Files
import Interpreter

/// How `eval` has queries written for the claims of a split.
struct EvalTranslatorOptions: ParsableArguments {
    @OptionGroup(title: "Translator")
    var translator: TranslatorOptions

    @OptionGroup(title: "Translator")
    var drafting: DraftOptions

    @Option(help: ArgumentHelp("Draw this many claims or questions of the split; the first of a larger draw are the smaller. (default: all)", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Write one line a claim with every query that was written for it, and what came of it.", valueName: "file"))
    var drafts: String?

    func validate() throws {
        if let limit { try requirePositive(limit, "--limit") }
    }

    /// Only the option names one: a variable of the environment must not turn an evaluation of queries into one of a model.
    var isNamed: Bool { translator.translator != nil }

    /// How a report names what wrote the queries.
    func told(seed: UInt64) -> String {
        let drawn = limit.map { ", \($0) drawn with seed \(seed)" } ?? ""
        let words = translator.isSearch ? "" : ", \(translator.template)"
        return "\(translator.model ?? translator.name)\(words)\(drawn)"
    }

    /// Has the queries written.
    ///
    /// - Throws: where the split cannot be read, or the translator is not there.
    func run(records: String?, tabfact: String?, wtq: String?, split: String, tables: TableCache, seed: UInt64, budget: Budget) throws(Diagnostic) -> TranslatedSplit {
        let open = try drawn(records, tabfact, wtq, split, Draw(limit: limit, seed: seed))
        let output = try drafts.map { (path) throws(Diagnostic) in try AtomicFile(path) }
        let progress = Progress(wtq == nil ? "claims translated" : "questions translated")
        var settings = SplitTranslator.Settings()
        settings.concurrency = translator.concurrency
        settings.samples = drafting.samples
        settings.abstainBelow = drafting.abstainBelow
        settings.progress = { progress.show(Double($0) / Double(max($1, 1)), count: $0) }
        settings.drafts = { output?.write($0) }
        defer { progress.finish() }
        let translated = try SplitTranslator(translator.sentenceTranslator(seed: seed, drafting, budget: budget), tables: tables, settings).translate(open)
        try output?.commit()
        return translated
    }

    private func drawn(_ records: String?, _ tabfact: String?, _ wtq: String?, _ split: String, _ draw: Draw) throws(Diagnostic) -> OpenSplit {
        if let records { return try OpenSplit(records: records, draw: draw) }
        guard let wtq else { return try OpenSplit(tabfact: tabfact ?? "", split: split, draw: draw) }
        return try OpenSplit(wtq: wtq, split: split, draw: draw)
    }

    /// How an evaluation ends whose translator gave up or was interrupted; nil where something else went wrong.
    func end(_ error: Diagnostic) -> ExitCode? {
        guard error.code.phase == .translator else { return nil }
        let status: ExitCode
        if Interrupt.signal != 0 {
            StandardStreams.err("interrupted\n")
            // As a shell tells of a process that a signal ended.
            status = ExitCode(128 + Interrupt.signal)
        } else {
            status = Complaints(json: false).refuse(error)
        }
        if let help = wayOn(error) { StandardStreams.err("\(help)\n") }
        return status
    }

    /// How a run that ended early is gone on with; nil where the error itself says so.
    private func wayOn(_ error: Diagnostic) -> String? {
        guard error.code != .missingExchange else { return nil }
        return translator.transcript == nil ? "with --transcript FILE a run can go on where it stopped" : "the same command goes on where this one stopped"
    }
}
