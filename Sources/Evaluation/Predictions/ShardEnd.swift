import Diagnostics
import JSON
import RePanda

/// The last line of a shard's file: what its predictions are of, and the sign that they are all there.
///
///     {"shard": 2, "of": 5, "source": "claims.jsonl", "engine": "memory", "records": 340, "unreadable": 0}
struct ShardEnd: Sendable {
    let shard: Shard
    let run: Report.Run
    /// Records of the whole file, of all shards.
    let records: Int
    /// Records of this shard that are no claims.
    let unreadable: Int

    init(shard: Shard, run: Report.Run, records: Int, unreadable: Int) {
        self.shard = shard
        self.run = run
        self.records = records
        self.unreadable = unreadable
    }

    /// - Throws: where the object is no such line.
    init(_ object: JSONObject) throws(Diagnostic) {
        let (number, count) = (try object.int("shard"), try object.int("of"))
        guard let shard = Shard(number, of: count) else { throw Diagnostic(.malformedDataset, "there is no shard \(number) of \(count)") }
        let engine = try object.text("engine").string
        guard let engine = Engine(rawValue: engine) else { throw Diagnostic(.malformedDataset, "there is no engine '\(engine)'") }
        self.shard = shard
        let probe = try object.optionalObject("probe")
        run = Report.Run(
            source: try object.text("source").string, engine: engine, probe: try probe.map { (object) throws(Diagnostic) in try Report.Run.Probes(object) })
        records = try object.int("records")
        unreadable = try object.int("unreadable")
    }

    /// The line.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("shard")
        writer.int(shard.number)
        writer.key("of")
        writer.int(shard.count)
        writer.key("source")
        writer.string(run.source)
        writer.key("engine")
        writer.optional(run.engine?.rawValue)
        if let probe = run.probe {
            writer.key("probe")
            probe.write(to: &writer)
        }
        writer.key("records")
        writer.int(records)
        writer.key("unreadable")
        writer.int(unreadable)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}

extension Report.Run.Probes {
    fileprivate init(_ object: JSONObject) throws(Diagnostic) {
        self.init(runs: try object.int("runs"), seed: UInt64(bitPattern: Int64(try object.int("seed"))))
    }

    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("runs")
        writer.int(runs)
        writer.key("seed")
        writer.int(Int(Int64(bitPattern: seed)))
        writer.endObject()
    }
}
