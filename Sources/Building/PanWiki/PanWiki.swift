import Datasets
import Diagnostics
import Files
import JSON
import Scoring
import Values

/// Builds PanWiki's records from the questions of WikiTableQuestions and candidate queries: one record a question, with the query's answer, the
/// right one, and whether the official rule accepts it.
public struct PanWiki: Sendable {
    private let folder: QuestionFolder
    private let splits: QuestionSplits
    private let queries: [String]
    private let settings: BuildSettings
    private let observer: BuildObserver

    /// - Parameters:
    ///   - folder: a clone of WikiTableQuestions.
    ///   - queries: files of candidates, one object a line with `table`, `question` and `query`.
    public init(_ folder: QuestionFolder, splits: QuestionSplits = .standard, queries: [String], settings: BuildSettings, observer: BuildObserver = BuildObserver()) {
        self.folder = folder
        self.splits = splits
        self.queries = queries
        self.settings = settings
        self.observer = observer
    }

    /// Writes the data set's folder.
    ///
    /// - Returns: its manifest; nil where the build was cancelled, which leaves nothing behind.
    /// - Throws: where the clone or the candidates cannot be read, or the place cannot be written.
    public func build(_ place: BuildPlace) throws(Diagnostic) -> Manifest? {
        let output = try DatasetFolder(place.path, replaces: place.replaces)
        var candidates = try CandidateFile(queries, by: "question")
        let tables = QuestionTable.grouped(try splits.read(folder)).map { table in
            AskedTable(
                table: table.table,
                questions: table.questions.map {
                    AskedQuestion(source: $0, candidates: candidates.take(table: Text(table.table), Text($0.question.utterance)))
                })
        }
        let worker = PanWikiWorker(folder: TableFolder(folder.path), settings: settings, isCancelled: observer.isCancelled)
        guard var counts = try Assembly(threads: settings.threads, observer: observer).run(tables, into: output, counting: PanWiki.counts, worker.build)
        else { return nil }
        counts.add("candidates of other questions", candidates.unused)
        let manifest = try manifest(counts, output.contents)
        try output.finish(manifest, card: PanWiki.card(manifest))
        return manifest
    }

    private func manifest(_ counts: Counts, _ entries: [FileEntry]) throws(Diagnostic) -> Manifest {
        var sources: [FileEntry] = []
        for file in splits.sources(folder) { sources.append(try .source("\(folder.path)/\(file)", name: file)) }
        for path in queries { sources.append(try .source(path, name: path.split(separator: "/").last.map(String.init) ?? path)) }
        let options: [(String, JSONValue)] = [
            ("rule", .string(Text(WikiTableQuestionsRule.name))), ("rounds", .int(settings.rounds)), ("strict", .bool(settings.isStrict)),
            ("all", .bool(settings.keepsAll)),
        ]
        return Manifest(
            dataset: "PanWiki", origin: "From the questions of WikiTableQuestions and candidate queries", schemaVersion: PanWikiRecord.schemaVersion,
            options: options + settings.proposing, sources: sources, counts: counts, entries: entries)
    }

    private static let unanswered: [Status] = [.noAnswer, .failed, .refused, .noCandidate]

    static let counts = Counts(
        ["questions", "candidates", "records", "accepted", "accepted: corrected", "not accepted"] + unanswered.map(\.counted)
            + ["questions whose table cannot be read"])
}
