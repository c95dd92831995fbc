import Random
import Testing

/// Evaluations in parts: the report of all shards is, to the byte, that of one run.
@Suite struct ShardTests {
    private static var records: String { "'\(checkout)/Datasets/tabfact/pantabfact.jsonl'" }

    /// Random numbers of shards, merged in a random order.
    @Test(arguments: 0..<6) func mergingIsAsOneRun(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let count = 1 + random.below(9)
        let order = random.permutation(count).map { "\($0 + 1).jsonl" }.joined(separator: " ")
        let run = try Shell().run(
            """
            cat \(Self.records) claims-with-faults.jsonl > all.jsonl
            repanda eval all.jsonl --json --html one.html > one.json 2> /dev/null
            for at in $(seq \(count)); do repanda eval all.jsonl --shard $at/\(count) --predictions $at.jsonl --jobs \(1 + random.below(4)) 2> /dev/null || exit 1; done
            repanda merge \(order) --json --html merged.html > merged.json
            cmp one.json merged.json && cmp one.html merged.html && echo same
            """)
        #expect(run.outText == "same\n", "\(count) shards: \(run.errText)")
    }

    /// Times are taken once and merged: two merges of the same shards say the same.
    @Test func timesAreMerged() throws {
        let run = try Shell().run(
            """
            for at in 1 2; do repanda eval \(Self.records) --timings --shard $at/2 --predictions $at.jsonl; done
            repanda merge 1.jsonl 2.jsonl --json --html a.html > a.json; repanda merge 2.jsonl 1.jsonl --json --html b.html > b.json
            cmp a.json b.json && cmp a.html b.html && grep -c '"queries": 340' a.json && grep -c 'Time per query' a.html
            """)
        #expect(run.outText == "1\n1\n", "\(run.errText)")
    }

    /// A shard that was cut off, is missing, is there twice or is of something else is told, not added up.
    @Test(arguments: [
        ("1.jsonl", "shard 2 of 3 is missing"), ("1.jsonl 2.jsonl 3.jsonl 2.jsonl", "shard 2 of 3 is there 2 times"),
        ("1.jsonl 2.jsonl cut.jsonl", "'cut.jsonl' is not a whole shard"), ("1.jsonl 2.jsonl thin.jsonl", "the shards have 339 of 340 records"),
        ("1.jsonl 2.jsonl other.jsonl", "the shards are of different evaluations"),
    ]) func whatIsNotWholeIsRefused(_ files: String, _ message: String) throws {
        let run = try Shell().run(
            """
            for at in 1 2 3; do repanda eval \(Self.records) --shard $at/3 --predictions $at.jsonl; done
            sed '$d' 3.jsonl > cut.jsonl; sed 1d 3.jsonl > thin.jsonl
            repanda eval \(Self.records) --engine auto --shard 3/3 --predictions other.jsonl
            repanda merge \(files)
            """)
        #expect(run.status == 2)
        #expect(run.outText.isEmpty)
        #expect(run.errText.contains(message), "\(run.errText)")
    }
}
