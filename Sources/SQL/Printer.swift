import Values

/// Writes a SQL tree as segments, with no more parentheses than SQLite's precedence asks for.
struct Printer {
    private(set) var segments: [Segment] = []
    private var depth = 0

    static func statement(_ select: Select) -> SQLText {
        var printer = Printer()
        printer.write(select)
        return SQLText(printer.segments)
    }

    mutating func text(_ piece: String) {
        if case .text(let before)? = segments.last {
            segments[segments.count - 1] = .text(before + piece)
        } else {
            segments.append(.text(piece))
        }
    }

    mutating func name(_ name: String) { segments.append(.identifier(name)) }

    mutating func binding(_ value: Text) { segments.append(.binding(value)) }

    mutating func list<Item>(_ items: [Item], _ write: (inout Printer, Item) -> Void) {
        for (at, item) in items.enumerated() {
            if at > 0 { text(", ") }
            write(&self, item)
        }
    }

    private mutating func clause(_ keyword: String) {
        segments.append(.lineBreak(depth))
        text(keyword + " ")
    }

    // MARK: Statements

    mutating func write(_ select: Select) {
        text(select.isDistinct ? "select distinct " : "select ")
        if select.outputs.isEmpty { text("*") } else { list(select.outputs) { $0.write($1) } }
        if let from = select.from {
            clause("from")
            write(from)
        }
        if !select.conditions.isEmpty {
            clause("where")
            write(.conjunction(select.conditions))
        }
        if !select.grouping.isEmpty {
            clause("group by")
            list(select.grouping) { $0.write($1) }
        }
        if let having = select.having {
            clause("having")
            write(having)
        }
        if !select.order.isEmpty {
            clause("order by")
            list(select.order) { $0.write($1) }
        }
        writeLimit(select)
    }

    private mutating func writeLimit(_ select: Select) {
        guard select.limit != nil || select.offset != nil else { return }
        clause("limit")
        write(select.limit ?? .integer(-1))
        if let offset = select.offset {
            text(" offset ")
            write(offset)
        }
    }

    private mutating func write(_ output: Select.Output) {
        write(output.expression)
        guard let label = output.name, output.expression != .column(label) else { return }
        text(" as ")
        name(label)
    }

    private mutating func write(_ source: Source) {
        switch source {
        case .table(let table, let alias):
            name(table)
            write(alias: alias)
        case .rows(let select, let alias):
            writeNested(select)
            write(alias: alias)
        case .joined(let left, let join, let right, let condition):
            write(left)
            segments.append(.lineBreak(depth))
            text(join.rawValue + " ")
            write(right)
            text(" on ")
            write(condition)
        }
    }

    private mutating func write(alias: String?) {
        guard let alias else { return }
        text(" as ")
        name(alias)
    }

    mutating func writeNested(_ select: Select) {
        text("(")
        depth += 1
        write(select)
        depth -= 1
        text(")")
    }

    mutating func write(_ ordering: Ordering) {
        write(ordering.expression)
        if ordering.isDescending { text(" desc") }
        switch ordering.nullsLast {
        case true? where !ordering.isDescending: text(" nulls last")
        case false? where ordering.isDescending: text(" nulls first")
        case true?, false?, nil: break
        }
    }
}

extension Select {
    public var statement: SQLText { Printer.statement(self) }
}
