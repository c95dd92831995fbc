import Catalog
import Plan
import Values

extension Tracer {
    func subscripted(_ node: Node, _ base: Node, _ key: Node) -> Trace {
        let fallback = { self.opaque([base, key]) }
        // What a key names may be bound in the base.
        _ = trace(base)
        if isCalled(key) { return called(node, base, key) ?? fallback() }
        if case .property(let receiver, let attribute) = base.kind, let kind = AccessorKind(rawValue: attribute.name) {
            switch kind {
            case .loc, .at: return located(node, receiver, key) ?? fallback()
            case .iloc, .iat: return placed(node, receiver, key) ?? fallback()
            case .str: return elementwise(node, [receiver]).controlled(by: support([key])).loose
            case .dt, .rolling, .expanding, .match, .pattern: return fallback()
            }
        }
        switch recording[base] {
        case .frame, .groupBy: return ofFrame(node, base, key) ?? fallback()
        case .series(let series): return ofSeries(node, base, key, series) ?? fallback()
        case .array, .list, .tuple, .index, .dict: return ofSequence(base, key) ?? fallback()
        default: return fallback()
        }
    }

    /// A key that is called is asked of the whole receiver; the rows that it chose are told by their labels.
    private func called(_ node: Node, _ base: Node, _ key: Node) -> Trace? {
        var owner = base
        if case .property(let receiver, let attribute) = base.kind {
            guard attribute.name == "loc" else { return nil }
            owner = receiver
        }
        guard let kept = kept(trace(owner), of: recording[owner], in: recording[node]) else { return nil }
        return kept.controlled(by: Support(read: trace(owner).support.read, deciding: CellSet())).controlled(by: support([key]))
    }

    /// pandas calls a key that can be called, with the whole receiver.
    private func isCalled(_ key: Node) -> Bool {
        if case .tuple(let parts) = key.kind { return parts.contains(where: isCalled) }
        if case .function? = recording[key] { return true }
        return false
    }

    /// A column by its label.
    func column(_ label: Value, of frame: Node) -> Trace { columns(label, of: frame) ?? opaque([frame]) }

    /// `df.name`, `row.name`.
    func labelled(_ node: Node, _ receiver: Node, _ label: Value) -> Trace {
        switch recording[receiver] {
        case .frame, .groupBy: column(label, of: receiver)
        case .series(let series): series.index.positions(of: label).count == 1 ? item(of: receiver, series.index.position(of: label)) ?? opaque([receiver]) : opaque([receiver])
        default: opaque([receiver])
        }
    }

    // MARK: Columns

    private func columns(_ label: Value, of node: Node) -> Trace? {
        switch recording[node] {
        case .frame(let frame): columns(label, frame.columns, trace(node))
        case .groupBy(let groups) where groups.selection == nil && !groups.isSeries: columns(label, groups.frame.columns, trace(node))
        default: nil
        }
    }

    /// One column, or several in a frame.
    private func columns(_ label: Value, _ labels: Index, _ trace: Trace) -> Trace? {
        if case .list(let list) = label {
            let positions = list.items.map { labels.positions(of: $0) }
            guard positions.allSatisfy({ $0.count == 1 }) else { return nil }
            return trace.columns(at: positions.map { $0[0] })
        }
        let positions = labels.positions(of: label)
        return positions.count == 1 ? trace.column(at: positions[0]) : nil
    }

    // MARK: Plain subscripts

    private func ofFrame(_ node: Node, _ base: Node, _ key: Node) -> Trace? {
        guard let value = recording[key] else { return nil }
        if value.columnNames != nil { return columns(value, of: base)?.controlled(by: support([key])) }
        return chosen(node, base, key)
    }

    private func ofSeries(_ node: Node, _ base: Node, _ key: Node, _ series: Series) -> Trace? {
        guard let value = recording[key] else { return nil }
        if value.isScalar {
            let positions = series.index.positions(of: value)
            if positions.count > 1 { return chosen(node, base, key, at: positions) }
            let position = positions.first ?? (series.index.column.isText ? value.integer : nil)
            return item(of: base, position)?.controlled(by: support([key]))
        }
        if let labels = value.columnNames, let chosen = parts(labels, base, series) { return chosen.controlled(by: support([key])) }
        return chosen(node, base, key)
    }

    /// Some items of one row.
    private func parts(_ labels: [Value], _ base: Node, _ series: Series) -> Trace? {
        guard case .record = trace(base).shape else { return nil }
        let positions = labels.map { series.index.positions(of: $0) }
        return positions.allSatisfy { $0.count == 1 } ? trace(base).columns(at: positions.map { $0[0] }) : nil
    }

    /// The rows of a label that occurs several times.
    private func chosen(_ node: Node, _ base: Node, _ key: Node, at positions: [Int]) -> Trace? {
        guard recording[node]?.itemCount == positions.count else { return nil }
        return trace(base).rows(at: positions)?.controlled(by: support([key]))
    }

    private func ofSequence(_ base: Node, _ key: Node) -> Trace? {
        if case .dict(let dict)? = recording[base] {
            guard let value = recording[key], let at = dict.keys.firstIndex(where: { HashKey($0) == HashKey(value) }) else { return nil }
            return item(of: base, at)?.controlled(by: support([key]))
        }
        guard let number = recording[key]?.integer, let count = recording[base]?.itemCount else { return nil }
        return item(of: base, number < 0 ? count + number : number)?.controlled(by: support([key]))
    }

    /// Rows by a mask, a slice or a list of labels.
    private func chosen(_ node: Node, _ base: Node, _ key: Node) -> Trace? {
        kept(trace(base), of: recording[base], in: recording[node])?.controlled(by: choosing(key))
    }

    private func choosing(_ key: Node) -> Support { recording[key]?.flags == nil ? trace(key).support : filtering(key) }

    private func item(of node: Node, _ position: Int?) -> Trace? {
        guard let position else { return nil }
        return trace(node).item(at: position)
    }

    // MARK: loc and iloc

    /// `loc[rows]`, `loc[rows, columns]`, by label.
    private func located(_ node: Node, _ receiver: Node, _ key: Node) -> Trace? {
        guard case .tuple(let parts) = key.kind, parts.count == 2, case .frame = recording[receiver] else { return located(rows: key, node, receiver, trace(receiver)) }
        guard let label = recording[parts[1]] else { return nil }
        let chosen: Trace?
        if label.columnNames != nil { chosen = columns(label, of: receiver) } else if parts[1].isWholeSlice { chosen = trace(receiver) } else { chosen = nil }
        return chosen.flatMap { located(rows: parts[0], node, receiver, $0) }?.controlled(by: support([parts[1]]))
    }

    private func located(rows key: Node, _ node: Node, _ receiver: Node, _ before: Trace) -> Trace? {
        guard let value = recording[key], let labels = recording[receiver]?.rowLabels else { return nil }
        guard value.isScalar else {
            guard let result = recording[node]?.rowLabels, let positions = Rows.positions(of: result, within: labels) else { return nil }
            return before.rows(at: positions)?.controlled(by: choosing(key))
        }
        let positions = labels.positions(of: value)
        if positions.count == 1 { return before.item(at: positions[0])?.controlled(by: support([key])) }
        guard recording[node]?.itemCount == positions.count else { return nil }
        return before.rows(at: positions)?.controlled(by: support([key]))
    }

    /// `iloc[rows]`, `iloc[row, column]`, by position.
    private func placed(_ node: Node, _ receiver: Node, _ key: Node) -> Trace? {
        let before = trace(receiver)
        if case .tuple(let parts) = key.kind, parts.count == 2, case .frame(let frame) = recording[receiver] { return placed(node, receiver, frame, parts) }
        guard let count = recording[receiver]?.itemCount else { return nil }
        if let row = position(key, count) { return before.item(at: row)?.controlled(by: support([key])) }
        return kept(before, of: recording[receiver], in: recording[node])?.controlled(by: choosing(key))
    }

    private func placed(_ node: Node, _ receiver: Node, _ frame: Frame, _ parts: [Node]) -> Trace? {
        guard let columns = columns(parts[1], frame, trace(receiver)) else { return nil }
        if let row = position(parts[0], frame.rowCount) { return columns.item(at: row)?.controlled(by: support(parts)) }
        return kept(columns, of: .frame(frame), in: recording[node])?.controlled(by: choosing(parts[0])).controlled(by: support([parts[1]]))
    }

    /// One column by its position, or those of a slice or a list of positions.
    private func columns(_ key: Node, _ frame: Frame, _ before: Trace) -> Trace? {
        if let column = position(key, frame.columnCount) { return before.column(at: column) }
        if key.isWholeSlice { return before }
        if case .slice(let lower, let upper, nil) = key.kind {
            guard let from = bound(lower, frame.columnCount, 0), let to = bound(upper, frame.columnCount, frame.columnCount) else { return nil }
            return before.columns(at: Array(from..<max(from, to)))
        }
        guard let items = recording[key]?.list?.items, items.allSatisfy({ $0.flag == nil && $0.integer != nil }) else { return nil }
        return before.columns(at: items.compactMap(\.integer).map { $0 < 0 ? frame.columnCount + $0 : $0 })
    }

    /// The end of a slice, within the columns there are.
    private func bound(_ node: Node?, _ count: Int, _ missing: Int) -> Int? {
        guard let node else { return missing }
        guard let number = recording[node]?.integer else { return nil }
        return min(max(number < 0 ? count + number : number, 0), count)
    }

    private func position(_ node: Node, _ count: Int) -> Int? {
        guard let value = recording[node], value.flag == nil, let number = value.integer else { return nil }
        return number < 0 ? count + number : number
    }
}

extension Column {
    fileprivate var isText: Bool { if case .text = self { true } else { false } }
}

extension Node {
    /// `:`
    var isWholeSlice: Bool { if case .slice(nil, nil, nil) = kind { true } else { false } }
}
