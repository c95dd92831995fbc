import Plan
import Semantics
import Values

extension Tracer {
    /// For a mask that no row passes: the cells that come nearest to passing.
    ///
    /// Of several conditions joined by `&`, the conditions that fail in the rows where the most hold; of one, the column's values nearest to
    /// what is asked for. All of the mask's cells where neither can be told.
    func nearest(to mask: Node) -> CellSet {
        if let found = nearby[ObjectIdentifier(mask)] { return found }
        let found = search(mask)
        nearby[ObjectIdentifier(mask)] = found
        return found
    }

    private func search(_ mask: Node) -> CellSet {
        let parts = conjuncts(mask)
        if parts.count > 1, let missed = nearlyPassing(parts) { return missed }
        if case .comparison(let operands, _) = mask.kind, operands.count == 2, let near = nearest(operands[0], operands[1]) ?? nearest(operands[1], operands[0]) {
            return near
        }
        return trace(mask).items
    }

    private func conjuncts(_ mask: Node) -> [Node] {
        guard case .binary(.bitAnd, let left, let right) = mask.kind else { return [mask] }
        return conjuncts(left) + conjuncts(right)
    }

    private func nearlyPassing(_ parts: [Node]) -> CellSet? {
        guard let first = parts.first, case .column(let rows, _) = trace(first).shape else { return nil }
        var flags: [[Bool]] = []
        var columns: [[Int]] = []
        for part in parts {
            guard let held = recording[part]?.flags, case .column(rows, let read) = trace(part).shape, rows.count == held.count else { return nil }
            flags.append(held)
            columns.append(read)
        }
        let counts = rows.indices.map { at in flags.count { $0[at] } }
        guard let most = counts.max(), most > 0 else { return nil }
        let close = rows.indices.filter { counts[$0] == most }
        var cells = CellSet()
        for part in parts.indices {
            let failing = close.filter { !flags[part][$0] }
            cells.formUnion(CellSet(rows: nearest(among: failing, of: parts[part]).map { rows[$0] }, columns: columns[part]))
        }
        return cells
    }

    /// Of some rows that fail a comparison with a value, those that come nearest to it; all where none is nearer.
    private func nearest(among places: [Int], of part: Node) -> [Int] {
        guard places.count > 1, case .comparison(let operands, _) = part.kind, operands.count == 2, let cells = recording[operands[0]]?.cells, let value = recording[operands[1]],
            value.isScalar, places.allSatisfy({ $0 < cells.count })
        else { return places }
        return Near.positions(of: value, in: .object(places.map { cells[$0] })).map { places[$0] }
    }

    private func nearest(_ side: Node, _ wanted: Node) -> CellSet? {
        guard case .column(let rows, let columns) = trace(side).shape, let cells = recording[side]?.cells, cells.count == rows.count,
            let value = recording[wanted], value.isScalar
        else { return nil }
        let places = Near.positions(of: value, in: cells)
        return places.isEmpty ? nil : CellSet(rows: places.map { rows[$0] }, columns: columns)
    }
}

/// The values of a column nearest to one that it lacks.
enum Near {
    /// The positions of the nearest cells: numbers by difference, texts by spelling; all cells where no text is near.
    static func positions(of wanted: Value, in cells: Column) -> [Int] {
        if let number = wanted.number { return positions(of: number, in: cells) }
        guard let text = wanted.text else { return [] }
        let found = positions(of: text, in: (0..<cells.count).map { cells[$0].text })
        return found.isEmpty ? Array(0..<cells.count) : found
    }

    /// Columns hold few different texts many times, so that each is compared once.
    private static func positions(of wanted: Text, in cells: [Text?]) -> [Int] {
        var seen: Set<Text> = []
        let texts = cells.compactMap(\.self).filter { seen.insert($0).inserted }
        let near = NearNames.find(wanted.string, among: texts.map(\.string), limit: 1).map { Text($0) }
        let chosen = Set(near.isEmpty ? texts.filter { isPart($0.string, wanted.string) } : near)
        return cells.indices.filter { cells[$0].map(chosen.contains) ?? false }
    }

    /// Whether one of two texts holds the other.
    private static func isPart(_ a: String, _ b: String) -> Bool { !a.isEmpty && (a.contains(b) || b.contains(a)) }

    private static func positions(of wanted: Double, in cells: Column) -> [Int] {
        let distances = (0..<cells.count).map { abs((cells[$0].number ?? .infinity) - wanted) }
        guard let least = distances.filter({ !$0.isNaN }).min(), least.isFinite else { return Array(0..<cells.count) }
        return distances.indices.filter { distances[$0] == least }
    }
}
