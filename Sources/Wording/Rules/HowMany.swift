extension Wording {
    /// `how many games were played at craven park` → `the number of games that were played at craven park is 10`
    static func howMany(_ words: Words) -> Wording? {
        guard words.begins("how", "many"), !words.endsInPreposition || words.last == "in" else { return nil }
        if ["more", "fewer", "less"].contains(words[2]) { return howManyMore(words) }
        guard let verb = words.first(from: 2, where: { Verbs.isFinite($0) || $0 == "have" }), verb > 2, verb <= 9 else { return nil }
        let noun = Wording.counted(words.text(2..<verb))
        if Verbs.be.contains(words[verb]), words[verb + 1] == "there" { return count(noun, words.text(from: verb + 2)) }
        if let clause = Clause(doing: words, at: verb) ?? inverted(words, verb) { return count(noun, relative(noun, clause)) }
        guard !Verbs.doing.contains(words[verb]), !startsSubject(words[verb + 1], after: words[verb]), !isInverted(words, verb) else { return nil }
        return count(noun, "that " + words.text(from: verb))
    }

    /// `how many fewer laps did carlos complete than jochen` → `carlos completed 4 fewer laps than jochen`
    private static func howManyMore(_ words: Words) -> Wording? {
        guard let verb = words.first(from: 3, where: { Verbs.isFinite($0) }), verb <= 7, verb > 3 || words[2] == "more" else { return nil }
        let compared = words.text(2..<verb)
        if let clause = Clause(doing: words, at: verb) {
            return Wording("how many more", [.text(clause.subject), .text(clause.verb), .answer, .text(compared), .text(clause.rest)], answers: .count)
        }
        guard !Verbs.doing.contains(words[verb]), !Verbs.be.contains(words[verb]), !Verbs.have.contains(words[verb]) else { return nil }
        return Wording("how many more", [.answer, .text(compared), .text(words.text(from: verb))], answers: .count)
    }

    private static func count(_ noun: String, _ rest: String) -> Wording {
        Wording("how many", [.text("the number of \(noun)"), .text(rest), .copula(isPast: false), .answer], answers: .count)
    }

    private static func relative(_ noun: String, _ clause: Clause) -> String { noun == "times" ? clause.text : "that " + clause.text }

    /// `total rounds` is counted as `rounds`.
    private static func counted(_ noun: String) -> String {
        for lead in ["total of ", "total ", "of ", "overall "] where noun.hasPrefix(lead) { return String(noun.dropFirst(lead.count)) }
        return noun
    }

    /// `was inter the runner-up`: a subject stands between `be` and what is said of it.
    private static func isInverted(_ words: Words, _ verb: Int) -> Bool {
        guard Verbs.be.contains(words[verb]), !Verbs.isParticiple(words[verb + 1]), !Words.openers.contains(words[verb + 1]) else { return false }
        return [verb + 2, verb + 3].contains { ["the", "a", "an", "his", "her", "their", "its", "in", "on", "at"].contains(words[$0]) }
    }

    /// A word that begins a subject, so that the verb before it belongs behind it.
    static func startsSubject(_ word: String, after verb: String) -> Bool {
        let pronouns: Set<String> = ["he", "she", "they", "it", "we", "you", "this", "these", "those", "i", "there"]
        let determiners: Set<String> = ["the", "his", "her", "their", "its", "a", "an"]
        return pronouns.contains(word) || Verbs.be.contains(verb) && determiners.contains(word)
    }

    /// `what is the total number of guests`, `total number of guests`, `number of guests` → `the total number of guests is 7`
    static func number(_ words: Words) -> Wording? {
        var start = 0
        if ["what", "which"].contains(words[0]), Verbs.be.contains(words[1]) { start = 2 }
        if words[start] == "the" { start += 1 }
        let counted = ["number", "amount", "total"].contains(words[start]) || ["total", "overall", "combined"].contains(words[start]) && ["number", "amount"].contains(words[start + 1])
        guard counted, words.count > start + 2, !words.endsInPreposition, !["what", "which", "who", "how"].contains(words[start]) else { return nil }
        guard words.first(from: start, where: { Verbs.doing.contains($0) }) == nil else { return nil }
        return Wording("number of", [.text("the " + words.text(from: start)), .copula(isPast: false), .answer], answers: .count)
    }
}
