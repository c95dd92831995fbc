import Testing

@testable import Catalog

/// The catalogue is the single source of the checker, the documentation and the engines: it must be whole.
@Suite struct CatalogTests {
    private func check<Name: OperationName>(_ type: Name.Type) {
        let cases = Array(Name.allCases), rows = Name.entries.map(\.name)
        #expect(rows == cases, "the rows of \(Name.self) are not its cases in order")
        #expect(Set(Name.outside).isDisjoint(with: cases.map(\.rawValue)), "\(Name.self) has names that are both inside and outside")
        #expect(Set(Name.outside).count == Name.outside.count, "\(Name.self) lists an outside name twice")
        for entry in Name.entries {
            #expect(entry.summary.hasSuffix("."), "\(Name.self).\(entry.name.rawValue) lacks a sentence")
            #expect(!entry.summary.contains("Placeholder"), "\(Name.self).\(entry.name.rawValue) is a placeholder")
            #expect(!entry.name.rawValue.hasPrefix("_"), "names that start with '_' do not exist")
        }
    }

    @Test func everyOperationHasItsRow() {
        check(BuiltinOperation.self)
        check(PandasOperation.self)
        check(NumpyOperation.self)
        check(StandardOperation.self)
        check(SeriesOperation.self)
        check(FrameOperation.self)
        check(GroupByOperation.self)
        check(IndexOperation.self)
        check(ArrayOperation.self)
        check(StrOperation.self)
        check(DtOperation.self)
        check(TextOperation.self)
        check(ListOperation.self)
        check(TupleOperation.self)
        check(SetOperation.self)
        check(DictOperation.self)
        check(NumberOperation.self)
        check(TimestampOperation.self)
        check(TimedeltaOperation.self)
        check(DateOperation.self)
        check(RollingOperation.self)
    }

    /// Every name is found again under its receiver, and its signature reads without a parameter named twice.
    @Test(arguments: Receiver.allCases) func namesAndSignatures(receiver: Receiver) throws {
        for name in receiver.names {
            let operation = try #require(receiver.operation(named: name), "\(receiver) lost \(name)")
            #expect(operation.name == name)
            #expect(operation.receiver == receiver)
            let parameters = operation.facts.signature.parameters.map(\.name)
            #expect(Set(parameters).count == parameters.count, "\(receiver).\(name) names a parameter twice")
        }
    }
}
