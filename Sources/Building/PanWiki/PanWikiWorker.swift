import Datasets
import Diagnostics
import Files
import Tables

/// A question with its candidates.
struct AskedQuestion: Sendable {
    let source: SplitQuestion
    let candidates: [Candidate]
}

/// A table with its questions and their candidates: one job of a build.
struct AskedTable: Sendable {
    let table: String
    let questions: [AskedQuestion]
}

/// Builds the records of one table after the other.
struct PanWikiWorker: Sendable {
    private static let instruction =
        "Translate the question about the table into one pandas expression over the DataFrame df whose value is the answer. Answer with the expression alone."

    let folder: TableFolder
    let settings: BuildSettings
    let isCancelled: @Sendable () -> Bool

    func build(_ table: AskedTable) -> Chunk {
        var chunk = Chunk(PanWiki.counts)
        do {
            let source = try SourceTable(table.table, in: folder, dialect: .wtq)
            for question in table.questions where !isCancelled() { add(record(question, source), &chunk) }
        } catch {
            chunk.counts.add("questions", table.questions.count)
            chunk.counts.add("questions whose table cannot be read", table.questions.count)
        }
        return chunk
    }

    private func record(_ asked: AskedQuestion, _ table: SourceTable) -> PanWikiRecord {
        let answer = RightAnswer(asked.source)
        let trier = Trier(
            table: table.table, text: asked.source.question.utterance, caption: "", goal: .answer(answer), corrector: settings.corrector, rounds: settings.rounds,
            budget: settings.budget)
        let candidates = settings.candidates(asked.candidates, for: asked.source.question.utterance, isQuestion: true, caption: "", over: table.table)
        var seen: Set<String> = []
        let trials = candidates.map { trier.run($0) }.filter { seen.insert($0.spelling).inserted }
            .map { Answered($0, answer) }
        return PanWikiRecord(
            source: asked.source, text: table.text, hash: table.hash, answer: answer, trials: trials, candidates: candidates.count,
            chosen: PanWikiWorker.choose(trials))
    }

    private static func choose(_ trials: [Answered]) -> Answered? {
        trials.first { $0.isAccepted && !$0.trial.isCorrected } ?? trials.first { $0.isAccepted } ?? trials.first { $0.items != nil } ?? trials.first
    }

    private func add(_ record: PanWikiRecord, _ chunk: inout Chunk) {
        let isAccepted = record.chosen?.isAccepted ?? false
        count(record, isAccepted, &chunk.counts)
        guard settings.isStrict ? isAccepted : record.chosen?.items != nil || settings.keepsAll else { return }
        chunk.counts.add("records")
        chunk.append(record.line, to: "\(record.source.split).jsonl")
        guard isAccepted, let code = record.chosen?.trial.code else { return }
        let prompt = Chat.prompt(PanWikiWorker.instruction, text: record.source.question.utterance, caption: "", table: record.text)
        chunk.append(Chat.line(prompt: prompt, query: code), to: "chat/\(record.source.split).jsonl")
    }

    private func count(_ record: PanWikiRecord, _ isAccepted: Bool, _ counts: inout Counts) {
        counts.add("questions")
        counts.add("candidates", record.candidates)
        switch record.status {
        case .asWritten, .corrected, .disagrees: counts.add(isAccepted ? "accepted" : "not accepted")
        case .noAnswer, .failed, .refused, .noCandidate: counts.add(record.status.counted)
        }
        if isAccepted, record.status == .corrected { counts.add("accepted: corrected") }
    }
}
