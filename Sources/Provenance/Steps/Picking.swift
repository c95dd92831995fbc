import Catalog
import Plan
import Values

extension Narrator {
    /// Rows where something holds, one row, one column, one item.
    func subscripted(_ node: Node, _ base: Node, _ key: Node) -> String {
        if let dimension = dimension(base, key) { return dimension }
        let owner = self.owner(base)
        if case .frame? = recording[key] { return "the cells\(of(owner)) where \(named(key))" }
        if let label = recording[key]?.text, isRecord(owner) { return column(label.string, of: owner) }
        if let label = recording[key]?.text, case .frame? = recording[owner] { return column(label.string, of: owner) }
        if case .list(let labels)? = recording[key], recording[key]?.columnNames != nil {
            return labels.items.map { Abridged.plain($0) }.joined(separator: " and ") + " of \(named(owner))"
        }
        let rows = rowKey(base, key)
        let which = recording[rows]?.flags == nil ? place(base, rows) + of(owner) : "rows\(of(owner)) where \(words(rows))"
        guard case .tuple(let parts) = key.kind, parts.count == 2, rows === parts[0] else { return which }
        return columns(parts[1], owner, base).map { recording[rows]?.flags == nil ? "\($0) in \(which)" : "\($0) of \(which)" } ?? which
    }

    /// `shape[0]`, `shape[1]`.
    private func dimension(_ base: Node, _ key: Node) -> String? {
        guard case .property(let receiver, let attribute) = base.kind, attribute.name == "shape", let at = recording[key]?.integer else { return nil }
        return at == 0 ? "how many \(rows(of: receiver))" : "how many columns of \(named(receiver))"
    }

    /// What an accessor belongs to.
    private func owner(_ base: Node) -> Node {
        if case .property(let receiver, let attribute) = base.kind, AccessorKind(rawValue: attribute.name) != nil { return receiver }
        return base
    }

    private func of(_ owner: Node) -> String {
        if case .local(0) = owner.kind { return "" }
        if case .queried(_, let value) = owner.kind { return of(value) }
        return " of \(named(owner))"
    }

    private func place(_ base: Node, _ key: Node) -> String {
        if let number = recording[key]?.integer, recording[key]?.flag == nil {
            if let row = row(of: base, number) { return "row \(row)" }
            if isLabelled(base) { return "row \(number)" }
            return number < 0 ? (number == -1 ? "the last item" : "item \(-number) from the end") : number == 0 ? "the first item" : "item \(number + 1)"
        }
        if case .slice = key.kind, case .accessor? = recording[base], recording[owner(base)]?.series != nil, isText(base) { return "characters \(source(key.span))" }
        if case .slice = key.kind { return "items \(source(key.span))" }
        return named(key)
    }

    /// The table's row at a position of the whole table or of one of its columns, so that it is named as the table shows it.
    private func row(of base: Node, _ number: Int) -> Int? {
        guard case .property(let receiver, let attribute) = base.kind, ["iloc", "iat", "values"].contains(attribute.name), standsBesideTable(receiver) else { return nil }
        let at = number < 0 ? tracer.table.rowCount + number : number
        return (0..<tracer.table.rowCount).contains(at) ? at : nil
    }

    /// Whether a number is a row's label, not its position.
    private func isLabelled(_ base: Node) -> Bool {
        if case .property(_, let attribute) = base.kind { return ["loc", "at"].contains(attribute.name) }
        return recording[base]?.series != nil
    }

    private func isText(_ base: Node) -> Bool {
        if case .property(_, let attribute) = base.kind { attribute.name == "str" } else { false }
    }

    private func columns(_ key: Node, _ owner: Node, _ base: Node) -> String? {
        guard let value = recording[key] else { return nil }
        if let names = value.columnNames { return names.map { Abridged.plain($0) }.joined(separator: " and ") }
        if let at = value.integer, let frame = recording[owner]?.frame {
            let place = at < 0 ? frame.columnCount + at : at
            return place >= 0 && place < frame.columnCount ? Abridged.plain(frame.columns[place]) : nil
        }
        return nil
    }

    /// What came out: `1 of 6` rows, `yes`, `25,000`.
    func outcome(_ node: Node, _ value: Value) -> String {
        guard case .subscripted(let base, let key) = node.kind, recording[rowKey(base, key)]?.flags != nil,
            let count = value.itemCount, let all = recording[owner(base)]?.itemCount
        else { return Abridged.text(value) }
        let rows = "\(count) of \(all)"
        if case .series(let series) = value, count > 0, case .frame? = recording[owner(base)] { return "\(rows): \(Abridged.items(series.column))" }
        return rows
    }
}
