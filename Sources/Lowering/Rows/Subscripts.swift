import Diagnostics
import SQL
import Values

extension Lowerer {
    /// `base[key]`
    func subscripted(_ base: Term, by key: Term) throws(Failure) -> Term {
        switch base {
        case .frame(let frame): return try subscripted(frame, by: key)
        case .series(let series): return try subscripted(series, by: key)
        case .accessor(.loc, .frame(let frame)): return try loc(frame, key)
        case .accessor(.at, .frame(let frame)):
            guard case .display(.tuple, let parts) = key, case .cell? = parts.first else { throw refuse("'.at' with \(key.description)") }
            return try loc(frame, key)
        case .accessor(.iloc, .frame(let frame)), .accessor(.iat, .frame(let frame)): return try iloc(frame, key)
        case .accessor(.loc, .series(let series)), .accessor(.at, .series(let series)): return try loc(series, key)
        case .accessor(.iloc, .series(let series)), .accessor(.iat, .series(let series)): return try iloc(series, key)
        case .items(let items): return try subscripted(items, by: key)
        case .record(let record): return try subscripted(record, by: key)
        case .display(let display, let items): return try subscripted(display, items, by: key)
        case .groups(let groups): return try subscripted(groups, by: key)
        case .cell(let cell) where cell.type.kind == .text: return try subscripted(cell, by: key)
        case .cell(let cell) where cell.type.kind == .list: return try subscripted(list: cell, by: key)
        case .accessor(.str, .series(let series)): return .series(try subscripted(strings: series, by: key))
        default: throw refuse("a subscript of \(base.description)")
        }
    }

    private func subscripted(_ frame: FrameTerm, by key: Term) throws(Failure) -> Term {
        switch key {
        case .cell:
            guard let label = Labels.Name(key) else { throw refuse("a computed column label") }
            return try column(frame, label)
        case .series(let mask) where mask.cell.type.kind == .bool: return .frame(try filter(frame, by: mask))
        case .display(.list, let items), .display(.index, let items): return .frame(try columns(frame, items))
        case .display(.tuple, _): throw reached(Failure(.keyError, "a tuple is no column label"))
        case .slice: return .frame(try rows(frame) { rows throws(Failure) in try self.positions(rows, key) })
        default: throw refuse("a frame subscripted by \(key.description)")
        }
    }

    private func columns(_ frame: FrameTerm, _ labels: [Term]) throws(Failure) -> FrameTerm {
        var out = frame
        out.columns = []
        for term in labels {
            guard let label = Labels.Name(term) else { throw refuse("a computed column label") }
            let positions = frame.positions(of: label)
            guard !positions.isEmpty else { throw reached(Failure(.keyError, label.text)) }
            out.columns += positions.map { frame.columns[$0] }
        }
        return out
    }

    private func subscripted(_ series: SeriesTerm, by key: Term) throws(Failure) -> Term {
        switch key {
        case .series(let mask) where mask.cell.type.kind == .bool: return .series(try filter(series, by: mask))
        case .slice:
            var out = pinned(series)
            out.relation = try positions(out.relation, key)
            return .series(out)
        case .cell(let label): return try byLabel(series, label)
        default: throw refuse("a Series subscripted by \(key.description)")
        }
    }

    /// `series[label]`; integers count positions where labels are text.
    private func byLabel(_ series: SeriesTerm, _ label: Cell) throws(Failure) -> Term {
        let own = try self.label(series.relation)
        if own.type.kind == .text, label.type.kind == .int {
            guard let position = label.integerLiteral else { throw refuse("a computed position") }
            return .cell(try element(series.relation, series.cell, at: position))
        }
        return .cell(try cell(under: label, series.relation, series.cell))
    }

    // MARK: Labels

    /// The one row under a label; pandas refuses a label that is not there.
    func row(under label: Cell, _ relation: Relation) throws(Failure) -> Relation {
        let own = try self.label(relation)
        try checkFree(label)
        guard relation.labels.areUnique else { throw refuse("a label that several rows may have") }
        guard label.type.kind == own.type.kind, label.type.kind == .int || label.type.kind == .text else {
            throw refuse("a \(label.type.kind) as a row label")
        }
        let rows = relation.filtered([.binary(.equal, own.sql, label.sql)])
        let failure = Failure(.keyError, label.integerLiteral.map { String($0) } ?? "the label is not there")
        if let number = label.integerLiteral, relation.labels.isRange, relation.conditions.isEmpty, let count = relation.count {
            guard (0..<count).contains(number) else { throw reached(failure) }
        } else if !isOwn(label, of: relation) {
            require(Select(.exists(rows.select(.integer(1)))), orFail: failure)
        }
        return rows
    }

    /// Whether a label was taken from a row of a relation that still has all its rows.
    private func isOwn(_ label: Cell, of relation: Relation) -> Bool {
        guard label.type.missing == nil, case .rows(let select) = label.sql, select.outputs.count == 1, relation.conditions.isEmpty, relation.slice == nil
        else { return false }
        return select.from == relation.source && select.outputs[0].expression == relation.labels.cells.first?.sql
    }

    private func cell(under label: Cell, _ relation: Relation, _ cell: Cell) throws(Failure) -> Cell {
        let (pinned, cells) = pin(relation, [try self.label(relation), cell])
        var rows = pinned
        if let own = cells[0], relation.labels.cells.isEmpty {
            rows.labels.cells = [own]
            rows.labels.isRange = false
        }
        rows = try row(under: label, rows)
        rows.order = []
        return single(rows, cells[1] ?? cell)
    }

    private func loc(_ series: SeriesTerm, _ key: Term) throws(Failure) -> Term {
        switch key {
        case .series(let mask) where mask.cell.type.kind == .bool: return .series(try filter(series, by: mask))
        case .cell(let label): return .cell(try cell(under: label, series.relation, series.cell))
        case .slice:
            var out = pinned(series)
            out.relation = try labelled(out.relation, key)
            return .series(out)
        default: throw refuse("'.loc' with \(key.description)")
        }
    }

    private func loc(_ frame: FrameTerm, _ key: Term) throws(Failure) -> Term {
        guard case .display(.tuple, let parts) = key else { return try locRows(frame, key) }
        guard parts.count == 2 else { throw refuse("'.loc' with \(parts.count) keys") }
        let picked: Term
        switch parts[1] {
        case .display(_, let labels): picked = .frame(try columns(frame, labels))
        case .cell:
            guard let label = Labels.Name(parts[1]) else { throw refuse("a computed column label") }
            picked = try column(frame, label)
        case .slice(nil, nil, nil): picked = .frame(frame)
        default: throw refuse("'.loc' with \(parts[1].description) for columns")
        }
        if case .series(let series) = picked { return try loc(series, parts[0]) }
        guard case .frame(let columns) = picked else { throw refuse("'.loc' of these columns") }
        return try locRows(columns, parts[0], of: frame)
    }

    private func locRows(_ frame: FrameTerm, _ key: Term, of whole: FrameTerm? = nil) throws(Failure) -> Term {
        switch key {
        case .series(let mask) where mask.cell.type.kind == .bool: return .frame(try filter(frame, by: mask))
        case .cell(let label):
            var rows = try row(under: label, frame.relation)
            rows.order = []
            return .record(try record(frame, of: whole) { cell throws(Failure) in self.single(rows, cell) })
        case .slice: return .frame(try rows(frame) { rows throws(Failure) in try self.labelled(rows, key) })
        default: throw refuse("'.loc' with \(key.description)")
        }
    }

    /// `.loc[1:3]`: by label, both ends within.
    private func labelled(_ relation: Relation, _ key: Term) throws(Failure) -> Relation {
        guard case .slice(let lower, let upper, nil) = key else { throw refuse("a slice with a step") }
        let own = try label(relation)
        guard own.type.kind == .int, !relation.isSorted, relation.labels.areUnique else { throw refuse("a slice of these labels") }
        var conditions: [Expression] = []
        for (bound, symbol) in [(lower, Expression.Infix.greaterEqual), (upper, .lessEqual)] {
            switch bound {
            case nil, Term.none?: break
            case .cell(let cell)? where cell.type.kind == .int:
                try checkFree(cell)
                conditions.append(.binary(symbol, own.sql, cell.sql))
            default: throw refuse("a slice of labels by other than integers")
            }
        }
        return relation.filtered(conditions)
    }

    // MARK: Positions

    private func iloc(_ series: SeriesTerm, _ key: Term) throws(Failure) -> Term {
        switch key {
        case .cell(let cell):
            let series = pinned(series)
            return .cell(try element(series.relation, series.cell, at: cell))
        case .slice:
            var out = pinned(series)
            out.relation = try positions(out.relation, key)
            return .series(out)
        default: throw refuse("'.iloc' with \(key.description)")
        }
    }

    private func iloc(_ frame: FrameTerm, _ key: Term) throws(Failure) -> Term {
        guard case .display(.tuple, let parts) = key else { return try ilocRows(frame, key) }
        guard parts.count == 2 else { throw refuse("'.iloc' with \(parts.count) keys") }
        switch parts[1] {
        case .cell(let cell):
            guard let number = cell.integerLiteral, cell.type.kind == .int else { throw refuse("a computed position") }
            let at = number < 0 ? number + frame.columns.count : number
            guard frame.columns.indices.contains(at) else { throw reached(Failure(.indexError, "single positional indexer is out-of-bounds")) }
            return try iloc(series(frame, at), parts[0])
        case .slice(let lower, let upper, nil):
            var columns = frame
            let range = try Self.range(lower, upper, frame.columns.count, refuse("a computed position"))
            columns.columns = Array(frame.columns[range])
            return try ilocRows(columns, parts[0], of: frame)
        default: throw refuse("'.iloc' with \(parts[1].description) for columns")
        }
    }

    private func ilocRows(_ frame: FrameTerm, _ key: Term, of whole: FrameTerm? = nil) throws(Failure) -> Term {
        switch key {
        case .cell(let cell):
            let frame = pinned(frame)
            return .record(try record(frame, of: whole) { (own) throws(Failure) in try self.element(frame.relation, own, at: cell) })
        case .slice: return .frame(try rows(frame) { rows throws(Failure) in try self.positions(rows, key) })
        case .series(let mask) where mask.cell.type.kind == .bool: throw refuse("'.iloc' with a mask")
        default: throw refuse("'.iloc' with \(key.description)")
        }
    }

    private static func range(_ lower: Term?, _ upper: Term?, _ count: Int, _ refusal: Failure) throws(Failure) -> Range<Int> {
        func place(_ term: Term?, _ standard: Int) throws(Failure) -> Int {
            guard let term else { return standard }
            if case .none = term { return standard }
            guard case .cell(let cell) = term, let number = cell.integerLiteral else { throw refusal }
            return min(max(number < 0 ? number + count : number, 0), count)
        }
        let from = try place(lower, 0)
        return from..<max(try place(upper, count), from)
    }

    /// The rows that a slice of positions names.
    func positions(_ relation: Relation, _ key: Term) throws(Failure) -> Relation {
        guard case .slice(let lower, let upper, nil) = key else { throw refuse("a slice with a step") }
        if let count = relation.count {
            let range = try Self.range(lower, upper, count, refuse("a computed position"))
            return relation.sliced(offset: range.lowerBound, count: range.upperBound < count ? range.count : nil)
        }
        let from = try literal(lower, standard: 0), to = try literal(upper, standard: nil)
        switch (from, to) {
        case (let from?, nil) where from >= 0: return relation.sliced(offset: from, count: nil)
        case (let from?, nil): return relation.last(-from)
        case (let from?, let to?) where from >= 0 && to >= 0: return relation.sliced(offset: from, count: max(to - from, 0))
        default: throw refuse("a slice from the end of rows that are not counted yet")
        }
    }

    private func literal(_ term: Term?, standard: Int?) throws(Failure) -> Int? {
        switch term {
        case nil, Term.none?: return standard
        case .cell(let cell)?:
            guard let number = cell.integerLiteral else { throw refuse("a computed position") }
            return number
        default: throw refuse("a computed position")
        }
    }

    // MARK: Sequences

    /// `series.str[0]`, `series.str[:3]`
    private func subscripted(strings series: SeriesTerm, by key: Term) throws(Failure) -> SeriesTerm {
        switch key {
        case .slice(let lower, let upper, let step): return try slice(of: series, lower, upper, step)
        case .cell(let cell):
            guard let position = cell.integerLiteral else { throw refuse("a computed position") }
            return try item(of: series, position)
        default: throw refuse("'.str' subscripted by \(key.description)")
        }
    }

    private func subscripted(_ items: ItemsTerm, by key: Term) throws(Failure) -> Term {
        guard items.kind != .set, items.kind != .iterator else { throw refuse("a subscript of \(items.description)") }
        switch key {
        case .cell(let cell):
            let series = pinned(items.asSeries)
            return .cell(try element(series.relation, series.cell, at: cell, orFail: "the index is out of bounds"))
        case .slice:
            let series = pinned(items.asSeries)
            var out = items
            out.cell = series.cell
            out.relation = try positions(series.relation, key)
            return .items(out)
        default: throw refuse("\(items.description) subscripted by \(key.description)")
        }
    }

    private func subscripted(_ record: RecordTerm, by key: Term) throws(Failure) -> Term {
        guard let label = Labels.Name(key) else { throw refuse("a row subscripted by \(key.description)") }
        let found = record.labels.indices.filter { record.labels[$0] == label }
        if found.isEmpty, case .int(let position) = label, !record.labels.contains(where: \.isInt) {
            let at = position < 0 ? position + record.cells.count : position
            guard record.cells.indices.contains(at) else { throw reached(Failure(.indexError, "index \(position) is out of bounds")) }
            return .cell(record.cells[at])
        }
        guard let at = found.first else { throw reached(Failure(.keyError, label.text)) }
        guard found.count == 1 else { throw refuse("a label of several columns") }
        return .cell(record.cells[at])
    }

    private func subscripted(_ display: Term.Display, _ items: [Term], by key: Term) throws(Failure) -> Term {
        guard case .cell(let cell) = key, let number = cell.integerLiteral, display != .set else { throw refuse("a subscript of a list") }
        let at = number < 0 ? number + items.count : number
        guard items.indices.contains(at) else { throw reached(Failure(.indexError, "list index out of range")) }
        return items[at]
    }
}

extension Labels.Name {
    var isInt: Bool { if case .int = self { true } else { false } }
}
