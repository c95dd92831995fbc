import Testing

/// Pages of evidence stand alone, and text of tables and claims stays text.
@Suite struct AccountPageTests {
    @Test func hostileTextStaysText() throws {
        let shell = try Shell()
        let table = #"<script>alert(1)</script>,a\"><img src=x>\n</td>&amp;,2\n"#
        let claim = #"{"statement": "<b>bold</b>", "table_text": "\#(table)", "dialect": "csv", "query": "df.iloc[0, 0] == '</style><script>'"}"#
        let run = try shell.run("repanda verify - --html why.html >/dev/null && cat why.html", input: Array(claim.utf8))
        #expect(run.status == 0, "\(run.errText)")
        for piece in ["<script", "<img", "<b>bold", "</td>&amp;<", "://", "src=x>"] { #expect(!run.outText.contains(piece), "\(piece)") }
        for piece in ["&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;bold&lt;/b&gt;", "&lt;/td&gt;&amp;amp;"] { #expect(run.outText.contains(piece), "\(piece)") }
    }

    /// Every step can be chosen, and names a part of the query and cells that decide.
    @Test func stepsMarkTheirCells() throws {
        let run = try Shell().run("repanda query crowds.csv \"df.loc[df['points'].idxmax(), 'team']\" --html why.html && cat why.html")
        #expect(run.status == 0, "\(run.errText)")
        #expect(run.outText.hasPrefix("north\n"))
        let steps = run.outText.split(separator: "<input type=\"radio\"").count - 1
        #expect(steps >= 2)
        for step in 0..<steps { #expect(run.outText.contains("id=\"s\(step)\"") && run.outText.contains("#s\(step):checked")) }
        #expect(run.outText.contains(" decides\">102</td>"))
    }

    /// The parts of a sentence are numbered and mark the cells that they were read as.
    @Test func partsOfASentenceMarkTheirCells() throws {
        let run = try Shell().run("repanda verify crowds.csv 'north have the most points' --abstain-below 0 --html why.html > out.txt && cat why.html")
        #expect(run.status == 0, "\(run.errText)")
        for piece in ["<u class=\"l0\">north</u><sup>1</sup>", "id=\"l0\"", "#l0:checked", "How it was read", " % ("] { #expect(run.outText.contains(piece), "\(piece)") }
    }

    @Test func aPageThatCannotBeWrittenIsAnError() throws {
        let run = try Shell().run("repanda query crowds.csv 'len(df)' --html nowhere/why.html")
        #expect(run.status == 2)
        #expect(run.errText.contains("RP8001"))
    }
}
