/// Days that the sentence names in another order than the cells do.
extension Linker {
    func dateLinks() -> [Link] { words.indices.flatMap(dateLinks) }

    private func dateLinks(_ at: Int) -> [Link] {
        guard let month = WordLists.months[words[at].surface] ?? WordLists.months[words[at].form], let (dayAt, day) = day(near: at) else { return [] }
        let year = year(near: at, dayAt)
        var span = min(at, dayAt)..<(max(at, dayAt) + 1)
        if let year, abs(year.at - span.upperBound) <= 1 { span = min(span.lowerBound, year.at)..<max(span.upperBound, year.at + 1) }
        return index.keys.enumerated().compactMap { column, key in
            guard let key, key.isDate else { return nil }
            let rows = self.rows(key.values.indices.filter { isDay(key, key.values[$0], year?.value, month, day) })
            return rows.isEmpty ? nil : Link(.date, span, column: column, rows: rows, isExact: true, coverage: 1, rarity: 4, isNumber: false)
        }
    }

    private func isDay(_ key: ColumnKey, _ days: Double, _ year: Int?, _ month: Int, _ day: Int) -> Bool {
        guard !days.isNaN else { return false }
        let date = CellDate.civil(days)
        return date.month == month && date.day == day && (year == nil || key.kind != .date || date.year == year)
    }

    private func day(near at: Int) -> (Int, Int)? {
        for place in [at - 1, at + 1, at - 2, at + 2] where words.indices.contains(place) {
            let surface = words[place].surface
            let value = LinkedSentence.ordinal(surface) ?? (surface.utf8.count <= 2 ? words[place].number : nil)
            if let value, (1...31).contains(value) { return (place, Int(value)) }
        }
        return nil
    }

    private func year(near at: Int, _ dayAt: Int) -> (at: Int, value: Int)? {
        let near = max(0, min(at, dayAt) - 1)..<min(words.count, max(at, dayAt) + 3)
        return near.last { words[$0].surface.utf8.count == 4 && words[$0].number != nil }.map { ($0, Int(words[$0].number ?? 0)) }
    }
}
