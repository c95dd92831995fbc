import Linking
import Searching

/// The features of what a candidate's rows are chosen by.
extension QuestionFeatures {
    /// - Returns: the conditions' words.
    func addConditions(_ candidate: QuestionCandidate, to row: inout Row) -> WordSet {
        var words = WordSet()
        var rows = space.index.allRows
        var (score, least, nearness) = (Float(0), Float(9), Float(0))
        var columns = ColumnSet()
        guard !candidate.conditions.isEmpty else {
            row[.share] = 1
            return words
        }
        let count = Float(candidate.conditions.count)
        candidate.conditions.forEach { at in
            let link = space.conditions[at]
            words.formUnion(space.words[at])
            if candidate.either.isEmpty { rows = rows.intersection(link.rows) }
            columns.insert(link.column)
            score += Float(link.score)
            least = min(least, Float(link.score))
            nearness += Float(link.nearness)
            row[.numeric] += link.isNumber ? 1 : 0
            row[.inexact] += link.isExact ? 0 : 1
            row[.nameDistance] += distance(link) / count
            addKind(link, to: &row)
            addNumberWord(link, to: &row)
        }
        row[.conditions] = count
        addOrder(words, to: &row)
        row[.score] = score / 10
        row[.isUnion] = candidate.either.isEmpty ? 0 : 1
        row[.meanScore] = score / count / 5
        row[.leastScore] = least / 5
        row[.nearness] = nearness / count
        row[.sharedColumns] = count - Float(columns.count)
        row[.share] = Float(rows.count) / Float(max(1, space.index.rowCount))
        row[.isOneRow] = rows.count == 1 ? 1 : 0
        return words
    }

    /// How near a condition's column is named to its words: 1 beside them, 0 from eight words on.
    private func distance(_ link: Link) -> Float {
        let names = sentence.mentions[link.column].words
        guard let first = names.distance(to: link.words.lowerBound), let last = names.distance(to: link.words.upperBound - 1) else { return 0 }
        return 1 - Float(min(first, last, 8)) / 8
    }

    /// `one` and `two` are seldom the words of a cell.
    private func addNumberWord(_ link: Link, to row: inout Row) {
        guard let number = sentence.numbers.first(where: { $0.word == link.words.lowerBound }), link.words.count == 1, number.writing == .word else { return }
        row[.wordNumbers] += 1
        if number.value == 1 { row[.saysOne] += 1 }
    }

    /// Whether the conditions' words come before or behind the words that compare.
    private func addOrder(_ words: WordSet, to row: inout Row) {
        guard let first = words.first, let last = words.last, let trigger = triggers.first else { return }
        row[.before] = last < trigger ? 1 : 0
        row[.after] = first > trigger ? 1 : 0
    }

    private func addKind(_ link: Link, to row: inout Row) {
        switch link.kind {
        case .contains: row[.partial] += 1
        case .synonym: row[.synonyms] += 1
        case .comparison: row[.comparisons] += 1
        case .equal, .date, .ordinal, .absent, .between, .blank, .elsewhere, .detail: break
        }
    }
}
