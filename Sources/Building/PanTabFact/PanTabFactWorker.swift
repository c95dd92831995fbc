import Datasets
import Diagnostics
import Files
import Probing
import RePanda
import Tables

/// Builds the records of one table after the other.
struct PanTabFactWorker: Sendable {
    private static let instruction =
        "Translate the statement about the table into one pandas expression over the DataFrame df that evaluates to True where the statement is true, else to False. Answer with the expression alone."

    let folder: TableFolder
    let settings: BuildSettings
    let isCancelled: @Sendable () -> Bool

    func build(_ table: ClaimTable) -> Chunk {
        var chunk = Chunk(PanTabFact.counts)
        do {
            let source = try SourceTable(table.file, in: folder, dialect: .tabfact)
            let words = Occurrences(source.text)
            for entry in table.entries where !isCancelled() { add(record(entry, table, source, words), &chunk) }
        } catch {
            chunk.counts.add("claims", table.entries.count)
            chunk.counts.add("claims whose table cannot be read", table.entries.count)
        }
        return chunk
    }

    private func record(_ entry: ClaimTable.Entry, _ table: ClaimTable, _ source: SourceTable, _ words: Occurrences) -> PanTabFactRecord {
        let statement = entry.claim.statement.string
        let trier = Trier(
            table: source.table, text: statement, caption: table.caption, goal: .label(entry.claim.label), corrector: settings.corrector, rounds: settings.rounds,
            budget: settings.budget)
        let candidates = settings.candidates(entry.candidates, for: statement, isQuestion: false, caption: table.caption, over: source.table)
        let trials = Trials(candidates, label: entry.claim.label, trier)
        let isProposed = candidates.contains(where: \.isProposed)
        let search = SupportSearch(
            table: source.table, claim: isProposed ? ClaimDoubts(ClaimText(statement, caption: table.caption), table: source.table) : nil, tableWords: words, claimWords: Occurrences(statement),
            probe: Probe(runs: settings.probes, seed: settings.seed, budget: settings.budget))
        let chosen = PanTabFactWorker.choose(trials, search, verdict: entry.claim.label)
        return PanTabFactRecord(
            table: table, text: source.text, hash: source.hash, entry: entry, trials: trials, judged: chosen?.judged ?? trials.bestOfRest,
            support: chosen?.support)
    }

    /// More passing queries than this are not looked at for one without a doubt.
    private static let mostExamined = 16

    /// The first passing query without a doubt; where each has one, the first.
    private static func choose(_ trials: Trials, _ search: SupportSearch, verdict: Bool) -> (judged: Judged, support: Support)? {
        let isOutvoted = trials.count(.disagrees) > trials.count(.agrees)
        var first: (judged: Judged, support: Support)?
        for judged in trials.passing.prefix(mostExamined) {
            guard let query = judged.trial.query else { continue }
            let support = search.support(of: query, verdict: verdict, isOutvoted: isOutvoted, isUnsure: search.isUnsure(query, judged.trial.candidate))
            if support.doubts.isEmpty { return (judged, support) }
            first = first ?? (judged, support)
        }
        return first
    }

    private func add(_ record: PanTabFactRecord, _ chunk: inout Chunk) {
        count(record, &chunk.counts)
        guard record.support != nil || settings.keepsAll else { return }
        if settings.isStrict, let support = record.support, !support.doubts.isEmpty { return chunk.counts.add("left out as doubtful") }
        chunk.counts.add("records")
        chunk.append(record.line, to: "\(record.table.split).jsonl")
        guard record.support != nil, let code = record.judged?.trial.code else { return }
        let prompt = Chat.prompt(
            PanTabFactWorker.instruction, text: record.entry.claim.statement.string, caption: record.table.caption, table: record.text)
        chunk.append(Chat.line(prompt: prompt, query: code), to: "chat/\(record.table.split).jsonl")
    }

    private func count(_ record: PanTabFactRecord, _ counts: inout Counts) {
        counts.add("claims")
        counts.add("candidates", record.trials.candidates)
        counts.add(record.status.counted)
        guard let support = record.support else { return }
        for doubt in support.doubts { counts.add("doubtful: \(doubt.rawValue)") }
        if !support.doubts.isEmpty { counts.add("doubtful") }
    }
}
