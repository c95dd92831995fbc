import ArgumentParser
import Diagnostics
import Evaluation
import Files

/// How `eval` has queries written for the claims of a split.
struct EvalTranslatorOptions: ParsableArguments {
    @OptionGroup(title: "Translator")
    var translator: TranslatorOptions

    @Option(help: ArgumentHelp("Draw this many claims or questions of the split; the first of a larger draw are the smaller. (default: all)", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("How many requests are under way at a time.", valueName: "count"))
    var concurrency = 4

    func validate() throws {
        if let limit { try requirePositive(limit, "--limit") }
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency must be from 1 to 256") }
    }

    /// Only the option asks: a variable of the environment must not turn an evaluation of queries into one of a model.
    var isAsked: Bool { translator.translator != nil }

    /// How a report names what wrote the queries.
    func told(seed: UInt64) -> String {
        let drawn = limit.map { ", \($0) drawn with seed \(seed)" } ?? ""
        return "\(translator.model ?? translator.translator ?? ""), \(translator.template.rawValue)\(drawn)"
    }

    /// Has the queries written.
    ///
    /// - Throws: where the split cannot be read, or the translator is not there.
    func run(tabfact: String?, wtq: String?, split: String, tables: TableCache, seed: UInt64) throws(Diagnostic) -> TranslatedSplit {
        let open = try drawn(tabfact, wtq, split, Draw(limit: limit, seed: seed))
        let progress = Progress(wtq == nil ? "claims translated" : "questions translated")
        var settings = SplitTranslator.Settings()
        settings.concurrency = concurrency
        settings.progress = { progress.show(Double($0) / Double(max($1, 1)), count: $0) }
        defer { progress.finish() }
        return try SplitTranslator(translator.drafter(seed: seed), tables: tables, settings).translate(open)
    }

    private func drawn(_ tabfact: String?, _ wtq: String?, _ split: String, _ draw: Draw) throws(Diagnostic) -> OpenSplit {
        guard let wtq else { return try OpenSplit(tabfact: tabfact ?? "", split: split, draw: draw) }
        return try OpenSplit(wtq: wtq, split: split, draw: draw)
    }
}
