import Diagnostics
import SQL
import Values

extension Lowerer {
    /// The statement of the whole query, and how its rows become the value.
    func result(_ term: Term) throws(Failure) -> Outcome {
        let doubts = Set(term.cells.compactMap(\.type.doubt))
        guard !doubts.isEmpty else { return try certain(term) }
        guard doubts.count == 1, let doubt = doubts.first else {
            throw Failure(.typeNotLowered, "columns whose types depend on the data in different ways are not lowered to SQL")
        }
        let holds = Select(.conjunction(doubt.conditions.map { .rows($0) }))
        return .choice(holds, then: try certain(term.settled(true)), otherwise: try certain(term.settled(false)))
    }

    private func certain(_ term: Term) throws(Failure) -> Outcome {
        switch term {
        case .none: return .rows(Select(.null), .none)
        case .cell(let cell):
            return .rows(alone(cell.sql), .cell(cell.type))
        case .choice(let condition, let then, let otherwise):
            return .choice(alone(condition.sql), then: try result(then), otherwise: try result(otherwise))
        case .series(let series): return result(series)
        case .frame(let frame): return try result(frame)
        case .items(let items): return try result(items)
        case .record(let record): return try result(record)
        case .display(let display, let items): return try result(display, items)
        case .groups, .slice, .accessor, .operation, .lambda, .type, .module: throw refuse("\(term.description) as the value of a query")
        }
    }

    /// A statement in parentheses needs none where it is all there is.
    private func alone(_ expression: Expression) -> Select {
        if case .rows(let select) = expression { select } else { Select(expression) }
    }

    private func labels(_ relation: Relation) -> ([Select.Output], Shape.LabelShape) {
        let labels = relation.labels
        let cells = labels.isRange ? [] : labels.cells
        return (
            cells.map { Select.Output($0.sql) },
            Shape.LabelShape(types: cells.map(\.type), names: labels.names.map(\.value), isRange: labels.isRange)
        )
    }

    private func result(_ series: SeriesTerm) -> Outcome {
        let (outputs, shape) = labels(series.relation)
        let select = series.relation.ordered(outputs + [Select.Output(series.cell.sql)])
        return .rows(select, .series(series.cell.type, name: series.name.value, shape))
    }

    private func result(_ frame: FrameTerm) throws(Failure) -> Outcome {
        var (outputs, labels) = labels(frame.relation)
        var columns: [Shape.Column] = []
        for column in frame.columns {
            guard let cell = column.cell else { throw mixed(column) }
            outputs.append(Select.Output(cell.sql))
            columns.append(Shape.Column(label: column.label.value, type: cell.type))
        }
        if outputs.isEmpty { outputs = [Select.Output(.null)] }
        return .rows(frame.relation.ordered(outputs), .frame(columns, labels))
    }

    private func result(_ items: ItemsTerm) throws(Failure) -> Outcome {
        let select = items.relation.ordered([Select.Output(items.cell.sql)])
        switch items.kind {
        case .list: return .rows(select, .list(items.cell.type))
        case .array: return .rows(select, .array(items.cell.type))
        case .set: return .rows(select, .set(items.cell.type))
        case .index: return .rows(select, .index(items.cell.type, name: items.name.value))
        case .iterator: throw refuse("an iterator as the value of a query")
        }
    }

    private func result(_ record: RecordTerm) throws(Failure) -> Outcome {
        let cells = (record.name.map { [$0] } ?? []) + record.cells
        guard !cells.isEmpty else { throw refuse("a row without cells") }
        let shape = Shape.record(record.cells.map(\.type), labels: record.labels.map(\.value), name: record.name?.type, isObject: record.isObject)
        return .rows(Select(cells.map { Select.Output($0.sql) }), shape)
    }

    private func result(_ display: Term.Display, _ items: [Term]) throws(Failure) -> Outcome {
        guard display != .set else { throw refuse("a set as the value of a query") }
        var outputs: [Select.Output] = []
        var shapes: [Shape] = []
        for item in items {
            guard case .cell(let cell) = item else { throw refuse("\(item.description) inside a list") }
            outputs.append(Select.Output(cell.sql))
            shapes.append(.cell(cell.type))
        }
        if outputs.isEmpty { outputs = [Select.Output(.null)] }
        return .rows(Select(outputs), .display(display.shape, shapes))
    }
}

extension Term {
    /// The cells that its value shows.
    var cells: [Cell] {
        switch self {
        case .cell(let cell): [cell]
        case .series(let series): [series.cell] + series.relation.labels.cells
        case .frame(let frame): frame.columns.compactMap(\.cell) + frame.relation.labels.cells
        case .items(let items): [items.cell]
        case .record(let record): record.cells + (record.name.map { [$0] } ?? [])
        case .display(_, let items): items.flatMap(\.cells)
        case .none, .choice, .groups, .slice, .accessor, .operation, .lambda, .type, .module: []
        }
    }

    /// The same with the types that a doubt's answer gives.
    func settled(_ holds: Bool) -> Term {
        switch self {
        case .cell(let cell): return .cell(cell.settled(holds))
        case .series(var series):
            series.cell = series.cell.settled(holds)
            series.relation.labels.cells = series.relation.labels.cells.map { $0.settled(holds) }
            return .series(series)
        case .frame(var frame):
            for at in frame.columns.indices { frame.columns[at].cell = frame.columns[at].cell?.settled(holds) }
            frame.relation.labels.cells = frame.relation.labels.cells.map { $0.settled(holds) }
            return .frame(frame)
        case .items(var items):
            items.cell = items.cell.settled(holds)
            return .items(items)
        case .record(var record):
            record.cells = record.cells.map { $0.settled(holds) }
            return .record(record)
        case .display(let display, let items): return .display(display, items.map { $0.settled(holds) })
        case .none, .choice, .groups, .slice, .accessor, .operation, .lambda, .type, .module: return self
        }
    }
}

extension Term.Display {
    var shape: Shape.Display {
        switch self {
        case .list, .set: .list
        case .tuple: .tuple
        case .index: .index
        }
    }
}

extension Cell {
    func settled(_ holds: Bool) -> Cell {
        var cell = self
        cell.type = type.settled(holds)
        return cell
    }
}
