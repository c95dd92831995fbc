import Catalog
import Diagnostics
import Plan
import Syntax
import Values

extension Checker {
    func subscripted(_ base: Expression, _ key: Expression, _ span: Span) -> Node {
        let owner = check(base)
        if let column = plainColumn(owner, key, span) { return column }
        if let refused = unquoted(owner, key, span) { return refused }
        let index = check(key)
        if case .failure = owner.kind { return owner }
        switch owner.type {
        case .frame(let frame): return self.frame(owner, frame, index, span)
        case .groupBy(let frame): return groups(owner, frame, index, span)
        case .accessor(.loc, .frame(let frame)), .accessor(.at, .frame(let frame)): return located(owner, frame, index, span)
        default: return Node(.subscripted(owner, index), type: elementType(owner.type, index), span: span)
        }
    }

    // MARK: Frames

    /// `frame['label']` where one column has that label: what most subscripts are.
    private func plainColumn(_ owner: Node, _ key: Expression, _ span: Span) -> Node? {
        guard case .literal(.string(let label)) = key.kind, case .frame(let frame) = owner.type, let columns = frame.columns,
            let at = columns.firstIndex(where: { $0.label == label }), !columns[(at + 1)...].contains(where: { $0.label == label })
        else { return nil }
        return Node(.column(owner, position: at, label: columns[at].text), type: .series(columns[at].element), span: span)
    }

    /// `df[crowd]` where `crowd` names nothing but a column.
    private func unquoted(_ owner: Node, _ key: Expression, _ span: Span) -> Node? {
        guard case .name(let name) = key.kind, case .frame(let frame) = owner.type, frame.columns?.contains(where: { $0.label == name }) == true, isUnknown(name) else {
            return nil
        }
        return fail(
            Diagnostic(
                .unknownName, "'\(name)' is not defined", at: key.span, helps: ["'\(name)' is a column: write '\(name)' in quotes"],
                suggestions: [Diagnostic.Suggestion("put the column's name in quotes", span: key.span, replacement: Checker.quoted(name), isCertain: true)]),
            at: span)
    }

    private func frame(_ owner: Node, _ frame: FrameType, _ key: Node, _ span: Span) -> Node {
        if let label = text(key) { return column(owner, frame, label, key, span) }
        if let labels = texts(key) {
            if let bad = labels.first(where: { frame.positions(of: $0.label).isEmpty && frame.columns != nil }) {
                return unknownColumn(bad.label, frame, at: bad.span, span)
            }
            return Node(.subscripted(owner, key), type: .frame(frame.selecting(labels.map(\.label))), span: span)
        }
        switch key.type {
        case .series(.bool), .slice: return Node(.subscripted(owner, key), type: owner.type, span: span)
        default: return Node(.subscripted(owner, key), type: .dynamic, span: span)
        }
    }

    private func column(_ owner: Node, _ frame: FrameType, _ label: String, _ key: Node, _ span: Span) -> Node {
        guard let columns = frame.columns else { return Node(.subscripted(owner, key), type: .dynamic, span: span) }
        let places = frame.positions(of: label)
        switch places.count {
        case 0: return unknownColumn(label, frame, at: key.span, span)
        case 1:
            return Node(.column(owner, position: places[0], label: Text(label)), type: .series(columns[places[0]].element), span: span)
        default:
            return Node(.subscripted(owner, key), type: .frame(FrameType(columns: places.map { columns[$0] })), span: span)
        }
    }

    /// A column that is not there: the columns with their types, and the nearest names as edits.
    func unknownColumn(_ label: String, _ frame: FrameType, at place: Span, _ span: Span) -> Node {
        let columns = frame.columns ?? []
        let near = NearNames.find(label, among: columns.map(\.label))
        var listed = ""
        for column in columns.prefix(40) {
            if !listed.isEmpty { listed += ", " }
            listed += "'"
            listed += column.label
            listed += "' ("
            listed += column.element.label
            listed += ")"
        }
        return fail(
            Diagnostic(
                .unknownColumn, "unknown column '\(label)'", at: place,
                notes: ["the columns are \(listed)\(columns.count > 40 ? ", …" : "")"],
                helps: near.isEmpty ? [] : ["did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?"],
                suggestions: near.map { Checker.suggestion($0, near, for: label, at: place, replacement: Checker.quoted($0)) }),
            at: span)
    }

    /// What a near name would be written as. It is certain where it alone differs from what was written by case, blanks and punctuation only.
    static func suggestion(_ name: String, _ near: [String], for written: String, at span: Span, replacement: String) -> Diagnostic.Suggestion {
        Diagnostic.Suggestion(
            "did you mean '\(name)'?", span: span, replacement: replacement, isCertain: NearNames.lookAlikes(of: written, among: near) == [name])
    }

    /// A Python string literal.
    static func quoted(_ text: String) -> String {
        var out = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "\\": out += "\\\(scalar)"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "'"
    }

    private func groups(_ owner: Node, _ frame: FrameType, _ key: Node, _ span: Span) -> Node {
        let labels = text(key).map { [(label: $0, span: key.span)] } ?? texts(key) ?? []
        if frame.columns != nil, let bad = labels.first(where: { frame.positions(of: $0.label).isEmpty }) {
            return unknownColumn(bad.label, frame, at: bad.span, span)
        }
        return Node(.subscripted(owner, key), type: .dynamic, span: span)
    }

    /// `df.loc[rows, column]`
    private func located(_ owner: Node, _ frame: FrameType, _ key: Node, _ span: Span) -> Node {
        guard case .tuple(let parts) = key.kind, parts.count == 2 else {
            switch key.type {
            case .series(.bool), .slice: return Node(.subscripted(owner, key), type: .frame(frame), span: span)
            default: return Node(.subscripted(owner, key), type: .dynamic, span: span)
            }
        }
        let labels = text(parts[1]).map { [(label: $0, span: parts[1].span)] } ?? texts(parts[1]) ?? []
        if frame.columns != nil, let bad = labels.first(where: { frame.positions(of: $0.label).isEmpty }) {
            return unknownColumn(bad.label, frame, at: bad.span, span)
        }
        return Node(.subscripted(owner, key), type: locatedType(frame, rows: parts[0], column: parts[1]), span: span)
    }

    private func locatedType(_ frame: FrameType, rows: Node, column: Node) -> StaticType {
        let isMany = rows.type == .slice || rows.type == .series(.bool)
        guard isMany, let columns = frame.columns else { return .dynamic }
        if let label = text(column) {
            let places = frame.positions(of: label)
            return places.count == 1 ? .series(columns[places[0]].element) : .dynamic
        }
        return texts(column).map { .frame(frame.selecting($0.map(\.label))) } ?? .dynamic
    }

    // MARK: Everything else

    /// The type of one subscript of a value that is no frame.
    private func elementType(_ type: StaticType, _ key: Node) -> StaticType {
        switch (type, key.type) {
        case (.series, .series(.bool)), (.series, .slice): type
        case (.accessor(.iloc, .series(let element)), .int): element.scalar
        case (.accessor(.iloc, let inner), .slice), (.accessor(.loc, let inner), .slice): inner
        case (.accessor(.loc, .series(let element)), .series(.bool)): .series(element)
        case (.accessor(.str, .series), _): .series(.object)
        case (.list, .slice): type
        case (.text, .int), (.text, .slice): .text
        default: .dynamic
        }
    }

    /// A constant text.
    func text(_ node: Node) -> String? {
        if case .constant(.text(let text)) = node.kind { text.string } else { nil }
    }

    /// A list of constant texts.
    func texts(_ node: Node) -> [(label: String, span: Span)]? {
        guard case .list(let items) = node.kind, !items.isEmpty else { return nil }
        var labels: [(label: String, span: Span)] = []
        for item in items {
            guard let label = text(item) else { return nil }
            labels.append((label, item.span))
        }
        return labels
    }

    /// The table itself: `df`, or another name for it.
    func isWholeTable(_ node: Node) -> Bool {
        if case .local(let slot) = node.kind { scope.tableSlots.contains(slot) } else { false }
    }

    /// The position of a column of the table itself, every row of it.
    func wholeColumn(_ node: Node) -> Int? {
        guard case .column(let owner, let position, _) = node.kind, isWholeTable(owner) else { return nil }
        return position
    }
}

extension FrameType {
    func positions(of label: String) -> [Int] {
        guard let columns else { return [] }
        return columns.indices.filter { columns[$0].label == label }
    }

    func selecting(_ labels: [String]) -> FrameType {
        guard let columns else { return .unknown }
        return FrameType(columns: labels.flatMap { positions(of: $0) }.map { columns[$0] })
    }
}
