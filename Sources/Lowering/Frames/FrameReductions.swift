import Catalog
import Diagnostics
import SQL

extension Lowerer {
    /// `count`, `sum`, … of every column: a cell under each column's label.
    func reduced(_ frame: FrameTerm, _ arguments: Arguments) throws(Failure) -> RecordTerm {
        try arguments.allow("axis", "numeric_only")
        guard try axis(arguments) == 0 else { throw refuse("\(arguments.operation.name)() of rows") }
        var columns = Array(frame.columns.indices)
        if try arguments.flag("numeric_only", default: false) {
            columns = columns.filter { frame.columns[$0].cell.map { $0.type.isNumber && $0.type.isNumpy } ?? false }
        }
        guard let operation = SeriesOperation(rawValue: arguments.operation.name) else { throw refuse("this reduction of a frame") }
        let plain = Arguments(operation: .series(operation), lowerer: self)
        var cells: [Cell] = []
        for at in columns {
            guard case .cell(let cell) = try seriesRules.lower(operation, series(frame, at), plain) else { throw refuse("this reduction of a frame") }
            cells.append(cell)
        }
        return try record(of: cells, labels: columns.map { frame.columns[$0].label }, frame, operation)
    }

    private func axis(_ arguments: Arguments) throws(Failure) -> Int {
        guard case .cell(let cell)? = arguments["axis"], let text = cell.textLiteral else { return try arguments.int("axis", default: 0) }
        switch text.string {
        case "index", "rows": return 0
        case "columns": return 1
        case let word: throw reached(Failure(.valueError, "no axis named '\(word)' for object"))
        }
    }

    /// pandas keeps an object result wherever a column is object; numbers of several dtypes become floats.
    private func record(of cells: [Cell], labels: [Labels.Name], _ frame: FrameTerm, _ operation: SeriesOperation) throws(Failure) -> RecordTerm {
        let kinds = Set(cells.map(\.type.kind))
        switch operation {
        case .count, .nunique, .any, .all: return RecordTerm(labels: labels, cells: cells, name: nil, isObject: false)
        case .idxmax, .idxmin:
            guard kinds.count <= 1 else { throw refuse("labels of several types") }
            return RecordTerm(labels: labels, cells: cells, name: nil, isObject: false)
        default: break
        }
        let isObject = frame.columns.contains { column in labels.contains(column.label) && column.cell?.type.isNumpy != true }
        guard !isObject || kinds.count >= 1, !cells.isEmpty else { throw refuse("a reduction of no columns") }
        guard !isObject else { return RecordTerm(labels: labels, cells: cells, name: nil, isObject: true) }
        guard kinds.isSubset(of: [.int, .float]) else { throw refuse("a reduction of columns of several types") }
        return RecordTerm(labels: labels, cells: kinds.contains(.float) ? cells.map(\.asFloat) : cells, name: nil, isObject: false)
    }

    func quantile(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Cell {
        try arguments.allow("q")
        let rows = pinned(series)
        let cell = rows.cell.settled
        guard cell.type.kind == .int || cell.type.kind == .float else { throw refuse("quantile() of a \(cell.type.kind) column") }
        var share = 0.5
        if case .cell(let given)? = arguments["q"] {
            switch given.literal {
            case .float(let number)? where (0...1).contains(number): share = number
            case .int(let number)? where (0...1).contains(number): share = Double(number)
            case .float?, .int?, .bool?, .text?, nil: throw refuse("this 'q' of quantile()")
            }
        } else if arguments["q"] != nil {
            throw refuse("several quantiles")
        }
        return Cell(aggregate(rows.relation, cell) { .call("quantile", $0, .real(share)) }, .float)
    }
}
