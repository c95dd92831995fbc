import Testing

/// The page of operations is what the catalogue says: `repanda operations --markdown > Grammar/OPERATIONS.md` writes it.
@Suite struct OperationsTests {
    @Test func thePageIsTheCatalogues() throws {
        let run = try Shell().run("repanda operations --markdown")
        #expect(run.status == 0)
        #expect(run.out == contents(checkout + "/Grammar/OPERATIONS.md"), "write Grammar/OPERATIONS.md anew")
    }
}
