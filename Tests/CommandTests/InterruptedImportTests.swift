import Testing

/// An import that is killed leaves no half of a table: the next query reads the file again, whole.
@Suite struct InterruptedImportTests {
    @Test func killedImportsLeaveNothing() throws {
        let shell = try Shell()
        let made = try shell.run("awk 'BEGIN { print \"a,b\"; for (i = 0; i < 60000; i++) print i \",word \" i % 7 }' > big.csv && wc -l < big.csv")
        try #require(made.outText == "60001\n")
        for delay in ["0.02", "0.1", "0.2", "0.3", "0.5"] {
            let killed = try shell.run(
                """
                repanda query big.csv --database store.sqlite 'len(df)' >/dev/null 2>&1 & import=$!
                sleep \(delay); kill -9 $import 2>/dev/null; wait $import
                repanda query store.sqlite --table big 'len(df)' 2>/dev/null || echo none
                """)
            #expect(["none\n", "60000\n"].contains(killed.outText), "killed after \(delay) s: \(killed.outText)")
        }
        let whole = try shell.run("repanda query big.csv --database store.sqlite \"[len(df), df['a'].sum(), df['b'].nunique()]\"")
        #expect(whole.outText == "[60000, np.int64(1799970000), 7]\n", "\(whole.errText)")
    }
}
