/// A sentence beside a table: its words, its numbers, the columns it names, the cells it speaks of.
///
///     let index = TableIndex(table)
///     LinkedSentence("the crowd at prince park be 33254", caption: "", index).links.map(\.kind)
public struct LinkedSentence: Sendable {
    public struct Number: Sendable {
        public enum Writing: Sendable { case digits, word, ordinal }

        /// Its word's place.
        public let word: Int
        public let value: Double
        public let writing: Writing
        /// Whether it is one side of a pair, as in `3 - 1` or `1998 - 99`.
        public let isPaired: Bool
        /// Whether the table's caption has it.
        public let isCaptioned: Bool
    }

    /// A comparing word and where it points.
    public struct Pointer: Sendable {
        public let word: Int
        public let direction: Direction
    }

    /// How the sentence names a column.
    public struct Mention: Sendable {
        /// The share of the column's words that the sentence has, from 0 to 1; half of it where only their beginnings are alike.
        public fileprivate(set) var share = 0.0
        public fileprivate(set) var words = WordSet()

        /// The whole name counts for more than its telling words alone, which other columns may have too.
        fileprivate mutating func narrow(to phrases: WordSet) {
            if phrases.isEmpty { share *= 0.75 } else { words = phrases }
        }
    }

    public let index: TableIndex
    public let text: String
    public let words: [Word]
    /// What each word is compared by: its form, or the one word of the table that it is a misspelling of.
    public let forms: [String]
    public let numbers: [Number]
    /// One for every column.
    public let mentions: [Mention]
    /// The best first.
    public private(set) var links: [Link]
    /// Literals that no cell holds, or none of the column that is named beside them.
    public private(set) var absent: [Link]
    public let comparatives: [Pointer]
    public let superlatives: [Pointer]
    /// What any of the words says of the operation.
    public let cues: Cues
    /// The cues of every word.
    public let wordCues: [Cues]
    /// Words that are not stop words.
    public let content: WordSet
    /// Words that the table's caption has.
    public let captioned: WordSet

    /// Links beyond these are left out.
    static let mostLinks = 14
    private static let mostAbsent = 3

    public init(_ text: String, caption: String, _ index: TableIndex) {
        let words = Word.read(text, limit: WordSet.capacity)
        let captionForms = Set(Word.read(caption, limit: 256).map(\.form))
        let forms = words.map { Linker.corrected($0, index) }
        let numbers = LinkedSentence.numbers(words, text, captionForms)
        let mentions = LinkedSentence.mentions(words, index)
        var linker = Linker(words: words, forms: forms, numbers: numbers, mentions: mentions, index)
        let links = Array(linker.links().prefix(LinkedSentence.mostLinks))
        self.index = index
        self.text = text
        self.words = words
        self.forms = forms
        self.numbers = numbers
        self.mentions = mentions
        self.links = links
        absent = Array(linker.absent(links, captionForms: captionForms).prefix(LinkedSentence.mostAbsent)) + linker.misplaced(links) + linker.whole(links)
        comparatives = words.enumerated().compactMap { at, word in Direction.comparative(word).map { Pointer(word: at, direction: $0) } }
        superlatives = words.enumerated().compactMap { at, word in Direction.superlative(word).map { Pointer(word: at, direction: $0) } }
        wordCues = words.map(Cues.of)
        cues = wordCues.reduce(Cues()) { $0.union($1) }.union(text.utf8.contains(UInt8(ascii: "%")) ? .percent : [])
        content = words.indices.reduce(into: WordSet()) { if !WordLists.stop.contains(words[$1].surface) { $0.insert($1) } }
        captioned = words.indices.reduce(into: WordSet()) { if captionForms.contains(words[$1].form) { $0.insert($1) } }
    }

    /// The sentence as if it had nothing in common with the table: what it says stands in no cell.
    public var unlinked: LinkedSentence {
        var copy = self
        copy.links = []
        copy.absent = words.isEmpty || index.columnCount == 0 ? [] : [Linker(words: words, forms: forms, numbers: numbers, mentions: mentions, index).missing(words.indices, isNumber: false)]
        return copy
    }

    /// Whether the sentence has a word, by its surface or its form.
    public func says(_ word: String) -> Bool { words.contains { $0.surface == word || $0.form == word } }

    private static func numbers(_ words: [Word], _ text: String, _ captionForms: Set<String>) -> [Number] {
        let bytes = Array(text.utf8)
        return words.indices.compactMap { at in
            guard let (value, writing) = number(words[at]) else { return nil }
            let isPaired = writing == .digits && (areJoined(words, at - 1, bytes) || areJoined(words, at, bytes))
            return Number(word: at, value: value, writing: writing, isPaired: isPaired, isCaptioned: captionForms.contains(words[at].form))
        }
    }

    /// Whether a word and the next are numbers with a dash between them.
    private static func areJoined(_ words: [Word], _ at: Int, _ bytes: [UInt8]) -> Bool {
        guard at >= 0, at + 1 < words.count, words[at].number != nil, words[at + 1].number != nil else { return false }
        let between = String(decoding: bytes[words[at].bytes.upperBound..<words[at + 1].bytes.lowerBound], as: UTF8.self)
        return ["-", "–", "—"].contains(between.filter { $0 != " " })
    }

    private static func number(_ word: Word) -> (Double, Number.Writing)? {
        if let value = word.number { return (value, .digits) }
        if let value = WordLists.units[word.surface] ?? WordLists.otherNumbers[word.surface] { return (value, .word) }
        return (WordLists.ordinals[word.surface] ?? ordinal(word.surface)).map { ($0, .ordinal) }
    }

    /// `21st`, `2nd`, `3rd`, `4th`.
    static func ordinal(_ surface: String) -> Double? {
        guard surface.utf8.count > 2, ["st", "nd", "rd", "th"].contains(where: surface.hasSuffix) else { return nil }
        let digits = surface.dropLast(2)
        return digits.utf8.allSatisfy(isDigit) && digits.utf8.count <= 6 ? Double(digits) : nil
    }

    private static func mentions(_ words: [Word], _ index: TableIndex) -> [Mention] {
        var places: [String: WordSet] = [:]
        var groups: [Int: WordSet] = [:]
        for (at, word) in words.enumerated() {
            places[word.form, default: WordSet()].insert(at)
            for group in HeaderSynonyms.groups(word.form) { groups[group, default: WordSet()].insert(at) }
        }
        return index.headers.map { mention($0.forms, places, groups, words) }
    }

    private static func mention(_ forms: [String], _ places: [String: WordSet], _ groups: [Int: WordSet], _ sentence: [Word]) -> Mention {
        let telling = forms.filter { !WordLists.stop.contains($0) && !($0.utf8.first.map(isDigit) ?? false) }
        let names = telling.isEmpty ? forms : telling
        var mention = Mention()
        let hits = names.compactMap { places[$0] }
        for hit in hits { mention.words.formUnion(hit) }
        guard !names.isEmpty else { return mention }
        mention.share = Double(hits.count) / Double(names.count)
        if !hits.isEmpty, names.count < forms.count { mention.narrow(to: phrases(forms, sentence)) }
        if hits.isEmpty {
            addBeginnings(names, places, to: &mention)
            addSynonyms(names, groups, to: &mention)
        }
        return mention
    }

    /// Where all words of a column's name follow each other, small ones and numbers too: `segment a`, `round 2`.
    private static func phrases(_ forms: [String], _ sentence: [Word]) -> WordSet {
        var found = WordSet()
        for start in sentence.indices where start + forms.count <= sentence.count {
            if forms.indices.allSatisfy({ sentence[start + $0].form == forms[$0] }) { found.formUnion(WordSet(start..<(start + forms.count))) }
        }
        return found
    }

    /// `tall` is nearly half of `height`.
    private static func addSynonyms(_ names: [String], _ groups: [Int: WordSet], to mention: inout Mention) {
        for name in names {
            for group in HeaderSynonyms.groups(name) {
                guard let words = groups[group] else { continue }
                mention.share = max(mention.share, 0.4 / Double(names.count))
                mention.words.formUnion(words)
            }
        }
    }

    /// `attend` is half of `attendance`.
    private static func addBeginnings(_ names: [String], _ places: [String: WordSet], to mention: inout Mention) {
        for name in names where name.utf8.count >= 4 {
            for (form, words) in places where form.utf8.count >= 4 && form.utf8.prefix(5).elementsEqual(name.utf8.prefix(5)) && !WordLists.stop.contains(form) {
                mention.share = max(mention.share, 0.5 / Double(names.count))
                mention.words.formUnion(words)
            }
        }
    }
}
