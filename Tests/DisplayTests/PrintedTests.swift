import Diagnostics
import JSON
import Testing
import Values

@testable import Display

@Suite struct PrintedTests {
    @Test func fixturesAreThere() throws { #expect(try Printed.all().count > 390) }

    @Test(arguments: try Printed.all()) func asPandasPrints(_ printed: Printed) throws {
        #expect(try display(printed.value) == printed.text)
    }
}
