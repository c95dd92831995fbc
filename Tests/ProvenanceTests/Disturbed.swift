import Random
import Values

@testable import Provenance

extension Frame {
    /// The cells outside a set that can be changed: present ones, of columns that have another present value or whose type has one.
    func changeable(outside read: CellSet) -> [CellSet.Cell] {
        var cells: [CellSet.Cell] = []
        for column in 0..<columnCount {
            let items = self.column(column)
            for row in 0..<rowCount where !items.isMissing(row) && !read.contains(row: row, column: column) { cells.append(.init(row: row, column: column)) }
        }
        return cells
    }

    /// The table with one cell changed to another value of its type: one of the column's own, or one that is in no column.
    func changing(_ cell: CellSet.Cell, _ generator: inout SeededGenerator) -> Frame {
        let items = column(cell.column)
        let donor = Int(generator.next() % UInt64(rowCount))
        let own = items.isMissing(donor) ? items[cell.row] : items[donor]
        let value = generator.chance(2) ? own : Frame.strange(items[cell.row], &generator)
        return replacing(cell.column, with: items.replacing(cell.row, with: value))
    }

    private static func strange(_ value: Value, _ generator: inout SeededGenerator) -> Value {
        let dice = Int(generator.next() % 5)
        switch value {
        case .numpyInt: return .numpyInt([0, -7, 1_000_003, 1, 12][dice])
        case .numpyFloat: return .numpyFloat([0, -7.5, 1e9, 0.25, 12][dice])
        case .numpyBool(let flag): return .numpyBool(!flag)
        case .text: return .string(["", "zz-9", "12", "a b, c (d)", "2001-02-03"][dice])
        default: return value
        }
    }
}

extension Column {
    func isMissing(_ row: Int) -> Bool { self[row].isMissing }

    func replacing(_ row: Int, with value: Value) -> Column {
        switch (self, value) {
        case (.int(var cells), .numpyInt(let x)):
            cells[row] = x
            return .int(cells)
        case (.float(var cells), .numpyFloat(let x)):
            cells[row] = x
            return .float(cells)
        case (.bool(var cells), .numpyBool(let x)):
            cells[row] = x
            return .bool(cells)
        case (.text(let cells), .text(let text)):
            var texts = (0..<cells.count).map { cells[$0] }
            texts[row] = text
            return .text(TextColumn(texts))
        case (.object(var cells), _) where cells[row].typeName == value.typeName:
            cells[row] = value
            return .object(cells)
        default: return self
        }
    }
}
