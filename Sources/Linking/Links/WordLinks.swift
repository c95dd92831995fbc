/// Cells that say a word in another way: ordinals and number words as digits, synonyms.
extension Linker {
    func ordinalLinks() -> [Link] {
        numbers.flatMap { number -> [Link] in
            guard number.writing != .digits, number.value == number.value.rounded(), !Linker.looseNumbers.contains(words[number.word].surface) else { return [] }
            return rowsByColumn(Int(number.value)).compactMap { column, rows in
                guard number.writing == .word || index.headers[column].kind == .rank || isNamed(column) else { return nil }
                return Link(
                    number.writing == .ordinal ? .ordinal : .equal, number.word..<(number.word + 1), column: column, rows: self.rows(rows), isExact: true, coverage: 0.7,
                    rarity: 1.5, isNumber: true)
            }
        }
    }

    private static let looseNumbers: Set<String> = ["single", "couple", "none"]

    private func isNamed(_ column: Int) -> Bool { index.headers[column].forms.contains { form in words.contains { $0.form == form } } }

    /// Rows whose cell is a number, or the ordinal of it.
    private func rowsByColumn(_ value: Int) -> [(Int, [Int])] {
        var found: [Int: [Int]] = [:]
        let suffix = [1: "st", 2: "nd", 3: "rd"][value] ?? "th"
        for (form, isPlain) in [(String(value), true), ("\(value)\(suffix)", false)] {
            guard let word = index.cells.vocabulary[form] else { continue }
            for cell in index.cells.cells(with: word) where !isPlain || isNumberAlone(cell, word) {
                let place = index.cells.place(cell)
                found[place.column, default: []].append(place.row)
            }
        }
        return found.sorted { $0.key < $1.key }
    }

    private func isNumberAlone(_ cell: Int32, _ word: Int32) -> Bool {
        let own = index.cells.words(of: cell)
        return own.count == 1 || own.count == 2 && own.first == word
    }

    func synonymLinks() -> [Link] {
        words.indices.flatMap { at -> [Link] in
            guard let said = Synonyms.of(words[at]) else { return [] }
            let known = said.compactMap { index.cells.vocabulary[$0] }
            guard known.count == said.count, let first = known.first else { return [] }
            let cells = index.cells.cells(with: first).filter { cell in known.dropFirst().allSatisfy { index.cells.words(of: cell).contains($0) } }
            return Dictionary(grouping: cells) { index.cells.place($0).column }.sorted { $0.key < $1.key }.compactMap { synonymLink(at, $0, $1, said, first) }
        }
    }

    private func synonymLink(_ at: Int, _ column: Int, _ cells: [Int32], _ said: [String], _ word: Int32) -> Link? {
        let isShort = said.count == 1 && said[0].utf8.count <= 2
        let used = isShort ? cells.filter { index.cells.words(of: $0).first == word || index.cells.words(of: $0).last == word } : cells
        guard !used.isEmpty, !isShort || used.count > 1 else { return nil }
        return Link(
            .synonym, at..<(at + 1), column: column, rows: rows(used.map { index.cells.place($0).row }), isExact: false, coverage: 0.5, rarity: 1.2, isNumber: false)
    }

    /// `class of a`: a stop word that is a whole cell of a column named just before.
    func smallWordLinks() -> [Link] {
        words.indices.flatMap { at -> [Link] in
            guard isStop(at), numbersOfForms[at] >= 0, at > 0 else { return [] }
            return Dictionary(grouping: index.cells.cells(with: numbersOfForms[at]).filter { index.cells.count(of: $0) == 1 }) { index.cells.place($0).column }
                .sorted { $0.key < $1.key }.compactMap { column, cells in
                    guard mentions[column].share >= 0.5, let last = mentions[column].words.last, (1...3).contains(at - last) else { return nil }
                    return Link(
                        .equal, at..<(at + 1), column: column, rows: rows(cells.map { index.cells.place($0).row }), isExact: true, coverage: 1, rarity: 1, isNumber: false)
                }
        }
    }
}
