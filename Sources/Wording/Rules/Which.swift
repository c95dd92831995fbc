extension Wording {
    /// `which team took first place` → `the team that took first place was Córdoba CF`
    static func which(_ words: Words) -> Wording? {
        guard words[0] == "which" || words[0] == "what", !words.endsInPreposition || words.last != "called" else { return nil }
        guard let verb = whichVerb(words), verb > 1, verb <= 7 else { return nil }
        let noun = words.text(1..<verb)
        if words[1] == "of" { return whichOf(words, verb) }
        guard !["other", "else", "kind", "type", "if", "all", "did"].contains(words[1]) else { return nil }
        let isPast = !Verbs.presents.contains(words[verb]) && !words[verb].hasSuffix("s") || words[verb] == "was"
        if let clause = Clause(doing: words, at: verb) ?? inverted(words, verb) {
            return Wording("which object", [.text("the \(noun)"), .text(link(noun, words, clause)), .text(clause.text), .copula(isPast: isPast), .answer])
        }
        guard !Verbs.doing.contains(words[verb]), !startsSubject(words[verb + 1], after: Verbs.have.contains(words[verb]) ? words[verb] : ""), !words.endsInPreposition else { return nil }
        if Verbs.be.contains(words[verb]), isPlace(noun), isNounPhrase(words, verb + 1) { return nil }
        return Wording("which", [.text("the \(noun) that"), .text(words.text(from: verb)), .copula(isPast: isPast), .answer])
    }

    /// The question's verb: a participle that describes the noun is passed over where a form of `be`, `have` or `do` follows.
    private static func whichVerb(_ words: Words) -> Int? {
        guard let first = words.first(from: 1, where: Verbs.isFinite) else { return nil }
        guard Verbs.isParticiple(words[first]) else { return first }
        if words[first + 1] == "by" || words[first + 1] == "in", let later = words.first(from: first + 2, where: Verbs.isFinite), later <= 8 { return later }
        let end = words.clauseEnd(from: first)
        let later = words.first(from: first + 1) { Verbs.be.contains($0) || Verbs.have.contains($0) || Verbs.doing.contains($0) }
        guard let later, later < end else { return first }
        return later
    }

    /// `which of the teams had the most wins` → `of the teams, X had the most wins`
    private static func whichOf(_ words: Words, _ verb: Int) -> Wording? {
        guard !Verbs.doing.contains(words[verb]), !words.endsInPreposition, inverted(words, verb) == nil else { return nil }
        return Wording("which of", [.text(words.text(1..<verb) + ","), .answer, .verb(words[verb]), .text(words.text(from: verb + 1))])
    }

    /// The clause behind a form of `be` or `have` whose subject stands between it and a participle. `has no place indicated` is none:
    /// what is had stands there.
    static func inverted(_ words: Words, _ verb: Int) -> Clause? {
        let possessed: Set<String> = ["no", "the", "a", "an", "at", "more", "less", "fewer", "only", "most", "least", "both", "over", "under", "exactly", "all", "any"]
        guard !Verbs.have.contains(words[verb]) || !possessed.contains(words[verb + 1]) else { return nil }
        guard !["the", "a", "an"].contains(words[verb + 1]) || !isSuperlative(words, verb + 2) else { return nil }
        return Clause(being: words, at: verb)
    }

    private static func isSuperlative(_ words: Words, _ at: Int) -> Bool {
        let word = words[at]
        return ["first", "last", "only", "most", "least", "best", "worst", "top", "same", "next", "second", "third", "final", "latest"].contains(word) || word.hasSuffix("est")
    }

    /// Whether a noun phrase begins there that is no superlative.
    private static func isNounPhrase(_ words: Words, _ at: Int) -> Bool { ["the", "a", "an"].contains(words[at]) && !isSuperlative(words, at + 1) }

    /// What joins a noun to its clause: the time and the place of what happened take a preposition.
    private static func link(_ noun: String, _ words: Words, _ clause: Clause) -> String {
        if words.endsInPreposition { return "that" }
        let head = noun.split(separator: " ").last.map(String.init) ?? noun
        if ["date", "day", "days", "dates"].contains(head) { return "on which" }
        let rest = clause.rest.split(separator: " ").prefix(2)
        let hasPreposition = rest.first.map { ["in", "at", "on", "against"].contains($0) } ?? false
        if hasPreposition, !(rest.last?.first?.isNumber ?? false) { return "that" }
        return isPlace(noun) ? "in which" : "that"
    }

    private static func isPlace(_ noun: String) -> Bool {
        let head = noun.split(separator: " ").last.map(String.init) ?? noun
        return [
            "year", "years", "season", "seasons", "month", "months", "city", "country", "place", "venue", "stadium", "location", "game", "games", "race",
            "tournament", "competition", "event", "week", "round", "match", "series", "decade", "century", "state", "town", "date", "day",
        ].contains(head)
    }

    /// `in which year did ken participate …` → `in 1998, ken participated …`
    static func preposed(_ words: Words) -> Wording? {
        guard ["in", "on", "at", "during", "for"].contains(words[0]), words[1] == "which" || words[1] == "what", !words.endsInPreposition else { return nil }
        guard let verb = words.first(from: 2, where: { Verbs.be.contains($0) || Verbs.have.contains($0) || Verbs.doing.contains($0) }), verb > 2, verb <= 6 else { return nil }
        guard let clause = Clause(doing: words, at: verb) ?? Clause(being: words, at: verb) else { return nil }
        return Wording("in which", [.text(words[0]), .answer, .text(", " + clause.text)])
    }
}
