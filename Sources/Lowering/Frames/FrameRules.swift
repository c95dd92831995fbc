import Catalog
import Diagnostics
import SQL
import Values

/// What a frame can be asked in SQLite.
let frameRules = Rules<FrameOperation, FrameTerm>([
    Rule(.shape) { _, frame, _ in .display(.tuple, [.cell(frame.relation.size), .cell(.int(frame.columns.count))]) },
    Rule(.size) { lowerer, frame, _ in try lowerer.binary(.multiply, .cell(frame.relation.size), .cell(.int(frame.columns.count))) },
    Rule(.ndim) { _, _, _ in .cell(.int(2)) },
    Rule(.empty) { lowerer, frame, _ in
        .cell(frame.columns.isEmpty ? .bool(true) : lowerer.negated(lowerer.exists(frame.relation)))
    },
    Rule(.index) { lowerer, frame, _ in .items(try lowerer.index(of: frame.relation)) },
    Rule(.columns) { _, frame, _ in .display(.index, frame.columns.map { .cell($0.label.cell) }) },
    Rule(.copy) { _, frame, _ in .frame(frame) },
    Rule(.groupby) { lowerer, frame, arguments in .groups(try lowerer.grouped(frame, arguments)) },
    Rule(.isna, .isnull) { lowerer, frame, _ in .frame(try lowerer.missing(frame, isMissing: true)) },
    Rule(.notna, .notnull) { lowerer, frame, _ in .frame(try lowerer.missing(frame, isMissing: false)) },
    Rule(.count, .sum, .mean, .median, .min, .max, .any, .all, .nunique, .idxmax, .idxmin, means: .functions) { lowerer, frame, arguments in
        .record(try lowerer.reduced(frame, arguments))
    },
    Rule(.sort_values, means: .functions) { lowerer, frame, arguments in .frame(try lowerer.sortValues(frame, arguments)) },
    Rule(.drop_duplicates) { lowerer, frame, arguments in .frame(try lowerer.dropDuplicates(frame, arguments)) },
    Rule(.duplicated) { lowerer, frame, arguments in .series(try lowerer.duplicated(frame, arguments)) },
    Rule(.reset_index) { lowerer, frame, arguments in .frame(try lowerer.resetIndex(frame, arguments)) },
    Rule(.head) { lowerer, frame, arguments in .frame(try lowerer.rows(frame) { rows throws(Failure) in try lowerer.head(rows, arguments) }) },
    Rule(.tail) { lowerer, frame, arguments in .frame(try lowerer.rows(frame) { rows throws(Failure) in try lowerer.tail(rows, arguments) }) },
])

extension Lowerer {
    /// The same columns over some of the rows.
    func rows(_ frame: FrameTerm, _ pick: (Relation) throws(Failure) -> Relation) throws(Failure) -> FrameTerm {
        var out = pinned(frame)
        out.relation = try pick(out.relation)
        return out
    }

    func series(_ frame: FrameTerm, _ position: Int) throws(Failure) -> SeriesTerm {
        let column = frame.columns[position]
        guard let cell = column.cell else { throw mixed(column) }
        return SeriesTerm(relation: frame.relation, cell: cell, name: column.label)
    }

    /// `frame['label']`
    func column(_ frame: FrameTerm, _ label: Labels.Name) throws(Failure) -> Term {
        let positions = frame.positions(of: label)
        guard let position = positions.first else { throw reached(Failure(.keyError, label.text)) }
        guard positions.count == 1 else { throw refuse("a label of several columns") }
        return .series(try series(frame, position))
    }

    /// A column by the position that the checker found; by label where the frame is not the one that was foreseen.
    func column(_ term: Term, _ position: Int, _ label: Text) throws(Failure) -> Term {
        let name = Labels.Name.text(label.string)
        guard case .frame(let frame) = term else { return try subscripted(term, by: .cell(.text(label))) }
        guard position < frame.columns.count, frame.columns[position].label == name else { return try column(frame, name) }
        return .series(try series(frame, position))
    }

    /// One row of a frame: its cells under the columns' labels. The row is read whole before its columns are chosen: its cells take the type
    /// of all columns of the frame that they were chosen from.
    func record(_ frame: FrameTerm, of whole: FrameTerm? = nil, _ pick: (Cell) throws(Failure) -> Cell) throws(Failure) -> RecordTerm {
        var cells: [Cell] = []
        for column in frame.columns {
            guard let cell = column.cell else { throw mixed(column) }
            cells.append(try pick(cell))
        }
        let all = (whole ?? frame).columns.map { $0.cell?.type }
        let kinds = Set(all.compactMap { $0?.kind })
        let isObject = all.contains { !($0?.isNumpy ?? false) } || kinds.contains(.bool) && kinds.count > 1
        if !isObject, kinds.contains(.float) { cells = cells.map(\.asFloat) }
        if isObject { cells = cells.map { cell in cell.with(isNumpy: false) } }
        let name = frame.relation.labels.cells.count == 1 ? try pick(frame.relation.labels.cells[0]) : nil
        return RecordTerm(labels: frame.columns.map(\.label), cells: cells, name: name, isObject: isObject)
    }
}

extension Cell {
    /// The number as a float, as a row of ints and floats holds it.
    var asFloat: Cell {
        guard type.kind == .int else { return self }
        var cell = self
        cell.sql = .cast(sql, .real)
        cell.type.kind = .float
        cell.bounds = nil
        return cell
    }

    func with(isNumpy: Bool) -> Cell {
        var cell = self
        cell.type.isNumpy = isNumpy
        return cell
    }
}

extension Labels.Name {
    /// A label that is given as a scalar which the query spells out.
    init?(_ term: Term) {
        guard case .cell(let cell) = term else { return nil }
        switch cell.literal {
        case .text(let text)?: self = .text(text.string)
        case .int(let number)?: self = .int(number)
        case .bool?, .float?, nil: return nil
        }
    }

    var cell: Cell {
        switch self {
        case .none: Cell(.null, CellType(.text, missing: Missing.none))
        case .text(let text): .text(Text(text))
        case .int(let number): .int(number)
        }
    }

    typealias Missing = CellType.Missing

    var text: String {
        switch self {
        case .none: "None"
        case .text(let text): "'\(text)'"
        case .int(let number): String(number)
        }
    }

    var value: Value {
        switch self {
        case .none: .none
        case .text(let text): .string(text)
        case .int(let number): .int(number)
        }
    }
}
