import Kernels

/// A light stem: plural, past and `-ing` fall away, accents too; verbs that change within are listed.
///
/// Both sides of a comparison go through it, so that a stem need not be a word. TabFact's tokenised claims have lemmas (`be`, `score`), its raw
/// ones do not: one stem serves both.
enum Stem {
    static func of(_ word: String) -> String {
        if let lemma = irregular[word] { return lemma }
        let plain = Decomposition.withoutMarks(word)
        if plain != word, let lemma = irregular[plain] { return lemma }
        guard plain.utf8.count > 3, let first = plain.utf8.first, !isDigit(first) else { return plain }
        return withoutEnding(plain)
    }

    private static func withoutEnding(_ word: String) -> String {
        let length = word.utf8.count
        if length > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if ["sses", "ches", "shes", "xes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
        let single = word.hasSuffix("s") && !["ss", "us", "is"].contains(where: word.hasSuffix) ? String(word.dropLast()) : word
        return withoutTense(single)
    }

    private static func withoutTense(_ word: String) -> String {
        let length = word.utf8.count
        if length > 5, word.hasSuffix("ing") { return withoutDouble(word.dropLast(3)) }
        if length > 4, word.hasSuffix("ed") { return withoutDouble(word.dropLast(2)) }
        return length > 4 && word.hasSuffix("e") ? String(word.dropLast()) : word
    }

    /// `beginn` is `begin`; `fall` and `pass` stay.
    private static func withoutDouble(_ word: Substring) -> String {
        guard word.utf8.count > 3, let last = word.last, word.dropLast().last == last, last != "l", last != "s" else { return String(word) }
        return String(word.dropLast())
    }

    private static let irregular: [String: String] = [
        "won": "win", "wins": "win", "lost": "lose", "loses": "lose", "losses": "loss", "was": "be", "were": "be", "is": "be", "are": "be", "been": "be",
        "being": "be", "has": "have", "had": "have", "did": "do", "does": "do", "men": "man", "women": "woman", "played": "play", "scored": "score",
        "drew": "draw", "drawn": "draw", "took": "take", "taken": "take", "got": "get", "held": "hold", "made": "make", "went": "go", "gone": "go",
        "came": "come", "ran": "run", "children": "child", "people": "person", "countries": "country", "cities": "city", "began": "begin", "begun": "begin",
        "left": "leave", "lead": "lead", "led": "lead", "gave": "give", "given": "give", "wrote": "write", "written": "write", "sold": "sell",
        "built": "build", "fought": "fight", "met": "meet", "spent": "spend", "became": "become", "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
        "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december", "fell": "fall", "rose": "rise", "threw": "throw",
    ]
}
