import Glibc
import Testing

/// What a build promises beyond what it prints: the same bytes every time, and nothing that looks finished before it is.
@Suite struct BuildTests {
    private static let build = "repanda build pantabfact --tabfact clones/tabfact --queries clones/tabfact-queries.jsonl"

    @Test func buildingTwiceGivesTheSameBytes() throws {
        let run = try Shell().run("\(Self.build) --output a --jobs 1 >&2 && \(Self.build) --output b --jobs 4 >&2 && diff -r a b && ls a a/chat")
        #expect(run.status == 0)
        #expect(run.outText == "a:\nREADME.md\nchat\nmanifest.json\ntest.jsonl\ntrain.jsonl\nvalidation.jsonl\n\na/chat:\ntest.jsonl\ntrain.jsonl\nvalidation.jsonl\n")
    }

    /// A clone of 400 tables, so that a build takes a while.
    private static let largeClone = """
        mkdir -p big/data/all_csv big/tokenized_data
        { printf '{'; for at in $(seq 400); do
            printf 'club#points\\nmilan#%d\\nroma#22\\n' $at > big/data/all_csv/$at.csv
            [ $at = 1 ] || printf ', '
            printf '"%d.csv": [["milan have %d point"], [1], "clubs"]' $at $at
        done; printf '}'; } > big/tokenized_data/train_examples.json
        for at in $(seq 400); do
            printf '{"table": "%d.csv", "statement": "milan have %d point", "query": "df.loc[df[\\"club\\"] == \\"milan\\", \\"points\\"].iloc[0] == %d"}\\n' $at $at $at
        done > big.jsonl
        """

    private static let slow = "repanda build pantabfact --tabfact big --queries big.jsonl --probes 1000 --output out"

    @Test(arguments: [("INT", 130), ("TERM", 143)]) func anInterruptedBuildLeavesNothing(_ signal: String, _ status: Int) throws {
        let run = try Shell().run(
            """
            \(Self.largeClone)
            \(Self.slow) & process=$!
            until ls -d .out.*.building 2> /dev/null; do sleep 0.01; done
            kill -\(signal) $process; wait $process; echo $?
            ls -A | grep out
            """)
        #expect(run.outText.hasSuffix("\n\(status)\noutside.json\n"), "\(run.outText)\(run.errText)")
        #expect(run.errText == "interrupted: nothing was written to out\n")
    }

    @Test func aKilledBuildLeavesNothingThatLooksFinished() throws {
        let run = try Shell().run(
            """
            \(Self.largeClone)
            \(Self.slow) & process=$!
            until ls -d .out.*.building > /dev/null 2>&1; do sleep 0.01; done
            kill -KILL $process; wait $process
            ls -A | grep -c 'out\\..*building'; ls -d out
            \(Self.build) --output out > /dev/null; ls -A | grep -c building; ls out/manifest.json
            """)
        #expect(run.outText == "1\n0\nout/manifest.json\n")
        #expect(run.errText.contains("cannot access 'out'"))
    }

    @Test func aFolderThatIsReplacedIsReplacedWhole() throws {
        let run = try Shell().run("\(Self.build) --output out > /dev/null; touch out/stray.jsonl; \(Self.build) --output out --force > /dev/null; ls -A out | grep -c stray; ls -A | grep -c building")
        #expect(run.outText == "0\n0\n")
    }
}
