import Testing

/// Pages of evidence beside the report of an evaluation: all links lead somewhere, and text stays text.
@Suite struct EvidencePagesTests {
    private static var records: String { "'\(checkout)/Datasets/tabfact/pantabfact.jsonl'" }

    /// Every link of the report, of the lists and of the pages is a file that is there, and every page leads back.
    @Test(arguments: [("wrong", 9), ("all", 340)]) func everyLinkLeadsSomewhere(_ pages: String, _ count: Int) throws {
        let run = try Shell().run(
            """
            repanda eval \(Self.records) --explain --pages \(pages) --html 'a report.html' > /dev/null || exit 1
            ls 'a report-evidence' | grep -vc list
            for file in 'a report.html' 'a report-evidence'/*.html; do
                grep -o 'href="[^"]*"' "$file" | sed 's/^href="//; s/"$//; s/%20/ /g' | sort -u | while read -r link; do
                    test -f "$(dirname "$file")/$link" || echo "$file: $link"
                done
            done
            for file in 'a report-evidence'/*.html; do grep -q 'href="../a%20report.html"' "$file" || echo "$file: no way back"; done
            grep -c 'steps and cells' 'a report.html'
            """)
        #expect(run.outText == "\(count)\n9\n", "\(run.errText)")
    }

    @Test func listsAreCutIntoPages() throws {
        let run = try Shell().run(
            """
            for at in 1 2 3; do cat \(Self.records); done > many.jsonl
            repanda eval many.jsonl --explain --pages all --html r.html > /dev/null || exit 1
            ls r-evidence | grep list; grep -c '<li>' r-evidence/list-1.html r-evidence/list-3.html; grep -o 'href="list-2.html"' r-evidence/list-3.html | sort -u
            """)
        #expect(run.outText == "list-1.html\nlist-2.html\nlist-3.html\nr-evidence/list-1.html:500\nr-evidence/list-3.html:20\nhref=\"list-2.html\"\n", "\(run.errText)")
    }

    @Test func hostileTextStaysText() throws {
        let claim = #"{"statement": "<script>alert(1)</script>", "label": 1, "table_text": "a<img>#b\n</td>#2\n", "query": "df.iloc[0, 0] == '</pre><script>'"}"#
        let run = try Shell().run("repanda eval - --explain --html r.html > /dev/null && cat r-evidence/*.html", input: Array((claim + "\n").utf8))
        #expect(run.status == 0, "\(run.errText)")
        for piece in ["<script", "<img", "://"] { #expect(!run.outText.contains(piece), "\(piece)") }
        for piece in ["&lt;script&gt;alert(1)", "&lt;/td&gt;", "a&lt;img&gt;"] { #expect(run.outText.contains(piece), "\(piece)") }
    }

    /// A folder of somebody's files is not replaced; the pages of an earlier run are.
    @Test func foldersOfOthersAreLeftAlone() throws {
        let run = try Shell().run(
            """
            for run in 1 2; do repanda eval claims.jsonl --explain --html r.html > /dev/null || exit 1; done
            echo precious > r-evidence/notes.txt
            repanda eval claims.jsonl --explain --html r.html > /dev/null
            echo $?; cat r-evidence/notes.txt; ls -a | grep -c building
            """)
        #expect(run.outText == "2\nprecious\n0\n")
        #expect(run.errText.contains("RP8017"), "\(run.errText)")
    }

    /// Evidence, probes and pages of shards are those of one run.
    @Test func shardsKeepEvidenceAndProbes() throws {
        let run = try Shell().run(
            """
            head -n 60 \(Self.records) > some.jsonl; cat claims-with-faults.jsonl >> some.jsonl
            repanda eval some.jsonl --explain --probe 5 --seed 3 --pages all --json --html one.html --predictions one.jsonl > one.json 2> /dev/null
            for at in 1 2 3; do repanda eval some.jsonl --explain --probe 5 --seed 3 --pages all --shard $at/3 --predictions $at.jsonl 2> /dev/null || exit 1; done
            mkdir merged; repanda merge 3.jsonl 1.jsonl 2.jsonl --pages all --json --html merged/one.html > merged.json
            cmp one.json merged.json && cmp one.html merged/one.html && diff -r one-evidence merged/one-evidence && echo same
            cat 1.jsonl 2.jsonl 3.jsonl | grep -v '"shard"' | sort > parts; sort one.jsonl | cmp - parts && echo same
            repanda eval some.jsonl --explain --probe 6 --seed 3 --shard 3/3 --predictions 3.jsonl 2> /dev/null; repanda merge 1.jsonl 2.jsonl 3.jsonl
            """)
        #expect(run.outText == "same\nsame\n")
        #expect(run.errText.contains("the shards are of different evaluations"), "\(run.errText)")
    }

    /// Every cell that a prediction names is one of its table, and the deciding ones are among those read.
    @Test func predictionsHaveTheEvidenceOfBatch() throws {
        let run = try Shell().run(
            """
            repanda eval claims.json --explain --predictions p.jsonl > /dev/null || exit 1
            echo '{"id": 0, "table": "crowds.csv", "query": "df[\\"crowd\\"].max() > 30000", "explain": true}' | repanda batch | sed 's/.*"evidence": //; s/}$//' > batch.json
            grep -cF "$(cat batch.json)" p.jsonl
            """)
        #expect(run.outText == "1\n", "\(run.errText)")
    }
}
