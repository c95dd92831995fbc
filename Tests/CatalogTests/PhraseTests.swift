import Catalog
import Testing

/// Every operation can be told to a reader without pandas.
@Suite struct PhraseTests {
    @Test(arguments: Receiver.allCases) func everyOperationHasAPhrase(receiver: Receiver) {
        for name in receiver.names {
            let phrase = receiver.operation(named: name)?.phrase ?? ""
            #expect((phrase.contains("{}") || phrase.contains("{1}")) && phrase.count > 2 || phrase == "{}", "\(receiver).\(name): '\(phrase)'")
        }
    }
}
