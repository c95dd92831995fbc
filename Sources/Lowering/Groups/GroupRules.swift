import Catalog
import Diagnostics
import SQL

/// What a group-by can be asked in SQLite.
let groupByRules = Rules<GroupByOperation, GroupsTerm>([
    Rule(.size) { lowerer, groups, _ in .series(try lowerer.sizes(groups)) },
    Rule(.count, .nunique, .min, .max, .first, .last, means: .functions) { lowerer, groups, arguments in
        try lowerer.reduced(groups, arguments.operation.name, arguments)
    },
    Rule(.sum, .mean, .median, .std, .var, means: .functions) { lowerer, groups, arguments in
        try lowerer.reduced(groups, arguments.operation.name, arguments)
    },
    Rule(.agg, .aggregate, means: .functions) { lowerer, groups, arguments in
        guard arguments.named.count == 1, let name = lowerer.reductionName(try arguments.require("func")) else { throw lowerer.refuse("this agg() of a group-by") }
        return try lowerer.reduced(groups, name, arguments.without("func"))
    },
    Rule(.transform, means: .functions) { lowerer, groups, arguments in .series(try lowerer.transformed(groups, arguments)) },
    Rule(.ngroups) { lowerer, groups, _ in .cell(try lowerer.groupCount(groups)) },
])

extension Lowerer {
    /// `frame.groupby(by)`
    func grouped(_ frame: FrameTerm, _ arguments: Arguments) throws(Failure) -> GroupsTerm {
        try arguments.allow("by", "sort", "as_index", "axis")
        guard try arguments.flag("as_index", default: true) else { throw refuse("'as_index' of groupby()") }
        let by = try arguments.require("by")
        let terms = if case .display(_, let items) = by { items } else { [by] }
        let rows = pinned(frame)
        var keys: [(name: Labels.Name, cell: Cell)] = []
        var positions: [Int] = []
        for term in terms {
            if case .series(let series) = term {
                guard series.relation.hasRows(of: rows.relation), !series.cell.sql.isWindowed else { throw refuse("groups by a Series of other rows") }
                if let at = rows.columns.firstIndex(where: { $0.label == series.name && $0.cell == series.cell }) { positions.append(at) }
                keys.append((series.name, series.cell))
                continue
            }
            guard let label = Labels.Name(term) else { throw refuse("groups by \(term.description)") }
            guard let at = rows.positions(of: label).first else { throw reached(Failure(.keyError, label.text)) }
            keys.append((label, try series(rows, at).cell))
            positions.append(at)
        }
        return GroupsTerm(
            frame: rows, keys: keys, keyPositions: positions, selection: nil, isSeries: false, asIndex: true,
            isSorted: try arguments.flag("sort", default: true))
    }

    /// `series.groupby(by)`
    func grouped(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> GroupsTerm {
        let frame = FrameTerm(relation: series.relation, columns: [FrameTerm.Column(label: series.name, cell: series.cell)])
        guard case .series = try arguments.require("by") else { throw refuse("groups of a Series by other than a Series") }
        var groups = try grouped(frame, arguments)
        groups.selection = [0]
        groups.isSeries = true
        groups.keyPositions = []
        return groups
    }

    func subscripted(_ groups: GroupsTerm, by key: Term) throws(Failure) -> Term {
        guard groups.selection == nil else { throw reached(Failure(.indexError, "column(s) already selected")) }
        var out = groups
        out.selection = []
        for label in try labels(key) {
            guard let at = groups.frame.positions(of: label).first else { throw reached(Failure(.keyError, label.text)) }
            out.selection?.append(at)
        }
        if case .display(.tuple, _) = key { throw refuse("a tuple of columns of a group-by") }
        if case .cell = key { out.isSeries = true }
        return .groups(out)
    }

    func reductionName(_ term: Term) -> String? {
        switch term {
        case .cell(let cell): cell.textLiteral?.string
        case .operation(.builtin(.sum)): "sum"
        case .operation(.builtin(.min)): "min"
        case .operation(.builtin(.max)): "max"
        default: nil
        }
    }

    func groupCount(_ groups: GroupsTerm) throws(Failure) -> Cell {
        let (relation, _) = try groupRelation(groups, [])
        return relation.size
    }

    /// `len` of a group-by: with several keys also groups with a missing key count, as `GroupBy.__len__` has it.
    func groupLength(_ groups: GroupsTerm) throws(Failure) -> Cell {
        let (relation, _) = try groupRelation(groups, [], keepsGaps: groups.keys.count > 1)
        return relation.size
    }

    /// A row for each group: its key labels and the reductions asked for, each under a name.
    private func groupRelation(
        _ groups: GroupsTerm, _ reductions: [(sql: Expression, type: CellType, bounds: ClosedRange<Int>?)], keepsGaps: Bool = false
    ) throws(Failure) -> (Relation, [Cell]) {
        let keys = groups.keys.map(\.cell.settled)
        guard !keys.contains(where: { $0.type.kind == .bool && $0.type.canBeMissing }) else { throw refuse("groups by a column of objects") }
        let gaps = keepsGaps ? [] : keys.filter(\.type.canBeMissing).map { Expression.test($0.sql, .isNotNull) }
        let rows = groups.frame.relation.filtered(gaps)
        let first = freshName("first")
        let keyNames = keys.map { _ in freshName("key") }, names = reductions.map { _ in freshName("value") }
        var outputs = zip(keys, keyNames).map { Select.Output($0.sql, as: $1) }
        outputs += zip(reductions, names).map { Select.Output($0.sql, as: $1) }
        var select = Select([])
        if groups.isSorted {
            select = inOrder(rows).select(outputs).grouped(by: keys.map(\.sql))
        } else {
            select = try appearances(rows, outputs, first).grouped(by: keys.map(\.sql))
        }
        let labels = zip(keys, keyNames).map { key, name in
            var cell = Cell(.column(name), key.type.kind == .float ? key.type : key.type.with(missing: nil), bounds: key.bounds)
            cell.readsRow = true
            cell.isUnique = keys.count == 1
            return cell
        }
        let cells = zip(reductions, names).map { reduction, name in
            var cell = Cell(.column(name), reduction.type, bounds: reduction.bounds)
            cell.readsRow = true
            return cell
        }
        let relation = Relation(
            source: .rows(select), order: groups.isSorted ? labels.map { Ordering($0.sql) } : [Ordering(.column(first))],
            labels: Labels(cells: labels, names: groups.keys.map(\.name), isRange: false, areUnique: true), count: nil,
            most: groups.frame.relation.most, isSorted: true)
        return (relation, cells)
    }

    /// Rows that come in their order, for aggregates that heed it.
    private func inOrder(_ relation: Relation) -> Relation { relation.isSorted || relation.slice != nil ? relation.nested() : relation }

    func sizes(_ groups: GroupsTerm) throws(Failure) -> SeriesTerm {
        let (relation, cells) = try groupRelation(groups, [(.countRows, CellType(.int, isNumpy: true), 0...groups.frame.relation.most)])
        let name = groups.isSeries ? groups.selection?.first.map { groups.frame.columns[$0].label } ?? .none : .none
        return SeriesTerm(relation: relation, cell: cells[0], name: name)
    }

    /// A reduction of every chosen column, a row a group.
    func reduced(_ groups: GroupsTerm, _ name: String, _ arguments: Arguments) throws(Failure) -> Term {
        try arguments.allow()
        if name == "size" { return .series(try sizes(groups)) }
        let targets = groups.selection ?? groups.frame.columns.indices.filter { !groups.keyPositions.contains($0) }
        var reductions: [(sql: Expression, type: CellType, bounds: ClosedRange<Int>?)] = []
        for at in targets { reductions.append(try reduction(name, series(groups.frame, at).cell, groups)) }
        let (relation, cells) = try groupRelation(groups, reductions)
        if groups.isSeries, let at = targets.first { return .series(SeriesTerm(relation: relation, cell: cells[0], name: groups.frame.columns[at].label)) }
        let columns = zip(targets, cells).map { FrameTerm.Column(label: groups.frame.columns[$0].label, cell: $1) }
        return .frame(FrameTerm(relation: relation, columns: columns))
    }

    private func reduction(_ name: String, _ column: Cell, _ groups: GroupsTerm) throws(Failure) -> (Expression, CellType, ClosedRange<Int>?) {
        let cell = column.settled, most = groups.frame.relation.most
        let isNumber = cell.type.kind == .int && !cell.type.canBeMissing || cell.type.kind == .float
        switch name {
        case "count": return (.call("count", cell.sql), CellType(.int, isNumpy: true), 0...most)
        case "nunique": return (.call("count", [cell.sql], isDistinct: true), CellType(.int, isNumpy: true), 0...most)
        case "sum" where cell.type.kind == .int && isNumber: 
            let bounds = cell.bounds?.summed(most)
            return (.call(bounds == nil ? "numpy_sum" : "sum", cell.sql), CellType(.int, isNumpy: true), bounds)
        case "sum" where cell.type.kind == .float: return (.call("group_sum", cell.sql), .float, nil)
        case "mean" where isNumber: return (.call("group_mean", cell.sql), .float, nil)
        case "median" where isNumber: return (.call("group_median", cell.sql), .float, nil)
        case "std" where isNumber: return (.call("group_std", cell.sql), .float, nil)
        case "var" where isNumber: return (.call("group_var", cell.sql), .float, nil)
        case "min" where isNumber || cell.type.kind == .text && !cell.type.canBeMissing,
            "max" where isNumber || cell.type.kind == .text && !cell.type.canBeMissing:
            return (.call(name, cell.sql), cell.type, cell.bounds)
        case "first" where !cell.type.canBeMissing || cell.type.kind == .float, "last" where !cell.type.canBeMissing || cell.type.kind == .float:
            return (.call(name == "first" ? "first_cell" : "last_cell", cell.sql), cell.type, cell.bounds)
        default: throw refuse("the \(name)() of a \(cell.type.kind) column of groups")
        }
    }

    /// The reduction of each row's group.
    func transformed(_ groups: GroupsTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("func")
        guard groups.isSeries, let at = groups.selection?.first, let name = reductionName(try arguments.require("func")),
            !groups.keys.contains(where: \.cell.type.canBeMissing)
        else { throw refuse("this transform() of a group-by") }
        let column = try series(groups.frame, at)
        let relation = column.relation.slice == nil ? column.relation : column.relation.nested()
        let window = Expression.Window(partition: groups.keys.map(\.cell.settled.sql), order: [])
        if name == "size" {
            let size = Expression.window(.countRows, window)
            return SeriesTerm(relation: relation, cell: .made(size, CellType(.int, isNumpy: true), bounds: 0...relation.most, of: column.cell), name: column.name)
        }
        guard ["count", "sum", "mean", "min", "max"].contains(name) else { throw refuse("this transform() of a group-by") }
        let (sql, type, bounds) = try reduction(name, column.cell, groups)
        let cell: Cell
        if case .call("ifnull", let parts, _) = sql, parts.count == 2 {
            cell = .made(.call("ifnull", .window(parts[0], window), parts[1]), type, bounds: bounds, of: column.cell)
        } else {
            cell = .made(.window(sql, window), type, bounds: bounds, of: column.cell)
        }
        return SeriesTerm(relation: relation, cell: cell, name: column.name)
    }
}
