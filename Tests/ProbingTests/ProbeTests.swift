import Probing
import RePanda
import Testing

/// What disturbing a table does to verdicts, and what it leaves alone.
@Suite struct ProbeTests {
    static let csv = "name,year,crowd\nmcg,1956,20000\nscg,1957,9000\ngabba,1958,7000\nwaca,1959,12000\nmcg,1960,31000\nscg,1961,8000\n"

    private func counts(_ text: String, seed: UInt64 = 7) throws -> (permuted: Probe.Count, omitted: Probe.Count, verdict: Bool) {
        let table = try Table(csv: ProbeTests.csv)
        let query = try Query(text, on: table)
        let verdict = try query.run().judged().verdict
        let probe = Probe(runs: 16, seed: seed)
        return (
            probe.count(.permutedCells, of: query, on: table, verdict: verdict), probe.count(.omittedRows, of: query, on: table, verdict: verdict), verdict
        )
    }

    @Test func whatStandsBesideWhatIsLost() throws {
        let found = try counts("df.loc[df['name'] == 'gabba', 'crowd'].iloc[0] == 7000")
        #expect(found.verdict)
        #expect(found.permuted.changed > 8)
        #expect(found.permuted.failed == 0)
    }

    @Test func aColumnAsAWholeStaysUntilRowsAreLeftOut() throws {
        let found = try counts("df['crowd'].max() == 31000")
        #expect(found.permuted.isUnmoved)
        #expect(found.omitted.changed > 2)
    }

    @Test(arguments: ["True", "len(df) >= 0", "df['crowd'].max() != 5"]) func whatHoldsForEveryTableIsUnmoved(_ text: String) throws {
        let found = try counts(text)
        #expect(found.permuted.isUnmoved && found.omitted.isUnmoved)
    }

    @Test func aRowThatIsLookedForMayBeLeftOut() throws {
        let found = try counts("df.loc[df['name'] == 'waca', 'crowd'].iloc[0] > 0")
        #expect(found.omitted.failed > 2)
        #expect(found.omitted.isUnmoved, "every crowd is above 0, so those that found a row say True")
    }

    @Test func theSeedDecides() throws {
        let query = "df.iloc[0]['crowd'] > 10000"
        let first = try counts(query, seed: 1)
        #expect(try counts(query, seed: 1).permuted == first.permuted)
        #expect(try (2..<12).contains { try counts(query, seed: $0).permuted != first.permuted })
    }

    /// What rests on columns as a whole is not vacuous; what holds whatever the rows is.
    @Test(arguments: [
        ("df.loc[df['name'] == 'gabba', 'crowd'].iloc[0] == 7000", false, false), ("df['crowd'].max() == 31000", true, false),
        ("len(df[df['name'] == 'mcg']) == 2", true, false), ("len(df) >= 0", true, true),
    ]) func whatMovesAVerdict(_ text: String, _ isRedrawn: Bool, _ isVacuous: Bool) throws {
        let table = try Table(csv: ProbeTests.csv)
        let query = try Query(text, on: table)
        let finding = Probe(runs: 16, seed: 7).weigh(query, on: table.frame, verdict: try query.run().judged().verdict)
        #expect((finding.redrawn != nil) == isRedrawn)
        #expect(finding.isVacuous == isVacuous)
    }

    /// A value that is no verdict changes where any part of it does.
    @Test func valuesAreComparedWhole() throws {
        let table = try Table(csv: ProbeTests.csv)
        let rows = try Query("df[df['crowd'] > 9000]", on: table)
        let largest = try Query("df['crowd'].max()", on: table)
        let probe = Probe(runs: 16, seed: 7)
        #expect(try probe.weigh(rows, on: table.frame, value: rows.run().value)?.permuted.changed == 16)
        let finding = try #require(try probe.weigh(largest, on: table.frame, value: largest.run().value))
        #expect(finding.permuted.isUnmoved && (finding.redrawn?.changed ?? 0) > 2)
    }
}
