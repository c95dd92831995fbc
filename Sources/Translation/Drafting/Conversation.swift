import Correcting
import Diagnostics
import RePanda

/// What has been said about one sentence so far.
struct Conversation {
    private let template: any PromptTemplate
    private let sentence: Sentence
    private let opening: [TranslationRequest.Message]
    private var turns: [TranslationRequest.Message] = []
    private var spellings: Set<String> = []
    private(set) var rounds: [Draft.Round] = []
    /// The query that the translator was asked to think over.
    private(set) var doubted: AcceptedQuery?
    /// How often it began anew.
    private(set) var restarts = 0

    init(_ template: any PromptTemplate, _ sentence: Sentence) {
        self.template = template
        self.sentence = sentence
        opening = template.messages(for: sentence)
    }

    /// What goes to the translator next.
    var messages: [TranslationRequest.Message] { opening + turns }

    /// Whether a query was tried before, in this spelling or another.
    func has(_ code: String) -> Bool { spellings.contains(CodeText.spelling(code)) }

    /// Notes a round; a refusal becomes the next thing said.
    mutating func add(_ answer: TranslationAnswer, _ examined: Examiner.Examined) -> Result<AcceptedQuery, Refusal> {
        spellings.insert(CodeText.spelling(examined.code))
        switch examined.result {
        case .success: rounds.append(Draft.Round(answer: answer, code: examined.code, edits: examined.edits, refusal: []))
        case .failure(let refusal):
            let diagnostics = Conversation.explained(refusal.diagnostics, answer)
            rounds.append(Draft.Round(answer: answer, code: examined.code, edits: examined.edits, refusal: diagnostics))
            let reply = template.reply(to: RefusedQuery(code: examined.code, diagnostics: diagnostics), for: sentence)
            turns = (template.remembersRounds ? turns : []) + [.init(.assistant, examined.code), .init(.user, reply)]
        }
        return examined.result
    }

    /// An answer that was cut off is not mended where it ends: it was too long.
    private static func explained(_ diagnostics: [Diagnostic], _ answer: TranslationAnswer) -> [Diagnostic] {
        guard answer.finish == "length", let first = diagnostics.firstIndex(where: { $0.severity == .error }) else { return diagnostics }
        var explained = diagnostics
        explained[first].notes.append("the answer was cut off where its tokens ran out: a much shorter query is wanted")
        return explained
    }

    /// Asks the translator to think a doubtful query over.
    mutating func think(over accepted: AcceptedQuery) {
        guard let last = rounds.indices.last else { return }
        let doubts = accepted.doubts
        doubted = accepted
        rounds[last].doubts = doubts
        let reply = template.reply(toDoubtful: RefusedQuery(code: rounds[last].code, diagnostics: doubts), for: sentence)
        turns = (template.remembersRounds ? turns : []) + [.init(.assistant, rounds[last].code), .init(.user, reply)]
    }

    /// Forgets what was said, but not which queries were tried.
    mutating func restart() {
        turns = []
        restarts += 1
    }

    /// A doubtful query stands where nothing came of thinking it over.
    func draft(_ end: Draft.End, _ accepted: AcceptedQuery? = nil, error: Diagnostic? = nil) -> Draft {
        guard accepted == nil, let doubted else { return Draft(rounds: rounds, end: end, accepted: accepted, error: error) }
        return Draft(rounds: rounds, end: .accepted, accepted: doubted, error: nil)
    }
}
