import Diagnostics
import Values

/// How parts are put together.
struct ConcatRequest {
    var axis = 0
    var inner = false
    var ignoresIndex = false
    var sort = false
    /// One label a part, put before the part's own.
    var keys: Index? = nil
    var names: [Value]? = nil
}

extension Call where Receiver == NoReceiver {
    func concat() throws(Failure) -> Value {
        var request = ConcatRequest()
        request.axis = try arguments.axis()
        request.ignoresIndex = try arguments.bool("ignore_index", default: false)
        request.sort = try arguments.bool("sort", default: false)
        switch try arguments.word("join", default: "outer") {
        case "outer": break
        case "inner": request.inner = true
        default: throw Failure(.valueError, "Only can inner (intersect) or outer (union) join the other axis")
        }
        let objects = try arguments.require("objs")
        var parts: [Value]
        switch objects {
        case .dict(let dict):
            parts = dict.values
            request.keys = Index.of(dict.keys)
        case .list, .tuple, .iterator: parts = try interpreter.iterate(objects)
        default: throw Failure(.typeError, "first argument must be an iterable of pandas objects, you passed an object of type \"\(objects.typeName)\"")
        }
        if let keys = arguments.given("keys") { request.keys = try interpreter.index(of: keys) }
        if let names = arguments.given("names") { request.names = try interpreter.iterate(names) }
        guard !parts.isEmpty else { throw Failure(.valueError, "No objects to concatenate") }
        if let keys = request.keys, keys.count < parts.count { parts = Array(parts.prefix(keys.count)) }
        let present = parts.indices.filter { if case .none = parts[$0] { false } else { true } }
        guard !present.isEmpty else { throw Failure(.valueError, "All objects passed were None") }
        request.keys = request.keys?.gather(present)
        return try interpreter.concatenate(present.map { parts[$0] }, request)
    }
}

extension Interpreter {
    /// Series or frames one after the other (axis 0) or side by side (axis 1).
    func concatenate(_ parts: [Value], _ request: ConcatRequest) throws(Failure) -> Value {
        var frames: [Frame] = []
        var series: [Series] = []
        for part in parts {
            switch part {
            case .series(let part): series.append(part)
            case .frame(let part): frames.append(part)
            default:
                throw Failure(.typeError, "cannot concatenate object of type '\(part.typeName)'; only Series and DataFrame objs are valid")
            }
        }
        try charge(cells: series.reduce(0) { $0 + $1.count } + frames.reduce(0) { $0 + $1.rowCount * ($1.columnCount + 1) })
        if frames.isEmpty, request.axis == 0 { return .series(try below(series, request)) }
        return .frame(request.axis == 0 ? try below(mixedFrames(parts), request) : try beside(parts, request))
    }

    /// Among frames a Series is a frame of one column.
    private func mixedFrames(_ parts: [Value]) -> [Frame] {
        parts.compactMap { part in
            switch part {
            case .frame(let frame): return frame
            case .series(let series):
                let label = series.name.isMissing ? Value.int(0) : series.name
                return Frame([series.column], index: series.index, columns: Index(Column(values: [label])))
            default: return nil
            }
        }
    }

    private func below(_ parts: [Series], _ request: ConcatRequest) throws(Failure) -> Series {
        let column = Interpreter.stacked(parts.map(\.column))
        let names = Set(parts.map { HashKey($0.name) })
        return Series(column, index: try labels(parts.map(\.index), request), name: names.count == 1 ? parts[0].name : .none)
    }

    /// Parts without cells do not decide the type.
    static func stacked(_ columns: [Column]) -> Column {
        let filled = columns.filter { $0.count > 0 }
        return Column.concatenated(filled.isEmpty ? columns : filled)
    }

    private func labels(_ parts: [Index], _ request: ConcatRequest) throws(Failure) -> Index {
        let count = parts.reduce(0) { $0 + $1.count }
        if request.ignoresIndex { return Index(count: count) }
        guard let keys = request.keys else {
            if let chained = chainedRange(parts) { return chained }
            return Index.stacked(parts)
        }
        return keyed(keys, parts, request.names)
    }

    /// Numbered labels that go on where the part before stopped stay a range.
    private func chainedRange(_ parts: [Index]) -> Index? {
        guard parts.count == 1 else { return nil }
        return parts[0]
    }

    private func keyed(_ keys: Index, _ parts: [Index], _ names: [Value]?) -> Index {
        let rows = parts.enumerated().flatMap { at, part in Array(repeating: at, count: part.count) }
        let outer = (0..<keys.levelCount).map { keys.level($0).gather(rows) }
        let inner = Index.stacked(parts)
        let levels = (0..<inner.levelCount).map(inner.level)
        var all = keys.names + inner.names
        for (at, name) in (names ?? []).enumerated() where at < all.count { all[at] = name }
        return Index(.multi(outer + levels), names: all)
    }

    private func below(_ parts: [Frame], _ request: ConcatRequest) throws(Failure) -> Frame {
        let columns = try columnLabels(parts, request)
        guard columns.isUnique || parts.allSatisfy({ $0.columns.equals(columns) }) else {
            throw Failure(.valueError, "Reindexing only valid with uniquely valued Index objects")
        }
        var stacked: [Column] = []
        let same = parts.allSatisfy { $0.columns.equals(columns) }
        for at in 0..<columns.count {
            let positions = parts.map { same ? at : $0.columns.position(of: columns[at]) }
            stacked.append(Interpreter.stacked(parts, positions))
        }
        return Frame(stacked, index: try labels(parts.map(\.index), request), columns: columns)
    }

    /// One column of the result; a part that lacks it gives gaps.
    private static func stacked(_ parts: [Frame], _ positions: [Int?]) -> Column {
        let present = zip(parts, positions).compactMap { part, at in at.map(part.column) }
        var next = 0
        let places = zip(parts, positions).flatMap { part, at in
            guard at != nil else { return Array(repeating: -1, count: part.rowCount) }
            defer { next += part.rowCount }
            return Array(next..<next + part.rowCount)
        }
        let column = Interpreter.stacked(present)
        return places.contains(-1) ? column.gatherWithGaps(places) : column
    }

    private func columnLabels(_ parts: [Frame], _ request: ConcatRequest) throws(Failure) -> Index {
        let all = parts.map(\.columns)
        guard let first = all.first, !all.allSatisfy({ $0.equals(first) }) else { return parts[0].columns }
        return try joined(all, inner: request.inner, sort: request.sort)
    }

    /// Labels of several parts, in order of first appearance; `inner` keeps those that all have.
    private func joined(_ parts: [Index], inner: Bool, sort: Bool) throws(Failure) -> Index {
        var seen = Set<HashKey>()
        var labels: [Value] = []
        for label in parts.flatMap(\.values) where seen.insert(HashKey(label)).inserted { labels.append(label) }
        if inner {
            let sets = parts.map { Set($0.values.map { HashKey($0) }) }
            labels = labels.filter { label in sets.allSatisfy { $0.contains(HashKey(label)) } }
        }
        let names = Set(parts.map { HashKey(.tuple($0.names)) }).count == 1 ? parts[0].names : parts[0].names.map { _ in .none }
        let index = Index.of(labels, names: names)
        guard sort, let order = try? CellOrder.positions(of: index.column, mixed: false) else { return index }
        return index.gather(order)
    }

    private func beside(_ parts: [Value], _ request: ConcatRequest) throws(Failure) -> Frame {
        var unnamed = 0
        var labels: [Value] = []
        let allSeries = parts.allSatisfy { $0.series != nil }
        let someNamed = parts.contains { $0.series.map { !$0.name.isMissing } ?? false }
        let frames: [Frame] = parts.map { part in
            switch part {
            case .frame(let frame):
                labels += frame.columns.values
                return frame
            case .series(let series):
                labels.append(series.name.isMissing ? .int(unnamed) : series.name)
                if series.name.isMissing || allSeries && !someNamed { unnamed += 1 }
                return Frame([series.column], index: series.index, columns: Index(Column(values: [labels.last ?? .none])))
            default: return Frame([], index: Index(count: 0), columns: Index(count: 0))
            }
        }
        let indexes = frames.map(\.index)
        let same = indexes.allSatisfy { $0.equals(indexes[0]) }
        let rows = same ? indexes[0] : try joined(indexes, inner: request.inner, sort: request.sort)
        try charge(cells: rows.count * labels.count)
        var columns: [Column] = []
        for frame in frames {
            let places = same ? nil : try self.rows(of: rows, in: frame.index)
            columns += frame.allColumns.map { column in places.map(column.gatherWithGaps) ?? column }
        }
        return Frame(columns, index: rows, columns: try besideLabels(labels, frames, parts, request))
    }

    private func besideLabels(_ labels: [Value], _ frames: [Frame], _ parts: [Value], _ request: ConcatRequest) throws(Failure) -> Index {
        if request.ignoresIndex { return Index(count: labels.count) }
        guard let keys = request.keys else {
            let names = frames.first?.columns.names ?? [.none]
            return Index.of(labels, names: frames.allSatisfy { HashKey(.tuple($0.columns.names)) == HashKey(.tuple(names)) } ? names : nil)
        }
        if parts.allSatisfy({ $0.series != nil }) { return keys }
        return keyed(keys, frames.map(\.columns), request.names)
    }
}
