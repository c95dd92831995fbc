import Correcting
import Diagnostics
import Interpreter

/// Turns sentences into queries: asks a translator, tries what it writes, and goes back to it with what was wrong.
public struct Drafter: Sendable {
    public struct Settings: Sendable {
        /// The model's name at the translator.
        public var model: String?
        public var sampling = TranslationRequest.Sampling()
        /// Whether the conversation goes out as a ChatML text, for servers that know no template of the model.
        public var isChatML = false
        /// How often a refused query goes back; RePanda allows four rounds.
        public var rounds = 4
        /// Whether a query that comes again begins a new conversation, with another seed and some freedom, rather than end the loop.
        public var restarts = false
        /// Whether a query that runs but is doubtful goes back once, to be written again or better.
        public var thinksOver = false
        /// Whether a query that runs but is doubtful is exchanged for one that its doubts suggest, where that leaves fewer of them.
        public var repairs = false
        /// Whether a query is run, or checked only.
        public var runs = true
        /// What each query may spend.
        public var budget = Budget.standard
        /// What the answer must be a sentence of; nil where any text will do.
        public var grammar: @Sendable (Sentence) -> String? = { _ in nil }

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

    /// - Parameter sample: which of several tries this is, from 0; each has a seed of its own.
    /// - Throws: where the translator gives no first answer, or none to anybody.
    public func draft(_ sentence: Sentence, sample: Int = 0) throws(Diagnostic) -> Draft {
        var conversation = Conversation(template, sentence)
        let grammar = settings.grammar(sentence)
        while true {
            let answer: TranslationAnswer
            do throws(Diagnostic) {
                answer = try translator.answer(request(conversation.messages, grammar, sampling(sample, conversation.restarts)))
            } catch {
                guard !conversation.rounds.isEmpty, !error.code.endsRun else { throw error }
                return conversation.draft(.unanswered, error: error)
            }
            if let draft = take(answer, sentence, &conversation) { return draft }
        }
    }

    /// Tries an answer; what is wrong with it becomes the next thing said.
    ///
    /// - Returns: the draft, where nothing further is to be said.
    private func take(_ answer: TranslationAnswer, _ sentence: Sentence, _ conversation: inout Conversation) -> Draft? {
        let examined = examiner.examine(answer.text, for: sentence)
        let isRepeated = conversation.has(examined.code)
        switch conversation.add(answer, examined) {
        case .success(let accepted):
            guard settings.thinksOver, !accepted.doubts.isEmpty, conversation.doubted == nil, conversation.rounds.count <= settings.rounds else {
                return conversation.draft(.accepted, accepted)
            }
            conversation.think(over: accepted)
        case .failure(let refusal):
            guard conversation.doubted == nil else { return conversation.draft(.accepted) }
            guard !isRepeated || settings.restarts else { return conversation.draft(.repeated, error: refusal.first) }
            guard conversation.rounds.count <= settings.rounds else { return conversation.draft(isRepeated ? .repeated : .exhausted, error: refusal.first) }
            if isRepeated { conversation.restart() }
        }
        return nil
    }

    private var examiner: Examiner { Examiner(budget: settings.budget, runs: settings.runs, repairs: settings.repairs) }

    /// What the translator makes of a query of somebody's that was tried in vain, and what was changed of that unasked.
    func answer(to attempt: Attempt) throws(Diagnostic) -> (code: String, edits: [String]) {
        let sentence = Sentence(attempt.isQuestion ? .question : .claim, attempt.text, caption: attempt.caption, table: attempt.table)
        let turns: [TranslationRequest.Message] = [.init(.assistant, attempt.query), .init(.user, reply(to: attempt, sentence))]
        let answer = try translator.answer(request(template.messages(for: sentence) + turns, settings.grammar(sentence), settings.sampling))
        guard settings.repairs else { return (CodeText.unwrapped(answer.text).code, []) }
        let examined = examiner.examine(answer.text, for: sentence)
        return (examined.code, examined.edits)
    }

    private func reply(to attempt: Attempt, _ sentence: Sentence) -> String {
        switch attempt.complaint {
        case .refused(let diagnostics): template.reply(to: RefusedQuery(code: attempt.query, diagnostics: diagnostics), for: sentence)
        case .disagrees(let value, let expected): template.reply(toValue: value, expected: expected, for: sentence)
        }
    }

    private func request(_ messages: [TranslationRequest.Message], _ grammar: String?, _ sampling: TranslationRequest.Sampling) -> TranslationRequest {
        TranslationRequest(model: settings.model, prompt: settings.isChatML ? .chatML(messages) : .messages(messages), sampling: sampling, grammar: grammar)
    }

    /// Samples have seeds in a row; a conversation that began anew draws from far off, and freely enough to say something else.
    private func sampling(_ sample: Int, _ restarts: Int) -> TranslationRequest.Sampling {
        var sampling = settings.sampling
        sampling.seed &+= sample &+ restarts &* 10_000
        if restarts > 0 { sampling.temperature = max(sampling.temperature, 0.7) }
        return sampling
    }
}
