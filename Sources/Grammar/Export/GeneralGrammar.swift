import Catalog
import Syntax

/// Makes the grammar of queries over any table out of `GeneralProfile` and the catalogue's names.
struct GeneralGrammar {
    private let goal: ExportedGrammar.Goal

    init(_ goal: ExportedGrammar.Goal) { self.goal = goal }

    private static let profile = (try? FormalGrammar.profile(GeneralProfile.text)) ?? []

    /// The rules, the first of them `root`.
    var rules: [FormalGrammar.Rule] {
        let all = GeneralGrammar.profile + GeneralGrammar.names + NameRules().rules + Repetition.rules
        let patterns = Dictionary(all.map { ($0.name, $0.pattern) }, uniquingKeysWith: { first, _ in first })
        return Pruning(patterns).rules(from: "root", .rule(goal == .claim ? "boolean" : "script"))
    }

    // MARK: Names of the catalogue

    private static let names: [FormalGrammar.Rule] = [
        choice("method", methods { !$0.isProperty }), choice("truth_method", methods { !$0.isProperty && $0.isTruth }),
        choice("truth_property", methods { $0.isProperty && $0.isTruth }), choice("function", Receiver.builtin.names.filter { !$0.hasPrefix("_") }),
        choice("pandas_function", functions(.pandas)), choice("numpy_function", functions(.numpy)),
        choice("math_function", StandardOperation.allCases.filter { $0.module == "math" }.map(\.rawValue)),
        choice("pattern_function", StandardOperation.allCases.filter { $0.module == "re" }.map(\.rawValue)),
    ]

    private static func functions(_ receiver: Receiver) -> [String] {
        receiver.names.filter { name in receiver.operation(named: name).map { !$0.facts.isProperty } ?? false }
    }

    /// Names that some receiver has such an operation by.
    private static func methods(_ isWanted: (Facts) -> Bool) -> [String] {
        let owners = Receiver.allCases.filter { ![.builtin, .pandas, .numpy, .standard].contains($0) }
        return Set(owners.flatMap { owner in owner.names.filter { name in owner.operation(named: name).map { isWanted($0.facts) } ?? false } }).sorted()
    }

    private static func choice(_ name: String, _ texts: [String]) -> FormalGrammar.Rule {
        FormalGrammar.Rule(name: name, pattern: .choice(texts.map(Pattern.text)))
    }
}

extension Facts {
    fileprivate var isTruth: Bool { if case .bool = result { true } else { false } }
}

/// Names that are no keywords: a rule for each beginning that a keyword has.
private struct NameRules {
    private(set) var rules: [FormalGrammar.Rule] = []
    private static let letters = Array(97...122) + Array(65...90)
    private static let rest = letters + Array(48...57) + [95]

    init() {
        add("", Keyword.allCases.map(\.rawValue))
        rules.append(FormalGrammar.Rule(name: "name_rest", pattern: .any(NameRules.oneOf(NameRules.rest))))
    }

    /// The rule of what may follow a beginning that these keywords share.
    private mutating func add(_ beginning: String, _ keywords: [String]) {
        let longer = keywords.filter { $0.utf8.count > beginning.utf8.count }
        let next = Set(longer.compactMap { $0.dropFirst(beginning.count).utf8.first })
        let free = (beginning.isEmpty ? NameRules.letters : NameRules.rest).filter { !next.contains(UInt8($0)) }
        var options: [Pattern] = [.sequence([NameRules.oneOf(free), .rule("name_rest")])]
        for byte in next.sorted() {
            let letter = String(UnicodeScalar(byte))
            options.append(.sequence([.text(letter), .rule(NameRules.rule(beginning + letter))]))
        }
        let isWhole = !beginning.isEmpty && !keywords.contains(beginning)
        rules.append(FormalGrammar.Rule(name: NameRules.rule(beginning), pattern: isWhole ? .optional(.choice(options)) : .choice(options)))
        for byte in next.sorted() {
            let longerBeginning = beginning + String(UnicodeScalar(byte))
            add(longerBeginning, longer.filter { $0.hasPrefix(longerBeginning) })
        }
    }

    /// Lark takes names in upper case for tokens; no keyword begins with a `u`.
    private static func rule(_ beginning: String) -> String {
        let letters = beginning.unicodeScalars.map { $0.properties.isUppercase ? "u" + $0.properties.lowercaseMapping : String($0) }
        return beginning.isEmpty ? "name" : "name_" + letters.joined()
    }

    private static func oneOf(_ codes: [Int]) -> Pattern {
        var ranges: [ClosedRange<UInt32>] = []
        for code in codes.sorted().map(UInt32.init) {
            if let last = ranges.last, last.upperBound + 1 == code { ranges[ranges.count - 1] = last.lowerBound...code } else { ranges.append(code...code) }
        }
        return .oneOf(CharacterClass(ranges: ranges, isNegated: false))
    }
}
