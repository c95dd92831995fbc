/// A statement with a place for an answer, made of a question.
///
///     let wording = Wording(of: "how many games were played at craven park?")!
///     wording.statement(["10"])    // "The number of games that were played at craven park is 10."
public struct Wording: Sendable {
    enum Part: Sendable {
        case text(String)
        case answer
        /// The answer as a time: after `in` where it is a year or a month, else after `on`.
        case day
        /// `is` or `was`, `are` or `were` where there are several answers.
        case copula(isPast: Bool)
        /// A verb of the question, which follows the number of answers.
        case verb(String)
        /// One text where the answer is yes, another where it is no.
        case affirmed(yes: String, no: String)
    }

    /// The rule that made it.
    public let rule: String
    let parts: [Part]
    /// What the answer must be.
    public let answers: Answers

    public enum Answers: Sendable, Equatable {
        case any
        /// One whole number.
        case count
        /// A year, a month or a day.
        case time
        /// `yes` or `no`.
        case truth
        /// One of two that the question names.
        case choice([String])
        /// One of several that are right, so that another one need not be wrong.
        case oneOfMany
    }

    init(_ rule: String, _ parts: [Part], answers: Answers = .any) {
        self.rule = rule
        self.parts = parts
        self.answers = answers
    }

    /// - Returns: nil where no rule fits the question.
    public init?(of question: String) {
        guard let words = Words(question: question), let wording = Wording.make(words) else { return nil }
        self = wording
    }

    /// The rules in their order: the first that fits makes the statement.
    private static func make(_ words: Words) -> Wording? {
        if let (body, options) = words.choice { return choiceWording(body, options) }
        guard !words.has("or"), !words.hasColon else { return nil }
        for rule in [howMany, number, preposed, when, who, which, whatIs, truth, nameOne, bare] {
            if let wording = rule(words) { return wording }
        }
        return nil
    }

    /// Whether answers are of the kind that the statement needs.
    public func fits(_ answers: [String]) -> Bool {
        switch self.answers {
        case .any, .choice, .oneOfMany: !answers.isEmpty && answers.allSatisfy { !$0.isEmpty }
        case .count: answers.count == 1 && Wording.isCount(answers[0])
        case .time: !answers.isEmpty && answers.allSatisfy(Wording.isTime)
        case .truth: answers.count == 1 && ["yes", "no"].contains(answers[0].lowercased())
        }
    }

    private static func isTime(_ text: String) -> Bool {
        text.contains { $0.isASCII && $0.isNumber } && !text.lowercased().contains("century") && text.count <= 24
    }

    private static func isCount(_ text: String) -> Bool {
        let digits = text.filter { $0 != "," && $0 != "." && $0 != "-" && $0 != "%" && $0 != "$" }
        return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// The statement with answers in their place: a sentence.
    public func statement(_ answers: [String]) -> String {
        let text = parts.map { words($0, answers) }.reduce("") { text, next in
            text.isEmpty || next.isEmpty || next.hasPrefix(",") ? text + next : text + " " + next
        }
        let sentence = text.prefix(1).uppercased() + text.dropFirst()
        return sentence.hasSuffix(".") || sentence.hasSuffix("!") ? sentence : sentence + "."
    }

    private func words(_ part: Part, _ answers: [String]) -> String {
        switch part {
        case .text(let text): text
        case .answer: Wording.listed(answers)
        case .day: (Wording.isYear(answers) ? "in " : "on ") + Wording.listed(answers)
        case .copula(let isPast): answers.count > 1 ? (isPast ? "were" : "are") : (isPast ? "was" : "is")
        case .verb(let verb): answers.count > 1 ? Wording.plural(verb) : Wording.singular(verb)
        case .affirmed(let yes, let no): answers.first?.lowercased() == "yes" ? yes : no
        }
    }

    /// `a`, `a and b`, `a, b and c`.
    private static func listed(_ answers: [String]) -> String {
        let clean = answers.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        guard let last = clean.last, clean.count > 1 else { return clean.first ?? "" }
        return clean.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `1998`, `1998 and 2001`, `may 1998`: no day of a month.
    private static func isYear(_ answers: [String]) -> Bool {
        answers.allSatisfy { answer in
            let numbers = answer.split { !$0.isASCII || !$0.isNumber }
            return numbers.count <= 1 && numbers.allSatisfy { $0.count == 4 }
        }
    }

    private static func plural(_ verb: String) -> String {
        switch verb {
        case "is": "are"
        case "was": "were"
        case "has": "have"
        default: verb
        }
    }

    private static func singular(_ verb: String) -> String {
        switch verb {
        case "are": "is"
        case "were": "was"
        case "have": "has"
        default: verb
        }
    }
}
