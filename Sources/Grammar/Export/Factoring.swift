extension Pattern {
    /// The same texts with beginnings that options share written once: `'.max' | '.min'` is `'.m' ('ax' | 'in')`.
    ///
    /// A decoder that follows all ways at once then follows one until they part, instead of one a method or a column.
    var factored: Pattern {
        switch self {
        case .text, .oneOf, .rule: self
        case .sequence(let parts): Pattern.sequenced(parts.map(\.factored))
        case .choice(let options): Pattern.chosen(options.map(\.factored))
        case .optional(let part): .optional(part.factored)
        case .any(let part): .any(part.factored)
        case .some(let part): .some(part.factored)
        }
    }

    /// Parts in a row: rows inside are opened, texts that meet are one.
    private static func sequenced(_ parts: [Pattern]) -> Pattern {
        var row: [Pattern] = []
        for part in parts.flatMap(\.parts) {
            if case .text(let next) = part, case .text(let last)? = row.last { row[row.count - 1] = .text(last + next) } else { row.append(part) }
        }
        return row.count == 1 ? row[0] : .sequence(row)
    }

    private static func chosen(_ options: [Pattern]) -> Pattern {
        var groups: [[Pattern]] = []
        var places: [Unicode.Scalar: Int] = [:]
        for option in options.flatMap(\.options) {
            guard let first = option.beginning.first else {
                groups.append([option])
                continue
            }
            if let place = places[first] { groups[place].append(option) } else {
                places[first] = groups.count
                groups.append([option])
            }
        }
        let merged = groups.map(merge)
        return merged.count == 1 ? merged[0] : .choice(merged)
    }

    /// Options that begin with one character.
    private static func merge(_ group: [Pattern]) -> Pattern {
        guard group.count > 1, let first = group.first else { return group.first ?? .sequence([]) }
        let shared = group.reduce(first.beginning) { common($0, $1.beginning) }
        let rests = group.map { $0.without(shared.count) }
        let filled = rests.filter { !$0.isNothing }
        let rest = filled.isEmpty ? Pattern.sequence([]) : chosen(filled)
        return sequenced([.text(String(String.UnicodeScalarView(shared))), filled.count < rests.count && !filled.isEmpty ? .optional(rest) : rest])
    }

    private static func common(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> [Unicode.Scalar] {
        zip(one, other).prefix { $0 == $1 }.map(\.0)
    }

    private var parts: [Pattern] { if case .sequence(let parts) = self { parts } else { [self] } }
    private var options: [Pattern] { if case .choice(let options) = self { options } else { [self] } }

    /// The text that it begins with.
    private var beginning: [Unicode.Scalar] { if case .text(let text)? = parts.first { Array(text.unicodeScalars) } else { [] } }

    private func without(_ count: Int) -> Pattern {
        guard case .text(let text)? = parts.first else { return self }
        let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(count)))
        return Pattern.sequenced((rest.isEmpty ? [] : [.text(rest)]) + parts.dropFirst())
    }
}
