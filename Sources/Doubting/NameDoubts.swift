import Diagnostics
import Linking

/// Cells and numbers that a claim names and a query does not use.
struct NameDoubts {
    private let claim: LinkedSentence
    private let forms: Set<String>
    private let numbers: Set<Double>

    init(_ claim: LinkedSentence, _ facts: QueryFacts) {
        let words = (facts.texts.map(\.content) + facts.columns).flatMap { Word.read($0) }
        self.claim = claim
        forms = Set(words.map(\.form))
        numbers = Set(words.compactMap(\.number) + facts.numbers.map { abs($0.content) })
    }

    var all: [Diagnostic] { cells + digits }

    /// A link with a lower score may be chance.
    private static let leastScore = 1.5

    private var cells: [Diagnostic] {
        var seen = WordSet()
        var doubts: [Diagnostic] = []
        for link in claim.links where isName(link) && seen.intersection(WordSet(link.words)).isEmpty {
            seen.formUnion(WordSet(link.words))
            if !link.words.contains(where: isUsed) { doubts.append(unused(link)) }
        }
        return doubts
    }

    /// Whether the words name some of the cells, and not all rows have them.
    private func isName(_ link: Link) -> Bool {
        guard !link.isNumber, link.score >= NameDoubts.leastScore, link.rowTotal < claim.index.rowCount else { return false }
        switch link.kind {
        case .equal, .contains, .date: return true
        case .ordinal, .synonym, .comparison, .between, .blank, .elsewhere, .detail, .absent: return false
        }
    }

    private func isUsed(_ word: Int) -> Bool {
        guard claim.content.contains(word) else { return false }
        return forms.contains(claim.forms[word]) || (claim.words[word].number.map(numbers.contains) ?? false)
    }

    private func unused(_ link: Link) -> Diagnostic {
        let (words, column) = (claim.text(of: link.words), claim.index.headers[link.column].name)
        return .warning(
            .unusedCell, "the claim names '\(words)', which the query does not use", helps: ["a cell of '\(column)' \(link.isExact ? "is" : "has") that"])
    }

    /// Years that the caption has too are those of the whole table; numbers of a longer cell are doubted with it.
    private var digits: [Diagnostic] {
        let inside = claim.links.filter { !$0.isNumber && $0.words.count > 1 }.reduce(into: WordSet()) { $0.formUnion(WordSet($1.words)) }
        let named = claim.numbers.filter { $0.writing == .digits && !claim.captioned.contains($0.word) && !inside.contains($0.word) }
        return named.filter { !numbers.contains($0.value) && !forms.contains(claim.forms[$0.word]) }.map {
            .warning(
                .unusedNumber, "the claim names \(claim.text(of: $0.word..<($0.word + 1))), which the query does not use",
                helps: ["compare with it, or count up to it"])
        }
    }
}

extension LinkedSentence {
    /// Some of its words as they are written.
    func text(of words: Range<Int>) -> String {
        guard let first = self.words[words].first, let last = self.words[words].last else { return "" }
        return String(decoding: Array(text.utf8)[first.bytes.lowerBound..<last.bytes.upperBound], as: UTF8.self)
    }
}
