import Diagnostics

/// Puts sentences to a translator.
public struct Drafter: Sendable {
    public struct Settings: Sendable {
        /// The model's name at the translator.
        public var model: String?
        public var sampling = TranslationRequest.Sampling()
        /// Whether the conversation goes out as a ChatML text, for servers that know no template of the model.
        public var isChatML = false

        public init() {}
    }

    private let translator: any Translator
    private let template: any PromptTemplate
    private let settings: Settings

    public init(_ translator: any Translator, template: any PromptTemplate, _ settings: Settings = Settings()) {
        self.translator = translator
        self.template = template
        self.settings = settings
    }

    /// What goes to the translator first.
    public func request(for sentence: Sentence) -> TranslationRequest { request(template.messages(for: sentence)) }

    private func request(_ messages: [TranslationRequest.Message]) -> TranslationRequest {
        TranslationRequest(model: settings.model, prompt: settings.isChatML ? .chatML(messages) : .messages(messages), sampling: settings.sampling)
    }

    /// - Throws: a diagnostic of the translator phase where there is no answer.
    public func draft(_ sentence: Sentence) throws(Diagnostic) -> TranslationAnswer { try translator.answer(request(for: sentence)) }
}
