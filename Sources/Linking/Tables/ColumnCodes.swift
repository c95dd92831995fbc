import Values

/// A column's cells as numbers: equal cells, as `==` has it, have one number, in order of first appearance.
public struct ColumnCodes: Sendable {
    /// One a row; -1 where the cell is missing, which is not even equal to itself, or of a type that is not compared.
    public let codes: [Int32]
    /// How many different ones there are.
    public let count: Int

    init(_ column: Column) {
        switch column {
        case .text(let cells): self.init(cells)
        case .bool(let cells): self.init(cells) { $0 }
        case .int(let cells): self.init(cells) { $0 }
        case .float(let cells): self.init(cells) { $0.isNaN ? nil : $0 }
        case .timestamp(let cells), .timedelta(let cells): self.init(cells) { $0 == Column.missingTime ? nil : $0 }
        case .object(let cells): self.init(cells) { _ in nil as Bool? }
        case .categorical(let cells): self.init(cells.codes) { _ in nil as Bool? }
        }
    }

    private init<Cell, Key: Hashable>(_ cells: [Cell], _ key: (Cell) -> Key?) {
        var known: [Key: Int32] = [:]
        codes = cells.map { cell in
            guard let key = key(cell) else { return -1 }
            if let code = known[key] { return code }
            let code = Int32(clamping: known.count)
            known[key] = code
            return code
        }
        count = known.count
    }

    private init(_ cells: TextColumn) {
        var numbers = ByteNumbers()
        codes = (0..<cells.count).map { cells.isMissing($0) ? -1 : Int32(clamping: numbers.number(of: cells.bytes($0)).number) }
        count = numbers.count
    }

    /// How many of some rows each value has; values without any are left out.
    public func counts(_ rows: some Sequence<Int>) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        for row in rows where codes[row] >= 0 { counts[Int(codes[row])] += 1 }
        return counts.filter { $0 > 0 }
    }

    public func areEqual(_ one: Int, _ other: Int) -> Bool { codes[one] >= 0 && codes[one] == codes[other] }
}
