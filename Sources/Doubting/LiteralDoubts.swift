import Diagnostics
import Linking

/// Texts and numbers that a query compares with and the claim does not name.
struct LiteralDoubts {
    private let claim: LinkedSentence
    private let facts: QueryFacts
    private let forms: Set<String>

    init(_ claim: LinkedSentence, _ facts: QueryFacts) {
        self.claim = claim
        self.facts = facts
        forms = Set(claim.forms + claim.words.map(\.form) + claim.words.map(\.surface))
    }

    var all: [Diagnostic] { texts + numbers }

    /// Of a text's words the claim has at least so many.
    private static let leastShare = 0.5

    private var texts: [Diagnostic] {
        facts.texts.filter { $0.isCompared && share($0.content) < LiteralDoubts.leastShare }.map {
            .warning(.unclaimedText, "the claim does not name '\($0.content)'", at: $0.span, helps: ["compare with what the claim says"])
        }
    }

    private func share(_ text: String) -> Double {
        let words = Word.read(text)
        return words.isEmpty ? 1 : Double(words.count { forms.contains($0.form) }) / Double(words.count)
    }

    private var numbers: [Diagnostic] {
        let named = Set(claim.numbers.map(\.value) + [0, 1])
        return facts.numbers.filter { $0.isCompared && !named.contains(abs($0.content)) }.map {
            .warning(.unclaimedNumber, "the claim does not name this number", at: $0.span, helps: ["compare with what the claim says, or with what the table gives"])
        }
    }
}
