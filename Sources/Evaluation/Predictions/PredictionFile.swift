import Diagnostics
import Files
import JSON

/// A file of predictions: `repanda eval --predictions` wrote it, of all records or of a shard.
public struct PredictionFile: Sendable {
    let path: String
    let predictions: [Prediction]
    /// nil where the file is of all records.
    let end: ShardEnd?

    /// - Throws: where the file cannot be read, or a line is no prediction.
    public init(_ path: String) throws(Diagnostic) {
        var predictions: [Prediction] = []
        var end: ShardEnd?
        var stream = try RecordStream(path: path)
        while let item = try stream.next() {
            try inFile(path) { () throws(Diagnostic) in
                let object = try item.object()
                if object["shard"] == nil { predictions.append(try Prediction(object)) } else { end = try ShardEnd(object) }
            }
        }
        self.path = path
        self.predictions = predictions
        self.end = end
    }
}

extension PredictionFile {
    /// Whether predictions say what they rest on.
    public var hasEvidence: Bool { predictions.contains { $0.evidence != nil } }
}

extension [PredictionFile] {
    /// All predictions, in the order of the records.
    public var predictions: [Prediction] { flatMap(\.predictions).sorted { $0.number < $1.number } }
}

extension Report {
    /// The report of all shards of an evaluation, or of one file of all records.
    ///
    /// - Throws: `malformedDataset` where the files are not all shards of one evaluation, each once.
    public init(_ files: [PredictionFile], mostListed: Int = 0) throws(Diagnostic) {
        let ends = files.compactMap(\.end)
        let whole = files.count == 1 && ends.isEmpty
        let predictions = files.predictions
        if !whole { try Report.check(files, ends, predictions) }
        self.init(run: ends.first?.run ?? Run(source: files.first?.path ?? "", engine: nil), mostListed: mostListed)
        for prediction in predictions { add(prediction) }
        add(unreadable: ends.reduce(0) { $0 + $1.unreadable })
    }

    private static func check(_ files: [PredictionFile], _ ends: [ShardEnd], _ predictions: [Prediction]) throws(Diagnostic) {
        for file in files where file.end == nil {
            throw Diagnostic(.malformedDataset, "'\(file.path)' is not a whole shard: it has no last line that says which", helps: ["'repanda eval --shard' writes shards"])
        }
        guard let first = ends.first else { return }
        for end in ends where end.run != first.run || end.shard.count != first.shard.count || end.records != first.records {
            throw Diagnostic(.malformedDataset, "the shards are of different evaluations", notes: ["\(first.told)", "\(end.told)"])
        }
        let numbers = ends.map(\.shard.number)
        for number in 1...first.shard.count {
            let count = numbers.count { $0 == number }
            guard count != 1 else { continue }
            throw Diagnostic(.malformedDataset, "shard \(number) of \(first.shard.count) is \(count == 0 ? "missing" : "there \(count) times")")
        }
        let found = predictions.count + ends.reduce(0) { $0 + $1.unreadable }
        guard found == first.records else { throw Diagnostic(.malformedDataset, "the shards have \(found) of \(first.records) records: a file is not whole") }
    }
}

extension ShardEnd {
    /// For a message.
    fileprivate var told: String { "shard \(shard.number) of \(shard.count) of \(run.source), \(records) records, engine \(run.engine?.rawValue ?? "unknown")\(run.probe.map { ", \($0.runs) probes with seed \($0.seed)" } ?? "")" }
}
