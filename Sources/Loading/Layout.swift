import Diagnostics
import SQL
import Values

extension TableLayout {
    /// How a frame stands in SQL.
    ///
    /// - Throws: `rowsNotLowered` for row labels that were read from the file.
    public init(of frame: Frame) throws(Failure) {
        guard case .range(let labels) = frame.index.labels, labels.start == 0, labels.step == 1 else {
            throw Failure(.rowsNotLowered, "row labels that were read from the file are not lowered to SQL")
        }
        let headers = frame.columns.values.map { $0.text ?? .empty }
        self.init(name: "table", labels: headers, facts: (0..<frame.columnCount).map { ColumnFacts(frame.column($0)) }, rowCount: frame.rowCount)
    }

    /// Columns under their labels, or what stands for these in SQL.
    init(name: String, labels: [Text], facts: [ColumnFacts], rowCount: Int) {
        let names = ColumnNames(headers: labels.map(\.string))
        let columns = zip(names.columns, zip(labels, facts)).map { Column(name: $0, label: $1.0, facts: $1.1) }
        self.init(name: name, row: names.row, columns: columns, rowCount: rowCount)
    }
}

extension ColumnFacts {
    init(_ column: Values.Column) {
        switch column {
        case .bool: self.init(cells: .bool, hasMissing: false)
        case .int(let cells): self.init(cells: .int, hasMissing: false, bounds: ColumnFacts.bounds(cells), isUnique: ColumnFacts.areUnique(cells))
        case .float(let cells): self.init(cells: .float, hasMissing: cells.contains(where: \.isNaN), isUnique: ColumnFacts.areUnique(cells))
        case .text(let cells): self.init(cells: .text, hasMissing: cells.cells.contains(where: \.isMissing))
        case .object(let cells): self.init(objects: cells)
        case .categorical: self.init(cells: .mixed, hasMissing: column.missing.contains(true))
        case .timestamp(let cells): self.init(cells: .timestamp, hasMissing: cells.contains(Values.Column.missingTime))
        case .timedelta(let cells): self.init(cells: .timedelta, hasMissing: cells.contains(Values.Column.missingTime))
        }
    }

    private init(objects: [Value]) {
        guard !objects.isEmpty else {
            self.init(cells: .text, hasMissing: false)
            return
        }
        let isBool = objects.allSatisfy { cell in
            switch cell {
            case .bool: true
            case .float(let number), .numpyFloat(let number): number.isNaN
            default: false
            }
        }
        self.init(cells: isBool ? .objectBool : .mixed, hasMissing: objects.contains(where: \.isMissing))
    }

    /// Looks at no more than some rows: longer columns are sorted as if cells were equal.
    private static func areUnique<Cell: Hashable>(_ cells: [Cell]) -> Bool {
        guard cells.count <= 4096 else { return false }
        var seen = Set<Cell>(minimumCapacity: cells.count)
        return cells.allSatisfy { seen.insert($0).inserted }
    }

    private static func bounds(_ cells: [Int]) -> ClosedRange<Int>? {
        guard let least = cells.min(), let greatest = cells.max() else { return nil }
        return least...greatest
    }
}
