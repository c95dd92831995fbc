import Catalog
import Diagnostics
import Linking

/// Words of a claim that ask for an operation that a query does not have, and an operation that no word asks for.
struct OperationDoubts {
    private let claim: LinkedSentence
    private let facts: QueryFacts

    init(_ claim: LinkedSentence, _ facts: QueryFacts) {
        self.claim = claim
        self.facts = facts
    }

    var all: [Diagnostic] { [superlative, comparison, count, negation, inversion].compactMap(\.self) }

    private func word(_ at: Int) -> String { claim.words[at].surface }

    // MARK: Order

    private var superlative: Diagnostic? {
        guard let pointer = claim.superlatives.first(where: { isSuperlative($0) }), !ranks, facts.traits.isDisjoint(with: [.orders, .takesPlaces]) else { return nil }
        return .warning(
            .unusedSuperlative, "the claim says '\(word(pointer.word))', and the query looks for no largest or smallest",
            helps: ["use max, min, idxmax, idxmin or sort_values"])
    }

    private func isSuperlative(_ pointer: LinkedSentence.Pointer) -> Bool {
        pointer.direction.sign != 0 && (word(pointer.word).hasSuffix("est") || OperationDoubts.superlatives.contains(word(pointer.word)))
    }

    /// Those that do not end in `est`; `first`, `last` and `winner` are what cells say as often.
    private static let superlatives: Set<String> = ["most", "best", "worst", "maximum", "minimum", "max", "min", "top", "bottom", "leading", "lead", "leads", "led"]

    private var ranks: Bool { !facts.families.isDisjoint(with: [.superlative, .ordinal]) }

    private var comparison: Diagnostic? {
        guard let pointer = claim.comparatives.first(where: { isComparative($0) }), !ranks, !facts.families.contains(.comparison), !facts.traits.contains(.orders) else {
            return nil
        }
        return .warning(.unusedComparison, "the claim says '\(word(pointer.word))', and the query compares no more with less", helps: ["use '<' or '>'"])
    }

    private func isComparative(_ pointer: LinkedSentence.Pointer) -> Bool {
        pointer.direction.sign != 0 && word(pointer.word) != "least" && !OperationDoubts.superlatives.contains(word(pointer.word))
    }

    // MARK: Counts

    /// A number in words is a count oftener than one in digits.
    private var count: Diagnostic? {
        guard let number = claim.numbers.first(where: { $0.writing == .word && !OperationDoubts.loose.contains(word($0.word)) }),
            facts.families.isDisjoint(with: [.count, .unique, .aggregate])
        else { return nil }
        return .warning(.unusedCount, "the claim counts ('\(word(number.word))'), and the query does not", helps: ["count rows with len, or cells with nunique"])
    }

    private static let loose: Set<String> = ["single", "once"]

    // MARK: Negation

    private var negation: Diagnostic? {
        guard let at = claim.words.indices.first(where: { OperationDoubts.negations.contains(word($0)) }), !facts.traits.contains(.negates) else { return nil }
        return .warning(.unusedNegation, "the claim says '\(word(at))', and the query negates nothing", helps: ["use '!=', 'not', '~' or '== 0'"])
    }

    /// `no` and `none` are often answered by a cell or a count.
    private static let negations: Set<String> = [
        "not", "never", "nt", "cannot", "unable", "without", "didn", "doesn", "don", "wasn", "weren", "isn", "aren", "hasn", "haven", "hadn", "couldn", "nobody",
        "nothing",
    ]

    private var inversion: Diagnostic? {
        guard facts.traits.contains(.negates), !claim.cues.contains(.negation) else { return nil }
        return .warning(.unclaimedNegation, "the query negates, and the claim does not", helps: ["ask whether what the claim says is so"])
    }
}
