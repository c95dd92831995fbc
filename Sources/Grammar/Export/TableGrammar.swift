/// Makes the grammar of one table out of `TableProfile` and the table's columns.
struct TableGrammar {
    private let goal: ExportedGrammar.Goal
    private var plain: [String: Pattern] = [:]
    /// Steps from a type: to which type, by which rule.
    private var steps: [String: [(to: String, rule: String)]] = [:]
    /// How a purpose is met, by type.
    private var endings: [String: [String: Pattern]] = [:]
    private var made: [FormalGrammar.Rule] = []

    init(_ goal: ExportedGrammar.Goal, _ columns: ColumnRules) {
        self.goal = goal
        for rule in TableGrammar.profile + columns.rules + Repetition.rules { sort(rule) }
    }

    /// The profile's text is part of the program: that it can be read is a test's business, and an empty grammar says that it cannot.
    private static let profile = (try? FormalGrammar.profile(TableProfile.text)) ?? []

    private mutating func sort(_ rule: FormalGrammar.Rule) {
        if let (from, to) = TableGrammar.split(rule.name, at: "_to_") {
            steps[from, default: []].append((to, rule.name))
            plain[rule.name] = rule.pattern
        } else if let (purpose, type) = TableGrammar.split(rule.name, at: "_of_") {
            endings[purpose, default: [:]][type] = rule.pattern
        } else {
            plain[rule.name] = rule.pattern
        }
    }

    private static func split(_ name: String, at mark: String) -> (String, String)? {
        guard let place = name.firstRange(of: mark) else { return nil }
        return (String(name[..<place.lowerBound]), String(name[place.upperBound...]))
    }

    /// The rules, the first of them `root`.
    var rules: [FormalGrammar.Rule] {
        let root: Pattern = .rule(goal == .claim ? "boolean" : "answers")
        var all = plain
        for (purpose, types) in endings {
            all[purpose] = .rule("\(purpose)_after_start")
            for type in Set(steps.keys).union(types.keys) { all["\(purpose)_after_\(type)"] = chain(purpose, type, types[type]) }
        }
        return Pruning(all).rules(from: "root", root)
    }

    /// What may follow in a chain that is to meet a purpose, with such a type in hand.
    private func chain(_ purpose: String, _ type: String, _ ending: Pattern?) -> Pattern {
        let onward = (steps[type] ?? []).map { step -> Pattern in .sequence([.rule(step.rule), .rule("\(purpose)_after_\(step.to)")]) }
        return .choice((ending.map { [$0] } ?? []) + onward)
    }
}

/// Repetitions with an end: a model that repeats itself is stopped.
enum Repetition {
    static let rules = [
        FormalGrammar.Rule(name: "digits", pattern: upTo(14, .oneOf(CharacterClass(ranges: [0x30...0x39], isNegated: false)))),
        FormalGrammar.Rule(name: "indentation", pattern: upTo(12, .text(" "))),
    ]

    private static func upTo(_ most: Int, _ part: Pattern) -> Pattern {
        (1..<most).reduce(.optional(part)) { rest, _ in .optional(.sequence([part, rest])) }
    }
}

extension FormalGrammar {
    /// The rules of a profile: `nothing` stands for the empty text, and rules made elsewhere may be used.
    static func profile(_ text: String) throws(GrammarError) -> [Rule] {
        var reader = EBNFReader(text)
        return try reader.rules()
    }
}
