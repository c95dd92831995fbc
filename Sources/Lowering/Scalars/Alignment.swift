import Diagnostics
import SQL

extension Lowerer {
    /// Two Series over one relation of all rows that either has, as pandas' outer join of labels makes it; a side that lacks a row has a gap there.
    ///
    /// - Throws: `rowsNotLowered` where the rows are not two choices among one table's.
    func aligned(_ a: SeriesTerm, _ b: SeriesTerm, _ symbol: String) throws(Failure) -> (relation: Relation, Cell, Cell) {
        let refusal = Failure(.rowsNotLowered, "\(symbol) between two Series of different rows is not lowered to SQL")
        guard a.relation.source == b.relation.source, a.relation.labels.cells == b.relation.labels.cells, a.relation.labels.areUnique,
            a.relation.labels.cells.count == 1, a.relation.slice == nil, b.relation.slice == nil, !a.relation.isSorted, !b.relation.isSorted,
            !a.cell.sql.isWindowed, !b.cell.sql.isWindowed
        else { throw refusal }
        let common = a.relation.conditions.filter(b.relation.conditions.contains)
        let onlyA = a.relation.conditions.filter { !common.contains($0) }, onlyB = b.relation.conditions.filter { !common.contains($0) }
        var relation = a.relation
        relation.conditions = common
        if !onlyA.isEmpty, !onlyB.isEmpty { relation.conditions.append(.binary(.or, .conjunction(onlyA), .conjunction(onlyB))) }
        relation.labels.isRange = false
        relation.count = nil
        return (relation, gapped(a.cell.settled, onlyA, relation), gapped(b.cell.settled, onlyB, relation))
    }

    /// A cell that is missing where its own conditions do not hold.
    private func gapped(_ cell: Cell, _ conditions: [Expression], _ relation: Relation) -> Cell {
        guard !conditions.isEmpty else { return cell }
        var out = cell
        out.sql = .choice([Expression.When(.conjunction(conditions), cell.sql)], otherwise: nil)
        out.type.missing = .nan
        if cell.type.kind == .bool { out.type.isNumpy = false }
        if cell.type.kind == .int { out.type.doubt = unlessMissing(out.sql, relation) }
        return out
    }

    /// Integers where no row lacks one, else floats.
    func unlessMissing(_ sql: Expression, _ relation: Relation) -> CellType.Doubt {
        let name = freshName("value")
        let rows = sql.isWindowed ? relation.nested(adding: [Select.Output(sql, as: name)]).select(.binary(.equal, .countRows, .call("count", .column(name))))
            : relation.select(.binary(.equal, .countRows, .call("count", sql)))
        return CellType.Doubt(conditions: [rows], held: .int, otherwise: .float)
    }

    /// Fails unless two Series have the same rows, as pandas' comparisons do.
    func requireSameRows(_ a: SeriesTerm, _ b: SeriesTerm, _ symbol: String) throws(Failure) {
        let (relation, _, _) = try aligned(a, b, symbol)
        let conditions = [a.relation.conditions, b.relation.conditions].map { own in own.filter { !relation.conditions.contains($0) } }
        let differs = Expression.binary(
            .isNotSame, Expression.conjunction(conditions[0]).isTrue, Expression.conjunction(conditions[1]).isTrue)
        require(
            Select(.unary(.not, .exists(relation.filtered([differs]).select(.integer(1))))),
            orFail: Failure(.valueError, "can only compare identically-labeled Series objects"))
    }
}
