import Catalog
import Testing

@Suite struct FamilyTests {
    /// What `.str` and `.dt` are asked of is no operation; the names stand for all below them.
    private static let accessors = ["str", "dt"]

    @Test(arguments: Family.allCases) func everyNameIsAnOperation(_ family: Family) {
        for name in family.names where !Self.accessors.contains(name) {
            #expect(Receiver.allCases.contains { $0.operation(named: name) != nil }, "\(name)")
        }
    }

    @Test func aNameIsInOneFamily() {
        let names = Family.allCases.flatMap(\.names)
        #expect(Set(names).count == names.count)
    }
}
