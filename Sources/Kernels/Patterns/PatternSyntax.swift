/// The tree of a Python regular expression: what CPython's `re._parser` makes of it, before any engine.
indirect enum PatternNode {
    case literal(UInt32)
    case any
    case set(negated: Bool, [PatternSetItem])
    case at(PatternAnchor)
    case branch([[PatternNode]])
    /// A group; `number` is nil where it does not capture.
    case group(number: Int?, adding: Pattern.Flags, removing: Pattern.Flags, [PatternNode])
    case atomic([PatternNode])
    /// `least` to `most` times; no `most` is without end.
    case repetition(least: Int, most: Int?, PatternGreed, [PatternNode])
    case look(ahead: Bool, negated: Bool, [PatternNode])
    case backReference(Int)
    case condition(group: Int, [PatternNode], [PatternNode]?)
}

enum PatternSetItem: Hashable {
    case range(UInt32, UInt32)
    case category(PatternCategory)
}

enum PatternCategory {
    case digit, notDigit, space, notSpace, word, notWord
}

enum PatternAnchor {
    /// `^`
    case lineStart
    /// `$`
    case lineEnd
    /// `\A`
    case textStart
    /// `\Z`
    case textEnd
    /// `\b`
    case boundary
    /// `\B`
    case notBoundary
}

enum PatternGreed {
    case greedy, lazy, possessive
}

/// The least and the most code points that a part of a pattern can match; beyond `endless` they are not told apart.
struct PatternWidth: Equatable {
    var least: Int
    var most: Int

    static let zero = PatternWidth(least: 0, most: 0)
    static let one = PatternWidth(least: 1, most: 1)

    /// As large as CPython's bound allows here: nothing that is counted reaches it.
    static let endless = Int.max

    static func + (a: PatternWidth, b: PatternWidth) -> PatternWidth {
        PatternWidth(least: add(a.least, b.least), most: add(a.most, b.most))
    }

    func union(_ other: PatternWidth) -> PatternWidth {
        PatternWidth(least: min(least, other.least), most: max(most, other.most))
    }

    func repeated(least times: Int, most: Int?) -> PatternWidth {
        PatternWidth(
            least: PatternWidth.multiply(least, times),
            most: most.map { PatternWidth.multiply(self.most, $0) } ?? (self.most == 0 ? 0 : PatternWidth.endless))
    }

    private static func add(_ a: Int, _ b: Int) -> Int {
        let sum = a.addingReportingOverflow(b)
        return sum.overflow ? endless : sum.partialValue
    }

    private static func multiply(_ a: Int, _ b: Int) -> Int {
        let product = a.multipliedReportingOverflow(by: b)
        return product.overflow ? endless : product.partialValue
    }
}

/// A parsed pattern: its tree, its final flags, and its groups.
struct PatternTree {
    var nodes: [PatternNode]
    var flags: Pattern.Flags
    /// Widths by group number, from 1 on; 0 is the whole.
    var groupWidths: [PatternWidth?]
    var names: [String: Int]

    func width(_ nodes: [PatternNode]) -> PatternWidth {
        nodes.reduce(.zero) { $0 + width($1) }
    }

    private func width(_ node: PatternNode) -> PatternWidth {
        switch node {
        case .literal, .any, .set: .one
        case .at, .look: .zero
        case .branch(let branches): width(of: branches)
        case .group(_, _, _, let inner), .atomic(let inner): width(inner)
        case .repetition(let least, let most, _, let inner): width(inner).repeated(least: least, most: most)
        case .backReference(let number): groupWidths[number] ?? .zero
        case .condition(_, let yes, let no): width(yes).union(no.map(width) ?? .zero)
        }
    }

    private func width(of branches: [[PatternNode]]) -> PatternWidth {
        guard let first = branches.first else { return .zero }
        return branches.dropFirst().reduce(width(first)) { $0.union(width($1)) }
    }
}
