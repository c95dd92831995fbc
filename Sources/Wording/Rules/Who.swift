extension Wording {
    /// `who won the most medals` → `France won the most medals`
    static func who(_ words: Words) -> Wording? {
        guard words[0] == "who", Verbs.isFinite(words[1]), !Verbs.doing.contains(words[1]), !words.endsInPreposition else { return nil }
        if Verbs.be.contains(words[1]) || words[1] == "has" || words[1] == "have" {
            guard Clause(being: words, at: 1) == nil || startsDescription(words[2]), !isPronoun(words[2]) else { return nil }
            return Wording("who is", [.answer, .verb(words[1]), .text(words.text(from: 2))])
        }
        return Wording("who did", [.answer, .text(words.text(from: 1))])
    }

    private static func isPronoun(_ word: String) -> Bool { ["he", "she", "they", "it"].contains(word) }

    /// A description of whom the question asks for, not the subject of a participle.
    private static func startsDescription(_ word: String) -> Bool { ["the", "a", "an", "one", "his", "her", "their", "its", "not"].contains(word) || word.hasSuffix("'s") }

    /// `which was released earlier, artamene or merope` → `of artamene and merope, Merope was released earlier`
    static func choiceWording(_ body: Words, _ options: [String]) -> Wording? {
        var start = 0
        switch body[0] {
        case "who": start = 1
        case "which", "what":
            guard let verb = body.first(from: 1, where: Verbs.isFinite), verb <= 4 else { return nil }
            start = verb
        default: return nil
        }
        guard Verbs.isFinite(body[start]), !Verbs.doing.contains(body[start]), !body.endsInPreposition, !isPronoun(body[start + 1]) else { return nil }
        if Verbs.be.contains(body[start]), Clause(being: body, at: start) != nil, !startsDescription(body[start + 1]) { return nil }
        return Wording(
            "which of two", [.text("of \(options[0]) and \(options[1]),"), .answer, .verb(body[start]), .text(body.text(from: start + 1))],
            answers: .choice(options))
    }
}
