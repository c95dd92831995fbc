import Datasets
import Diagnostics
import Files
import JSON
import Random

/// Builds WikiFact's claims from the questions of WikiTableQuestions and their answers: a question becomes a statement, true with the right
/// answer, false with a plausible other one.
///
/// Two variants are written. `original`: every statement with its right answer, all true. `balanced`: as many true statements as false ones,
/// each question once; which of the two it becomes, the seed decides.
public struct WikiFact: Sendable {
    private let folder: QuestionFolder
    private let splits: QuestionSplits
    private let size: Int?
    private let settings: BuildSettings
    private let observer: BuildObserver

    /// - Parameters:
    ///   - folder: a clone of WikiTableQuestions.
    ///   - size: the most claims of each label in a split of the balanced variant; nil for all there are. RePanda's test takes 300.
    public init(_ folder: QuestionFolder, splits: QuestionSplits = .standard, size: Int? = nil, settings: BuildSettings, observer: BuildObserver = BuildObserver()) {
        self.folder = folder
        self.splits = splits
        self.size = size
        self.settings = settings
        self.observer = observer
    }

    /// Writes the data set's folder.
    ///
    /// - Returns: its manifest; nil where the build was cancelled, which leaves nothing behind.
    /// - Throws: where the clone cannot be read, or the place cannot be written.
    public func build(_ place: BuildPlace) throws(Diagnostic) -> Manifest? {
        let output = try DatasetFolder(place.path, replaces: place.replaces)
        let questions = try splits.read(folder)
        let worker = WikiFactWorker(folder: TableFolder(folder.path), settings: settings)
        guard let outcomes = Assembly(threads: settings.threads, observer: observer).map(QuestionTable.grouped(questions), worker.build) else { return nil }
        var counts = WikiFact.counts
        for split in QuestionSplits.names {
            let inSplit = outcomes.joined().filter { $0.0.split == split }.sorted { $0.0.number < $1.0.number }
            try write(WikiFact.pairs(inSplit, &counts), split, to: output, &counts)
        }
        let manifest = try manifest(counts, output.contents)
        try output.finish(manifest, card: WikiFact.card(manifest))
        return manifest
    }

    private static func pairs(_ outcomes: [(SplitQuestion, WikiFactWorker.Outcome)], _ counts: inout Counts) -> [WikiFactPair] {
        outcomes.compactMap { _, outcome in
            counts.add("questions")
            switch outcome {
            case .worded(let pair):
                counts.add("statements")
                if pair.wrong == nil { counts.add("statements without a plausible other answer") }
                return pair
            case .leftOut(let reason):
                counts.add(reason)
                counts.add("left out")
                return nil
            }
        }
    }

    private func write(_ pairs: [WikiFactPair], _ split: String, to output: DatasetFolder, _ counts: inout Counts) throws(Diagnostic) {
        for pair in pairs { try output.append(pair.right.line, rows: 1, to: "original/\(split).jsonl") }
        counts.add("original: true", pairs.count)
        for record in balanced(pairs, split) {
            try output.append(record.line, rows: 1, to: "balanced/\(split).jsonl")
            counts.add(record.label ? "balanced: true" : "balanced: false")
        }
    }

    /// As many true records as false ones, in the questions' order.
    private func balanced(_ pairs: [WikiFactPair], _ split: String) -> [WikiFactRecord] {
        let both = pairs.compactMap { pair in pair.wrong.map { (right: pair.right, wrong: $0) } }
        var random = SeededGenerator(seed: settings.seed, name: "balanced/\(split)")
        let order = random.permutation(both.count)
        let half = min(both.count / 2, size ?? .max)
        let isWrong = Set(order.prefix(half))
        let isRight = Set(order.dropFirst(half).prefix(half))
        return both.indices.compactMap { at in isWrong.contains(at) ? both[at].wrong : isRight.contains(at) ? both[at].right : nil }
    }

    private func manifest(_ counts: Counts, _ entries: [FileEntry]) throws(Diagnostic) -> Manifest {
        var sources: [FileEntry] = []
        for file in splits.sources(folder) { sources.append(try .source("\(folder.path)/\(file)", name: file)) }
        var options: [(String, JSONValue)] = [("seed", .int(Int(truncatingIfNeeded: settings.seed)))]
        if let size { options.append(("size", .int(size))) }
        return Manifest(
            dataset: "WikiFact", origin: "From the questions and answers of WikiTableQuestions", schemaVersion: WikiFactRecord.schemaVersion, options: options,
            sources: sources, counts: counts, entries: entries)
    }

    private static let counts = Counts([
        "questions", "statements", "left out", "left out: no rule for the question", "left out: the answer does not fit the rule",
        "left out: more than 5 answers", "left out: the table cannot be read", "statements without a plausible other answer", "original: true",
        "balanced: true", "balanced: false",
    ])
}
