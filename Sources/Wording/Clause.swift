/// A clause whose auxiliary stood before its subject, put in a statement's order.
struct Clause {
    /// Empty where the verb follows the auxiliary at once.
    let subject: String
    let verb: String
    let rest: String

    /// `did the team win …` becomes `the team won …`.
    ///
    /// - Parameter at: where `did`, `do` or `does` stands.
    init?(doing words: Words, at: Int) {
        guard Verbs.doing.contains(words[at]), let place = Clause.base(words, from: at + 2) else { return nil }
        guard let forms = Verbs.byBase[words[place]] else { return nil }
        subject = words.text(at + 1..<place)
        rest = words.text(from: place + 1)
        guard !Clause.isOpen(subject) else { return nil }
        switch words[at] {
        case "did": verb = forms.past
        case "does": verb = forms.third
        default: verb = words[place]
        }
    }

    /// `was the album released …` becomes `the album was released …`; `has brazil won …` likewise.
    init?(being words: Words, at: Int) {
        guard Verbs.be.contains(words[at]) || Verbs.have.contains(words[at]) else { return nil }
        let end = words.clauseEnd(from: at + 1)
        guard let place = words.first(from: at + 1, where: Verbs.isParticiple), place > at + 1, place < end, words[at + 1] != "not" else { return nil }
        subject = words.text(at + 1..<place)
        guard !Clause.isOpen(subject), !words.all[at + 1..<place].contains(where: Clause.breaks) else { return nil }
        verb = "\(words[at]) \(words[place])"
        rest = words.text(from: place + 1)
    }

    /// The verb in its base form: the last one of the clause that is no noun too, else the first.
    private static func base(_ words: Words, from start: Int) -> Int? {
        let end = words.clauseEnd(from: start)
        guard start < end else { return nil }
        let places = (start..<end).filter { Verbs.byBase[words[$0]] != nil && !Clause.precedesNoun(words[$0 - 1]) }
        return places.first { !Verbs.nounBases.contains(words[$0]) } ?? places.first
    }

    private static func precedesNoun(_ word: String) -> Bool {
        let ordinals: Set<String> = ["first", "second", "third", "fourth", "fifth", "last", "next", "final", "best", "worst", "total", "1st", "2nd", "3rd", "most"]
        return ["the", "a", "an", "of", "no"].contains(word) || ordinals.contains(word) || word.hasSuffix("'s")
    }

    /// A word that no subject has inside: what stands before it is a subject, or half a sentence.
    private static func breaks(_ word: String) -> Bool { Verbs.be.contains(word) || Verbs.have.contains(word) || ["to", "that", "who", "which"].contains(word) }

    /// A subject that ends so was cut in two.
    private static func isOpen(_ subject: String) -> Bool {
        let last = subject.split(separator: " ").last.map(String.init) ?? ""
        return ["the", "a", "an", "and", "not", "than", "to", "most", "least", "first", "last", "ever", "also", "only", "other"].contains(last) || Words.prepositions.contains(last)
    }

    var text: String { [subject, verb, rest].filter { !$0.isEmpty }.joined(separator: " ") }
}
