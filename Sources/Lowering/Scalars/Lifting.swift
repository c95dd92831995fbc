import Diagnostics
import SQL

/// An operation on two cells, done to whatever holds cells.
struct Lift {
    let lowerer: Lowerer
    /// Says what it is in a refusal: `'+'`.
    let symbol: String
    /// What two Series of different rows do: pandas aligns them for arithmetic and refuses to compare them.
    let isComparison: Bool
    /// `==` and `!=`, which any two values have.
    var isEquality = false
    let apply: (Cell, Cell, _ inColumn: Bool) throws(Failure) -> Cell

    func callAsFunction(_ left: Term, _ right: Term) throws(Failure) -> Term {
        switch (left, right) {
        case (.cell(let a), .cell(let b)): return .cell(try apply(a, b, false))
        case (.series(let a), .series(let b)): return .series(try both(a, b))
        case (.series(let a), .cell(let b)): return .series(try mapped(a, b) { x throws(Failure) in try apply(x, b, true) })
        case (.cell(let a), .series(let b)): return .series(try mapped(b, a) { x throws(Failure) in try apply(a, x, true) })
        case (.record(let a), .cell(let b)): return .record(try mapped(a) { x throws(Failure) in try apply(x, b, true) })
        case (.cell(let a), .record(let b)): return .record(try mapped(b) { x throws(Failure) in try apply(a, x, true) })
        case (.frame(let a), .cell(let b)): return .frame(try mapped(a, b) { x throws(Failure) in try apply(x, b, true) })
        case (.items(let a), .cell(let b)) where a.kind == .array || a.kind == .index && isComparison:
            // Between arrays a gap among texts is an object that has no such operator.
            guard a.cell.type.kind != .text || !a.cell.type.canBeMissing || isEquality else { throw lowerer.refuse("\(symbol) of an array of texts with gaps") }
            return .items(try mapped(a, b) { x throws(Failure) in try apply(x, b, true) })
        default: throw lowerer.refuse("\(symbol) between \(left.description) and \(right.description)")
        }
    }

    private func both(_ a: SeriesTerm, _ b: SeriesTerm) throws(Failure) -> SeriesTerm {
        let name = a.name == b.name ? a.name : .none
        guard !a.relation.hasRows(of: b.relation) else { return try lowerer.made(a.relation, apply(a.cell, b.cell, true), name) }
        if isComparison {
            try lowerer.requireSameRows(a, b, symbol)
            return try lowerer.made(a.relation, apply(a.cell, b.cell, true), name)
        }
        guard a.cell.type.isNumber == b.cell.type.isNumber, a.cell.type.kind == b.cell.type.kind || a.cell.type.isNumber else {
            throw lowerer.refuse("\(symbol) between a \(a.cell.type.kind) and a \(b.cell.type.kind) column of different rows")
        }
        let (relation, x, y) = try lowerer.aligned(a, b, symbol)
        return try lowerer.made(relation, apply(x, y, true), name)
    }

    private func mapped(_ series: SeriesTerm, _ scalar: Cell, _ change: (Cell) throws(Failure) -> Cell) throws(Failure) -> SeriesTerm {
        try lowerer.checkFree(scalar)
        return try lowerer.made(series.relation, change(series.cell), series.name)
    }

    private func mapped(_ record: RecordTerm, _ change: (Cell) throws(Failure) -> Cell) throws(Failure) -> RecordTerm {
        var out = record
        out.cells = []
        for cell in record.cells { out.cells.append(try change(cell)) }
        out.isObject = false
        return out
    }

    private func mapped(_ frame: FrameTerm, _ scalar: Cell, _ change: (Cell) throws(Failure) -> Cell) throws(Failure) -> FrameTerm {
        try lowerer.checkFree(scalar)
        var out = frame
        for (at, column) in frame.columns.enumerated() {
            guard let cell = column.cell else { throw lowerer.mixed(column) }
            out.columns[at].cell = try lowerer.made(frame.relation, change(cell), column.label).cell
        }
        return out
    }

    private func mapped(_ items: ItemsTerm, _ scalar: Cell, _ change: (Cell) throws(Failure) -> Cell) throws(Failure) -> ItemsTerm {
        try lowerer.checkFree(scalar)
        var out = items
        out.kind = .array
        out.cell = try lowerer.made(items.relation, change(items.cell), .none).cell
        return out
    }
}

extension Lowerer {
    /// A Series of a new cell. What can fail is tried on every row, as pandas does, however few are asked for later.
    func made(_ relation: Relation, _ cell: Cell, _ name: Labels.Name) -> SeriesTerm {
        var cell = cell
        if cell.isFallible {
            checks.append(Check(guards: guards, select: relation.select(.call("count", cell.sql)), failure: nil))
            cell.isFallible = false
        }
        return SeriesTerm(relation: relation, cell: cell, name: name)
    }

    /// A scalar that stands by itself, so that it means the same inside another relation's rows.
    func checkFree(_ scalar: Cell) throws(Failure) {
        guard !scalar.readsRow else { throw refuse("a row's own cell beside a whole column") }
    }

    func mixed(_ column: FrameTerm.Column) -> Failure {
        Failure(.typeNotLowered, "a column of several types is not lowered to SQL")
    }
}

extension Term {
    /// What it is, for a refusal.
    var description: String {
        switch self {
        case .none: "None"
        case .cell: "a scalar"
        case .series: "a Series"
        case .frame: "a DataFrame"
        case .groups: "a GroupBy"
        case .items(let items): items.description
        case .record: "a row"
        case .display(.list, _): "a list"
        case .display(.tuple, _): "a tuple"
        case .display(.set, _): "a set"
        case .display(.index, _): "an Index"
        case .choice: "one of two values"
        case .slice: "a slice"
        case .accessor(let kind, _): ".\(kind.rawValue)"
        case .operation, .lambda: "a function"
        case .type: "a type"
        case .module: "a module"
        }
    }
}

extension ItemsTerm {
    var description: String {
        switch kind {
        case .list: "a list"
        case .array: "an array"
        case .set: "a set"
        case .index: "an Index"
        case .iterator: "an iterator"
        }
    }
}
