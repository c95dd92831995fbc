import Linking

/// What a question's asking word says.
struct Asking {
    /// The place of the first word that asks; 0 where there is none.
    let word: Int
    let isWho: Bool
    let isWhen: Bool
    let isWhere: Bool
    let isHowMany: Bool
    /// The place of the first word that names a column.
    let firstMention: Int?
    /// Whether it asks for several things: `which teams`, `what are`.
    let isMany: Bool
    private let forms: Set<String>

    private static let words: Set<String> = ["which", "what", "who", "whose", "whom", "where", "when", "how", "name"]

    init(_ sentence: LinkedSentence) {
        let surfaces = sentence.words.map(\.surface)
        word = surfaces.firstIndex(where: Asking.words.contains) ?? 0
        isWho = surfaces.contains("who")
        isWhen = surfaces.contains("when") || surfaces.contains("year") || surfaces.contains("date")
        isWhere = surfaces.contains("where")
        isHowMany = surfaces.contains("many") || surfaces.contains("much") || surfaces.contains("total") || surfaces.contains("number")
        firstMention = sentence.mentions.compactMap { $0.share >= 0.5 ? $0.words.first : nil }.min()
        isMany = Asking.asksMany(sentence, word)
        forms = Set(sentence.words.map(\.form))
    }

    private static func asksMany(_ sentence: LinkedSentence, _ word: Int) -> Bool {
        let next = sentence.words.dropFirst(word + 1).prefix(3)
        if next.first.map({ ["are", "were", "all"].contains($0.surface) }) ?? false { return true }
        return next.contains { $0.surface.hasSuffix("s") && $0.form != $0.surface && !["is", "was", "has", "does"].contains($0.surface) }
    }

    /// The share of a cell's words that the question has; nil where the cell says nothing.
    func share(_ index: TableIndex, _ column: Int, _ row: Int) -> Float? {
        guard case .text = index.columns[column] else { return 0 }
        let words = Word.read(index.text(row: row, column: column), limit: 16)
        guard !words.isEmpty else { return nil }
        return Float(words.count { forms.contains($0.form) }) / Float(words.count)
    }
}

/// How much of each cell the question says itself, reckoned once a cell.
struct RepeatedWords {
    private let asking: Asking
    private let index: TableIndex
    private var known: [Int: Float?] = [:]

    init(_ asking: Asking, _ index: TableIndex) {
        self.asking = asking
        self.index = index
    }

    /// The share of a cell's words that the question has; nil where the cell says nothing.
    mutating func share(_ column: Int, _ row: Int) -> Float? {
        let cell = column * index.rowCount + row
        if let share = known[cell] { return share }
        let share = asking.share(index, column, row)
        known[cell] = .some(share)
        return share
    }
}
