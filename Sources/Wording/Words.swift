/// A question taken to words: what the rules look at.
struct Words {
    let all: [String]

    /// - Returns: nil for what no rule should touch: several sentences, a question inside a question, brackets of the annotator.
    init?(question: String) {
        var text = question.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while let last = text.last, "?.! ".contains(last) { text.removeLast() }
        for (old, new) in [("what's ", "what is "), ("who's ", "who is "), ("which's ", "which is "), ("whats ", "what is ")] where text.hasPrefix(old) {
            text = new + text.dropFirst(old.count)
        }
        for lead in ["and ", "so ", "also, ", "please ", "tell me ", "can you tell me "] where text.hasPrefix(lead) { text = String(text.dropFirst(lead.count)) }
        let words = text.split(separator: " ").map(String.init)
        guard (3...30).contains(words.count), !text.contains("?"), !text.contains(". "), !text.contains(";") else { return nil }
        guard words.count(where: { Words.asking.contains($0) }) <= 1, words.count(where: { $0 == "which" || $0 == "what" }) <= 1, !words.contains(where: Words.isOdd) else { return nil }
        all = words
    }

    private init(_ words: [String]) { all = words }

    private static let asking: Set<String> = ["what", "how", "why", "whose", "whom"]

    /// `team(s)`, `his/her`, a gap to be filled.
    private static func isOdd(_ word: String) -> Bool { word.hasSuffix("(s)") || ["his/her", "he/she", "him/her", "and/or"].contains(word) || word.contains("__") }

    /// Whether a colon opens a list inside.
    var hasColon: Bool { all.contains { $0.hasSuffix(":") } }

    var count: Int { all.count }
    var last: String { all.last ?? "" }
    subscript(at: Int) -> String { at < all.count ? all[at] : "" }

    func text(_ range: Range<Int>) -> String { all[range.clamped(to: 0..<all.count)].joined(separator: " ") }
    func text(from start: Int) -> String { text(min(start, all.count)..<all.count) }

    func begins(_ words: String...) -> Bool { all.count >= words.count && zip(all, words).allSatisfy { $0 == $1 } }

    func has(_ word: String) -> Bool { all.contains(word) }

    /// The words before `, A or B` or `: A or B`, and the two that are to be chosen from.
    var choice: (body: Words, options: [String])? {
        guard let comma = all.lastIndex(where: { $0.hasSuffix(",") || $0.hasSuffix(":") }), all[..<comma].allSatisfy({ !$0.hasSuffix(",") && !$0.hasSuffix(":") && $0 != "or" }),
            let or = all[comma...].firstIndex(of: "or"), !all[(or + 1)...].contains("or")
        else { return nil }
        let options = [text(comma + 1..<or), text(or + 1..<all.count)]
        guard comma >= 2, options.allSatisfy({ !$0.isEmpty && $0.split(separator: " ").count <= 7 }) else { return nil }
        return (Words(Array(all[..<comma]) + [String(all[comma].dropLast())]), options)
    }

    /// The first place from `start` on where a word holds.
    func first(from start: Int, where holds: (String) -> Bool) -> Int? { start < all.count ? all[start...].firstIndex(where: holds) : nil }

    /// Where a clause that begins at `start` ends: before a word that opens another one.
    func clauseEnd(from start: Int) -> Int { first(from: start) { Words.clauseOpeners.contains($0) } ?? all.count }

    private static let clauseOpeners: Set<String> = ["that", "who", "which", "when", "where", "while", "than", "before", "after", "since", "until", "if", "because", "but"]

    /// A question that ends so leaves its answer's place to the preposition.
    var endsInPreposition: Bool { Words.prepositions.contains(last) }

    /// Words that open a phrase of place, time or measure.
    static let openers: Set<String> = prepositions.union([
        "below", "above", "over", "outside", "inside", "within", "between", "before", "after", "near", "more", "less", "not", "only", "at", "listed", "among",
    ])

    static let prepositions: Set<String> = ["in", "on", "at", "for", "from", "by", "to", "with", "of", "about", "against", "under", "during", "as", "like", "called", "named"]
}
