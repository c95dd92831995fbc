import Values

/// Whether two cells of a column are the same, as `==` has it: a missing cell is not even itself.
enum CellEquality {
    static func areEqual(_ column: Column, _ one: Int, _ other: Int) -> Bool {
        switch column {
        case .bool(let cells): cells[one] == cells[other]
        case .int(let cells): cells[one] == cells[other]
        case .float(let cells): cells[one] == cells[other]
        case .text(let cells): cells[one].map { cells[other] == $0 } ?? false
        case .timestamp(let cells), .timedelta(let cells): cells[one] == cells[other] && cells[one] != Column.missingTime
        case .object, .categorical: false
        }
    }

    /// What tells a cell from the others of its column; nil where it is missing.
    static func key(_ column: Column, _ row: Int) -> AnyHashable? {
        switch column {
        case .bool(let cells): cells[row]
        case .int(let cells): cells[row]
        case .float(let cells): cells[row].isNaN ? nil : cells[row]
        case .text(let cells): cells[row]
        case .timestamp(let cells), .timedelta(let cells): cells[row] == Column.missingTime ? nil : cells[row]
        case .object, .categorical: nil
        }
    }
}

/// How many rows each value of a column has.
struct ValueCounts {
    /// Of each distinct value, in order of appearance.
    let counts: [Int]
    /// Rows with a value.
    let total: Int

    init(_ column: Column, _ rows: some Sequence<Int>) {
        var places: [AnyHashable: Int] = [:]
        var counts: [Int] = []
        for row in rows {
            guard let key = CellEquality.key(column, row) else { continue }
            if let place = places[key] { counts[place] += 1 } else {
                places[key] = counts.count
                counts.append(1)
            }
        }
        self.counts = counts
        total = counts.reduce(0, +)
    }
}
