import Diagnostics
import SQL

extension Lowerer {
    /// `value in container`
    func membership(_ item: Term, in container: Term) throws(Failure) -> Cell {
        switch (item, container) {
        case (.cell(let cell), .cell(let text)) where cell.type.kind == .text && text.type.kind == .text:
            return try substring(cell, in: text)
        case (.cell(let cell), .series) where cell.type.kind == .bool: throw refuse("a bool among labels")
        case (.cell(let cell), .items(let items)) where cell.type.kind == .bool && items.kind == .index: throw refuse("a bool among labels")
        case (.cell(let cell), .series(let series)): return try membership(cell, in: .items(index(of: series.relation)))
        case (.cell(let cell), .items), (.cell(let cell), .display): return try membership(cell, in: container)
        default: throw refuse("'in' with \(item.description) and \(container.description)")
        }
    }

    private func substring(_ cell: Cell, in text: Cell) throws(Failure) -> Cell {
        guard !cell.type.canBeMissing, !text.type.canBeMissing else { throw refuse("'in' with a text that may be missing") }
        return .made(.binary(.greater, .call("instr", text.sql, cell.sql), .integer(0)), .bool, of: cell, text)
    }

    /// Whether a cell equals one of some values.
    func membership(_ cell: Cell, in values: Term) throws(Failure) -> Cell {
        switch values {
        case .display(_, let items): return try membership(cell, among: items)
        case .items(let items): return try membership(cell, among: items.relation, items.cell)
        case .series(let series): return try membership(cell, among: series.relation, series.cell)
        default: throw refuse("membership in \(values.description)")
        }
    }

    private func membership(_ cell: Cell, among items: [Term]) throws(Failure) -> Cell {
        var wanted: [Expression] = []
        var parts = [cell]
        for item in items {
            guard case .cell(let other) = item else { throw refuse("membership among other than scalars") }
            guard !other.type.canBeMissing else { throw refuse("membership of a missing value") }
            parts.append(other)
            if cell.type.isNumber == other.type.isNumber, cell.type.isNumber || cell.type.kind == other.type.kind { wanted.append(other.sql) }
        }
        guard wanted.count == items.count || wanted.isEmpty else { throw refuse("membership among values of different types") }
        if wanted.isEmpty { return parts.dropFirst().reduce(.constant(false, isNumpy: false, of: cell)) { .constant(false, isNumpy: false, of: $0, $1) } }
        let type = CellType(.bool, missing: cell.type.missing != nil ? .isFalse : nil)
        return .made(.isIn(cell.sql, wanted), type, ofAll: parts)
    }

    private func membership(_ cell: Cell, among relation: Relation, _ other: Cell) throws(Failure) -> Cell {
        let other = other.settled
        guard cell.type.isNumber == other.type.isNumber, cell.type.isNumber || cell.type.kind == other.type.kind else {
            return .constant(false, isNumpy: false, of: cell)
        }
        guard !cell.type.canBeMissing || !other.type.canBeMissing, !cell.readsRow || !cell.sql.isWindowed else { throw refuse("membership of a missing value") }
        var rows = relation.slice == nil ? relation.select(other.sql) : relation.ordered([Select.Output(other.sql)])
        if other.type.canBeMissing { rows = relation.filtered([.test(other.sql, .isNotNull)]).select(other.sql) }
        return .made(.isInRows(cell.sql, rows), CellType(.bool, missing: cell.type.missing != nil ? .isFalse : nil), of: cell)
    }
}
