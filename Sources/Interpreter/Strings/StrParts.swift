import Diagnostics
import Kernels
import Values

// `split`, `rsplit`, `partition`, `rpartition`, `get_dummies`.
extension Call where Receiver == StrAccessor {
    private func expands(default standard: Bool) throws(Failure) -> Bool {
        switch arguments["expand"] {
        case nil: return standard
        case .bool(let flag)?, .numpyBool(let flag)?: return flag
        default: throw Failure(.valueError, "expand must be True or False")
        }
    }

    /// The limit of pieces; None and `standard` mean none.
    private func limit() throws(Failure) -> Int {
        guard let value = arguments.given("n") else { return -1 }
        let limit = try interpreter.index(value)
        return limit == 0 ? -1 : limit
    }

    func split() throws(Failure) -> Value {
        let limit = try limit()
        guard let value = arguments.given("pat") else { return try pieces { (text) throws(Failure) in try text.split(nil, limit: limit) } }
        guard case .text(let separator) = value else { throw Failure(.typeError, "object of type '\(value.typeName)' has no len()") }
        guard try isPattern(separator) else {
            return try pieces { (text) throws(Failure) in try text.split(separator, limit: limit) }
        }
        let pattern = try Pattern.compile(separator)
        // `re.split` takes a negative limit to mean no split at all; -1 was made 0 before.
        guard limit >= -1 else { return try pieces { [$0] } }
        let matcher = pattern.matcher(.search, cells: receiver.column.count)
        return try pieces { (text) throws(Failure) in try matcher.split(text, limit: max(limit, 0)) }
    }

    /// A separator of one character is literal unless `regex=True`; a longer one is a pattern unless `regex=False`.
    private func isPattern(_ separator: Text) throws(Failure) -> Bool {
        guard let regex = arguments.given("regex") else { return separator.length != 1 }
        guard case .bool(let flag) = regex else { return separator.length != 1 }
        return flag
    }

    func splitFromRight() throws(Failure) -> Value {
        let limit = try limit()
        switch arguments.given("pat") {
        case nil: return try pieces { (text) throws(Failure) in try text.rsplit(nil, limit: limit) }
        case .text(let separator)?: return try pieces { (text) throws(Failure) in try text.rsplit(separator, limit: limit) }
        case .some: return try allFailed()
        }
    }

    /// Lists of pieces, or a frame with a column a piece.
    private func pieces(_ cut: (Text) throws(Failure) -> [Text?]) throws(Failure) -> Value {
        let expand = try expands(default: false)
        let lists = try objects { (cell) throws(Failure) in
            guard case .text(let text) = cell else { return nil }
            let parts = try cut(text)
            try interpreter.charge(bytes: parts.count * 24 + 32)
            return .list(parts.map { $0.map(Value.text) ?? .none })
        }
        return expand ? .frame(try expanded(lists)) : lists
    }

    func partition(_ cut: (Text, Text) throws(Failure) -> (Text, Text, Text)) throws(Failure) -> Value {
        let separator = try arguments["sep"] == nil ? " " : arguments.text("sep")
        let triples = try objects { (cell) throws(Failure) in
            guard case .text(let text) = cell else { return nil }
            let parts = try cut(text, separator)
            return .tuple([.text(parts.0), .text(parts.1), .text(parts.2)])
        }
        return try expands(default: true) ? .frame(expanded(triples)) : triples
    }

    /// A column a piece: None where a row has fewer pieces, NaN where it has none at all.
    private func expanded(_ value: Value) throws(Failure) -> Frame {
        guard case .series(let series) = value else {
            throw Failure(.unsupportedArgument, "expand=True of an Index is not supported")
        }
        let rows = series.column.values.map(row)
        let width = rows.map { $0?.count ?? 1 }.max() ?? 0
        let (cells, over) = rows.count.multipliedReportingOverflow(by: width)
        try interpreter.charge(cells: over ? .max : cells)
        try interpreter.charge(bytes: over ? .max : cells &* 24)
        let columns = (0..<width).map { at in
            objectColumn(rows.map { row in row.map { at < $0.count ? $0[at] : .none } ?? .float(.nan) })
        }
        return Frame(columns, index: series.index, columns: Index(count: width))
    }

    private func row(_ cell: Value) -> [Value]? {
        switch cell {
        case .list(let list): list.items
        case .tuple(let tuple): tuple.items
        case .none: [.none]
        default: nil
        }
    }

    /// Texts and gaps as a text column, anything else as it is: the result stays an object column.
    func objectColumn(_ values: [Value]) -> Column {
        guard values.allSatisfy({ if case .text = $0 { true } else if case .float(let x) = $0 { x.isNaN } else { false } }) else {
            return .object(values)
        }
        return .text(TextColumn(values.map(\.text)))
    }

    func dummies() throws(Failure) -> Frame {
        let separator = try arguments["sep"] == nil ? "|" : arguments.text("sep")
        guard case .text(let cells) = receiver.column, !receiver.isIndex else {
            throw Failure(.unsupportedOperation, "get_dummies() of this column is not supported")
        }
        let rows = try (0..<cells.count).map { row throws(Failure) in try (cells[row] ?? .empty).split(separator) }
        let tags = Set(rows.joined()).subtracting([.empty]).sorted()
        let (count, over) = rows.count.multipliedReportingOverflow(by: tags.count)
        try interpreter.charge(cells: over ? .max : count)
        try interpreter.charge(bytes: over ? .max : count &* 8)
        let columns = tags.map { tag in Column.int(rows.map { $0.contains(tag) ? 1 : 0 }) }
        return Frame(columns, index: receiver.rows, columns: Index(.text(TextColumn(tags))))
    }
}
