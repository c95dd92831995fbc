/// Takes out of a set of rules what no sentence needs: rules that lead nowhere (a table without text columns), that say nothing, or that
/// nobody uses.
struct Pruning {
    private let patterns: [String: Pattern]
    /// Rules that some text can be made of.
    private var productive: Set<String> = ["nothing"]
    /// Rules that only the empty text is made of.
    private var empty: Set<String> = ["nothing"]

    init(_ patterns: [String: Pattern]) {
        self.patterns = patterns
        grow()
    }

    private mutating func grow() {
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (name, pattern) in patterns where !productive.contains(name) && pruned(pattern) != nil {
                productive.insert(name)
                isGrowing = true
            }
        }
        isGrowing = true
        while isGrowing {
            isGrowing = false
            for (name, pattern) in patterns where !empty.contains(name) && pruned(pattern).map(\.isNothing) == true {
                empty.insert(name)
                isGrowing = true
            }
        }
    }

    /// The rules that a root needs, in the order in which they are met.
    func rules(from name: String, _ root: Pattern) -> [FormalGrammar.Rule] {
        var rules: [FormalGrammar.Rule] = []
        var known: Set<String> = []
        func add(_ name: String, _ pattern: Pattern?) {
            guard let pattern = pattern.flatMap(pruned), known.insert(name).inserted else { return }
            rules.append(FormalGrammar.Rule(name: name, pattern: pattern.factored))
            for used in pattern.names { add(used, patterns[used]) }
        }
        add(name, root)
        return rules
    }

    /// The pattern without what leads nowhere; nil where nothing is left.
    private func pruned(_ pattern: Pattern) -> Pattern? {
        switch pattern {
        case .text, .oneOf: return pattern
        case .rule(let name): return !productive.contains(name) ? nil : empty.contains(name) ? .sequence([]) : pattern
        case .sequence(let parts): return sequence(parts)
        case .choice(let options): return choice(options.compactMap(pruned))
        case .optional(let part): return pruned(part).map { $0.isNothing ? $0 : .optional($0) } ?? .sequence([])
        case .any(let part): return pruned(part).map { $0.isNothing ? $0 : .any($0) } ?? .sequence([])
        case .some(let part): return pruned(part).map { $0.isNothing ? $0 : .some($0) }
        }
    }

    private func sequence(_ parts: [Pattern]) -> Pattern? {
        var kept: [Pattern] = []
        for part in parts {
            guard let part = pruned(part) else { return nil }
            if !part.isNothing { kept.append(part) }
        }
        return kept.count == 1 ? kept[0] : .sequence(kept)
    }

    private func choice(_ options: [Pattern]) -> Pattern? {
        let filled = options.filter { !$0.isNothing }
        guard let first = filled.first else { return options.first }
        let whole = filled.count == 1 ? first : Pattern.choice(filled)
        return filled.count < options.count ? .optional(whole) : whole
    }
}

extension Pattern {
    /// Whether it is the empty text.
    var isNothing: Bool { if case .sequence(let parts) = self { parts.isEmpty } else { false } }
}
