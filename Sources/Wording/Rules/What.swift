extension Wording {
    /// `what was her first role` → `her first role was Herself`
    static func whatIs(_ words: Words) -> Wording? {
        guard words[0] == "what" || words[0] == "which" || words[0] == "how" && words[1] == "much", !words.endsInPreposition else { return nil }
        let at = words[0] == "how" ? 2 : 1
        guard Verbs.be.contains(words[at]), words.count > at + 2 else { return nil }
        if words[0] == "how" { return nil }
        let rest = words.text(from: at + 1)
        guard !["there", "it", "he", "she", "they", "this", "that"].contains(words[at + 1]) else { return nil }
        let isPast = ["was", "were"].contains(words[at])
        guard isDescription(words, at + 1) else {
            return Clause(being: words, at: at) == nil ? Wording("what adjective", [.answer, .verb(words[at]), .text(rest)]) : nil
        }
        return Wording("what is", [.text(rest), .copula(isPast: isPast), .answer])
    }

    private static func isDescription(_ words: Words, _ at: Int) -> Bool {
        ["the", "his", "her", "their", "its", "a", "an", "one", "another", "some"].contains(words[at]) || words[at].hasSuffix("'s") || words[at].hasSuffix("s'")
    }

    /// `tell me the first song`, `the other team to score 5 goals` → `the other team to score 5 goals is Belgium`
    static func bare(_ words: Words) -> Wording? {
        guard words[0] == "the", words.count >= 4, !words.endsInPreposition, !words.has("what"), !words.has("which"), !words.has("who") || words[1] == "only" else { return nil }
        guard words.first(from: 1, where: { Verbs.doing.contains($0) }) == nil, !["least", "most"].contains(words[1]) || !["amount", "number"].contains(words[2]) else { return nil }
        guard words.first(from: 1, where: { Verbs.be.contains($0) }) == nil else { return nil }
        return Wording("description", [.text(words.all.joined(separator: " ")), .copula(isPast: false), .answer])
    }

    /// `name a video game released before 1990` → `The Hobbit is a video game released before 1990`
    static func nameOne(_ words: Words) -> Wording? {
        guard words[0] == "name", !words.endsInPreposition, !words.has("what"), !words.has("who") else { return nil }
        var rest = words.text(from: 1)
        switch words[1] {
        case "a", "an": break
        case "one", "another": rest = "one " + words.text(from: 2)
        case "the": return Wording("description", [.text(rest), .copula(isPast: false), .answer])
        default: return nil
        }
        guard words.first(from: 1, where: { Verbs.doing.contains($0) }) == nil else { return nil }
        return Wording("name one", [.answer, .text("is"), .text(rest)], answers: .oneOfMany)
    }

    /// `when was the album released` → `the album was released in 1999`
    static func when(_ words: Words) -> Wording? {
        guard words[0] == "when", !words.endsInPreposition else { return nil }
        if Verbs.be.contains(words[1]), words[2] == "the", let time = words.first(from: 3, where: { ["time", "year", "date", "day", "season"].contains($0) }), time <= 5 {
            return Wording("when", [.text(words.text(from: 2)), .copula(isPast: words[1] != "is"), .answer], answers: .time)
        }
        guard let clause = Clause(doing: words, at: 1) ?? Clause(being: words, at: 1) else { return nil }
        return Wording("when", [.text(clause.text), .day], answers: .time)
    }

    /// `were there more guests in 2003 than in 2001`, `did the team win more often` → the sentence, or its negation
    static func truth(_ words: Words) -> Wording? {
        if Verbs.be.contains(words[0]), words[1] == "there" {
            guard words[2] != "any" else { return nil }
            let rest = words.text(from: 2)
            return Wording("whether", [.affirmed(yes: "there \(words[0]) \(rest)", no: "there \(words[0]) not \(rest)")], answers: .truth)
        }
        guard Verbs.doing.contains(words[0]), !words.endsInPreposition, !["any", "every", "each", "all"].contains(words[1]), let clause = Clause(doing: words, at: 0) else { return nil }
        let base = words.first(from: 1) { word in Verbs.byBase[word].map { $0.past == clause.verb || $0.third == clause.verb || word == clause.verb } ?? false }
        guard let base else { return nil }
        let negated = [clause.subject, words[0], "not", words[base], clause.rest].filter { !$0.isEmpty }.joined(separator: " ")
        return Wording("whether", [.affirmed(yes: clause.text, no: negated)], answers: .truth)
    }
}
