/// Makes the words that a sentence is put to a translator with.
public protocol PromptTemplate: Sendable {
    /// How readers and reports know the template, with its version.
    var name: String { get }

    /// The conversation that asks for a query.
    func messages(for sentence: Sentence) -> [TranslationRequest.Message]
}
