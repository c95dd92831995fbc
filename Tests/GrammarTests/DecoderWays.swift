import Grammar

/// Follows a text through a grammar as llama.cpp's decoder does: all ways at once, each a stack of what is still to come.
///
/// A decoder asks every way of every token it considers, so their number is what a grammar costs.
final class DecoderWays {
    private enum Unit: Hashable {
        case character(CharacterClass)
        case rule(Int)
    }

    private typealias Way = [Unit]

    private var rules: [[Way]] = []
    private var numbers: [String: Int] = [:]

    init(_ grammar: FormalGrammar) {
        for rule in grammar.rules { _ = number(rule.name) }
        for rule in grammar.rules { rules[number(rule.name)] = options(rule.pattern) }
    }

    /// The most ways there are at one place of the text; nil where it is no sentence.
    func most(_ text: String) -> Int? {
        var ways: Set<Way> = []
        advance([.rule(0)], &ways)
        var most = ways.count
        for scalar in text.unicodeScalars {
            var next: Set<Way> = []
            for way in ways {
                if case .character(let characters)? = way.last, characters.contains(scalar) { advance(way.dropLast(), &next) }
            }
            ways = next
            most = max(most, ways.count)
        }
        return ways.contains([]) ? most : nil
    }

    /// The top of a stack is its end.
    private func advance(_ way: Way, _ ways: inout Set<Way>) {
        var open = [way], known: Set<Way> = [way]
        while let next = open.popLast() {
            guard case .rule(let rule)? = next.last else {
                ways.insert(next)
                continue
            }
            for option in rules[rule] {
                let longer = next.dropLast() + option.reversed()
                if known.insert(Array(longer)).inserted { open.append(Array(longer)) }
            }
        }
    }

    private func number(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = rules.count
        rules.append([])
        return rules.count - 1
    }

    private func options(_ pattern: Pattern) -> [Way] { if case .choice(let options) = pattern { options.map(units) } else { [units(pattern)] } }

    private func units(_ pattern: Pattern) -> Way {
        switch pattern {
        case .text(let text): text.unicodeScalars.map { .character(CharacterClass(ranges: [$0.value...$0.value], isNegated: false)) }
        case .oneOf(let characters): [.character(characters)]
        case .rule(let name): [.rule(number(name))]
        case .sequence(let parts): parts.flatMap(units)
        case .choice: [fresh(options(pattern))]
        case .optional(let part): [fresh(options(part) + [[]])]
        case .any(let part): [repeated(part)]
        case .some(let part): units(part) + [repeated(part)]
        }
    }

    private func fresh(_ options: [Way]) -> Unit {
        rules.append(options)
        return .rule(rules.count - 1)
    }

    private func repeated(_ part: Pattern) -> Unit {
        rules.append([])
        let rule = rules.count - 1
        let way = units(part) + [.rule(rule)]
        rules[rule] = [way, []]
        return .rule(rule)
    }
}
