import Diagnostics
import Values

/// What a merge was asked for.
struct MergeRequest {
    enum How: String { case inner, left, right, outer, cross }
    var how = How.inner
    /// Column labels on each side; nil where the row labels are the key.
    var leftKeys: [Value]? = nil
    var rightKeys: [Value]? = nil
    var leftIndex = false
    var rightIndex = false
    var sort = false
    var suffixes: (left: String?, right: String?) = ("_x", "_y")

    init(how: String) throws(Failure) {
        guard let known = How(rawValue: how) else {
            throw Failure(.keyError, "'\(how)' is not a valid Merge type: left, right, inner, outer, cross, asof")
        }
        self.how = known
    }
}

extension Call where Receiver == Frame {
    func merge() throws(Failure) -> Value { .frame(try interpreter.merge(receiver, arguments.require("right"), arguments)) }

    /// Columns of another frame by row label, or by the labels in a column of this one.
    func join() throws(Failure) -> Value {
        let other: Frame
        switch try arguments.require("other") {
        case .frame(let frame): other = frame
        case .series(let series):
            guard !series.name.isMissing else { throw Failure(.valueError, "Other Series must have a name") }
            other = Frame([series.column], index: series.index, columns: Index(Column(values: [series.name])))
        default: throw Failure(.unsupportedArgument, "join() with several frames is not supported")
        }
        var request = try MergeRequest(how: arguments.word("how", default: "left"))
        if let on = arguments.given("on") { request.leftKeys = try interpreter.labels(on) } else { request.leftIndex = true }
        request.rightIndex = true
        request.sort = try arguments.bool("sort", default: false)
        request.suffixes = (try arguments.word("lsuffix", default: ""), try arguments.word("rsuffix", default: ""))
        if request.how == .cross { (request.leftIndex, request.rightIndex, request.leftKeys) = (false, false, nil) }
        return .frame(try interpreter.merge(receiver, other, request))
    }
}

extension Interpreter {
    /// Reads the arguments that `df.merge` and `pd.merge` share.
    func merge(_ left: Frame, _ right: Value, _ arguments: Arguments) throws(Failure) -> Frame {
        let other = try mergeOperand(right)
        var request = try MergeRequest(how: arguments.word("how", default: "inner"))
        request.leftIndex = try arguments.bool("left_index", default: false)
        request.rightIndex = try arguments.bool("right_index", default: false)
        request.sort = try arguments.bool("sort", default: false)
        if let suffixes = arguments["suffixes"] { request.suffixes = try mergeSuffixes(suffixes) }
        try keys(of: &request, left, other, arguments)
        return try merge(left, other, request)
    }

    func mergeOperand(_ value: Value) throws(Failure) -> Frame {
        switch value {
        case .frame(let frame): return frame
        case .series(let series):
            guard !series.name.isMissing else { throw Failure(.valueError, "Cannot merge a Series without a name") }
            return Frame([series.column], index: series.index, columns: Index(Column(values: [series.name])))
        default: throw Failure(.typeError, "Can only merge Series or DataFrame objects, a \(value.typeName) was passed")
        }
    }

    private func mergeSuffixes(_ value: Value) throws(Failure) -> (String?, String?) {
        let items: [Value]
        switch value {
        case .tuple(let tuple): items = tuple.items
        case .list(let list): items = list.items
        default: throw Failure(.typeError, "Passing 'suffixes' as a \(value.typeName), is not supported. Provide 'suffixes' as a tuple instead.")
        }
        guard items.count == 2 else { throw Failure(.valueError, "not enough values to unpack (expected 2, got \(items.count))") }
        return (items[0].isMissing ? nil : labelText(items[0]), items[1].isMissing ? nil : labelText(items[1]))
    }

    private func keys(of request: inout MergeRequest, _ left: Frame, _ right: Frame, _ arguments: Arguments) throws(Failure) {
        let on = arguments.given("on"), leftOn = arguments.given("left_on"), rightOn = arguments.given("right_on")
        if request.how == .cross {
            guard on == nil, leftOn == nil, rightOn == nil, !request.leftIndex, !request.rightIndex else {
                throw Failure(.valueError, "Can not pass on, right_on, left_on or set right_index=True or left_index=True")
            }
            return
        }
        if let on {
            guard leftOn == nil, rightOn == nil else { throw Failure(.valueError, "Can only pass argument \"on\" OR \"left_on\" and \"right_on\", not a combination of both.") }
            guard !request.leftIndex, !request.rightIndex else {
                throw Failure(.valueError, "Can only pass argument \"on\" OR \"left_index\" and \"right_index\", not a combination of both.")
            }
            request.leftKeys = try labels(on)
            request.rightKeys = request.leftKeys
        } else {
            request.leftKeys = try leftOn.map { (value) throws(Failure) in try labels(value) }
            request.rightKeys = try rightOn.map { (value) throws(Failure) in try labels(value) }
            try completeKeys(&request, left, right)
        }
    }

    private func completeKeys(_ request: inout MergeRequest, _ left: Frame, _ right: Frame) throws(Failure) {
        let hasLeft = request.leftKeys != nil || request.leftIndex, hasRight = request.rightKeys != nil || request.rightIndex
        guard hasLeft == hasRight else {
            throw Failure(.valueError, hasLeft ? "Must pass \"right_on\" OR \"right_index\"." : "Must pass \"left_on\" OR \"left_index\".")
        }
        if hasLeft {
            let a = request.leftKeys?.count ?? left.index.levelCount, b = request.rightKeys?.count ?? right.index.levelCount
            guard a == b else { throw Failure(.valueError, "len(right_on) must equal len(left_on)") }
            return
        }
        let common = left.columns.values.filter { right.columns.position(of: $0) != nil }
        guard !common.isEmpty else {
            throw Failure(.valueError, "No common columns to perform merge on. Merge options: left_on=None, right_on=None, left_index=False, right_index=False")
        }
        guard left.columns.isUnique, right.columns.isUnique else { throw Failure(.valueError, "Data columns not unique") }
        request.leftKeys = common
        request.rightKeys = common
    }

    func merge(_ left: Frame, _ right: Frame, _ request: MergeRequest) throws(Failure) -> Frame {
        if request.how == .cross { return try crossed(left, right, request) }
        let leftColumns = try keyColumns(left, request.leftKeys), rightColumns = try keyColumns(right, request.rightKeys)
        try requireComparable(leftColumns, rightColumns, request)
        let rows = try matches(leftColumns, rightColumns, left.rowCount, right.rowCount, request)
        return try assembled(left, right, rows, request)
    }

    private func keyColumns(_ frame: Frame, _ labels: [Value]?) throws(Failure) -> [Column] {
        guard let labels else { return (0..<frame.index.levelCount).map(frame.index.level) }
        var columns: [Column] = []
        for label in labels {
            if case .series(let series) = label {
                columns.append(series.column)
            } else if let level = frame.index.names.firstIndex(where: { !label.isMissing && HashKey($0) == HashKey(label) }), frame.columns.position(of: label) == nil {
                columns.append(frame.index.level(level))
            } else {
                let at = try frame.position(ofColumn: label)
                guard frame.columns.positions(of: label).count == 1 else {
                    throw Failure(.valueError, "The column label \(Interpreter.brief(label)) is not unique.")
                }
                columns.append(frame.column(at))
            }
        }
        return columns
    }

    /// Text never meets numbers, nor times anything else.
    private func requireComparable(_ left: [Column], _ right: [Column], _ request: MergeRequest) throws(Failure) {
        for (a, b) in zip(left, right) where a.count > 0 && b.count > 0 && a.dtype != b.dtype {
            if a.dtype.isNumeric && b.dtype.isNumeric { continue }
            if case .object = a, b.dtype == .bool || b.dtype.isNumeric && !holdsText(a) { continue }
            if case .object = b, a.dtype == .bool || a.dtype.isNumeric && !holdsText(b) { continue }
            if a.dtype == .object && b.dtype == .bool || a.dtype == .bool && b.dtype == .object { continue }
            throw Failure(.valueError, "You are trying to merge on \(a.dtype.rawValue) and \(b.dtype.rawValue) columns. If you wish to proceed you should use pd.concat")
        }
    }

    private func holdsText(_ column: Column) -> Bool {
        guard case .object(let cells) = column else { return true }
        return !cells.allSatisfy { $0.integer != nil }
    }

    private struct Rows { var left: [Int] = [], right: [Int] = [] }

    /// The pairs of rows with equal keys, in pandas' order: an outer join by key, the others as the rows of the driving side stand.
    private func matches(_ left: [Column], _ right: [Column], _ leftCount: Int, _ rightCount: Int, _ request: MergeRequest) throws(Failure) -> Rows {
        let sorted = request.sort || request.how == .outer
        try charge(cells: (leftCount + rightCount) * (left.count + 1))
        var parts: [Factors] = []
        for (a, b) in zip(left, right) {
            let both = Column.stacked(Interpreter.alike(a, b))
            parts.append(try sorted ? Factors.ordered(both, missing: .equal) : Factors(both, missing: .equal))
        }
        var factors = Factors(joining: parts, rows: leftCount + rightCount)
        if sorted {
            let order = SortKeys.order(parts.map { part in factors.firsts.map { part.codes[$0] } }, count: factors.count)
            factors = factors.reordered(order)
        }
        let leftCodes = Array(factors.codes[..<leftCount]), rightCodes = Array(factors.codes[leftCount...])
        return try pairs(leftCodes, rightCodes, groups: factors.count, request, byKey: sorted)
    }

    /// Two key columns that can stand in one.
    private static func alike(_ a: Column, _ b: Column) -> [Column] {
        let type = DType.common([a.dtype, b.dtype])
        return a.dtype == b.dtype ? [a, b] : [a.widened(to: type), b.widened(to: type)]
    }

    private func pairs(_ left: [Int], _ right: [Int], groups: Int, _ request: MergeRequest, byKey: Bool) throws(Failure) -> Rows {
        let leftRows = Factors.rows(left, count: groups), rightRows = Factors.rows(right, count: groups)
        var total = 0
        for group in 0..<groups {
            let (product, overflow) = max(leftRows[group].count, 1).multipliedReportingOverflow(by: max(rightRows[group].count, 1))
            total = overflow ? Int.max / 2 : min(total &+ product, Int.max / 2)
        }
        try charge(bytes: total > Int.max / 32 ? Int.max / 2 : total * 16)
        try charge(cells: total)
        var rows = Rows()
        func add(_ a: Int, _ b: Int) {
            rows.left.append(a)
            rows.right.append(b)
        }
        let keepsLeft = request.how == .left || request.how == .outer, keepsRight = request.how == .right || request.how == .outer
        if byKey {
            for group in 0..<groups {
                if request.how == .right {
                    for b in rightRows[group] { for a in leftRows[group].isEmpty ? [-1] : leftRows[group] { add(a, b) } }
                } else {
                    let lefts = leftRows[group].isEmpty && keepsRight ? [-1] : leftRows[group]
                    for a in lefts { for b in rightRows[group].isEmpty && keepsLeft ? [-1] : rightRows[group] { add(a, b) } }
                }
            }
        } else if request.how == .right {
            for (b, code) in right.enumerated() { for a in leftRows[code].isEmpty ? [-1] : leftRows[code] { add(a, b) } }
        } else {
            for (a, code) in left.enumerated() { for b in rightRows[code].isEmpty && keepsLeft ? [-1] : rightRows[code] { add(a, b) } }
        }
        return rows
    }

    private func crossed(_ left: Frame, _ right: Frame, _ request: MergeRequest) throws(Failure) -> Frame {
        let (total, overflow) = left.rowCount.multipliedReportingOverflow(by: right.rowCount)
        try charge(bytes: overflow || total > Int.max / 32 ? Int.max / 2 : total * 16)
        try charge(cells: total)
        var rows = Rows()
        for a in 0..<left.rowCount {
            for b in 0..<right.rowCount {
                rows.left.append(a)
                rows.right.append(b)
            }
        }
        return try assembled(left, right, rows, request)
    }

    private func assembled(_ left: Frame, _ right: Frame, _ rows: Rows, _ request: MergeRequest) throws(Failure) -> Frame {
        let shared = sharedKeys(request)
        let rightKept = (0..<right.columnCount).filter { at in !shared.contains { HashKey($0) == HashKey(right.columns[at]) } }
        try charge(cells: rows.left.count * (left.columnCount + rightKept.count))
        try charge(bytes: rows.left.count * (left.columnCount + rightKept.count) * 8)
        let (leftLabels, rightLabels) = try suffixed(left.columns.values, rightKept.map { right.columns[$0] }, request.suffixes)
        var columns = left.allColumns.map { $0.gatherWithGaps(rows.left) }
        for key in shared {
            guard let at = left.columns.position(of: key), let other = right.columns.position(of: key) else { continue }
            columns[at] = merged(left.column(at), rows.left, right.column(other), rows.right)
        }
        if let (at, column) = outsideKey(left, right, rows, request) { columns[at] = column }
        columns += rightKept.map { right.column($0).gatherWithGaps(rows.right) }
        let labels = Index(.column(Column(values: leftLabels + rightLabels)), names: left.columns.names)
        return Frame(columns, index: joinIndex(left, right, rows, request), columns: labels)
    }

    /// Keys with the same label on both sides: one column in the result.
    private func sharedKeys(_ request: MergeRequest) -> [Value] {
        guard let a = request.leftKeys, let b = request.rightKeys else { return [] }
        return zip(a, b).filter { HashKey($0) == HashKey($1) }.map(\.0)
    }

    /// A column key matched with row labels takes them where its own side has no row.
    private func outsideKey(_ left: Frame, _ right: Frame, _ rows: Rows, _ request: MergeRequest) -> (Int, Column)? {
        guard request.rightIndex, let key = request.leftKeys?.first, request.leftKeys?.count == 1, let at = left.columns.position(of: key) else { return nil }
        return (at, merged(left.column(at), rows.left, right.index.level(0), rows.right))
    }

    private func merged(_ a: Column, _ leftRows: [Int], _ b: Column, _ rightRows: [Int]) -> Column {
        guard leftRows.contains(-1) else { return a.gather(leftRows) }
        let both = Column.stacked(Interpreter.alike(a, b))
        return both.gatherWithGaps(zip(leftRows, rightRows).map { $0 >= 0 ? $0 : $1 >= 0 ? a.count + $1 : -1 })
    }

    private func suffixed(_ left: [Value], _ right: [Value], _ suffixes: (left: String?, right: String?)) throws(Failure) -> ([Value], [Value]) {
        let rights = Set(right.map { HashKey($0) })
        let common = Set(left.map { HashKey($0) }.filter(rights.contains))
        guard !common.isEmpty else { return (left, right) }
        guard !(suffixes.left ?? "").isEmpty || !(suffixes.right ?? "").isEmpty else {
            throw Failure(.valueError, "columns overlap but no suffix specified")
        }
        func renamed(_ labels: [Value], _ suffix: String?) -> [Value] {
            labels.map { label in
                guard let suffix, common.contains(HashKey(label)) else { return label }
                return .string(labelText(label) + suffix)
            }
        }
        let made = (renamed(left, suffixes.left), renamed(right, suffixes.right))
        for (labels, old) in [(made.0, left), (made.1, right)] where Set(labels.map { HashKey($0) }).count < Set(old.map { HashKey($0) }).count {
            throw Failure(.valueError, "Passing 'suffixes' which cause duplicate columns is not allowed.")
        }
        return made
    }

    private func joinIndex(_ left: Frame, _ right: Frame, _ rows: Rows, _ request: MergeRequest) -> Index {
        switch (request.leftIndex, request.rightIndex) {
        case (false, false): return Index(count: rows.left.count)
        case (true, true):
            guard !left.index.isMulti else { return left.index.gatherWithGaps(rows.left) }
            let labels = merged(left.index.level(0), rows.left, right.index.level(0), rows.right)
            let same = HashKey(left.index.name) == HashKey(right.index.name)
            return Index(.column(labels), names: [same ? left.index.name : .none])
        case (false, true):
            return indexOfKeyed(left.index, rows.left, other: right.index, rows.right, fills: request.how == .right || request.how == .outer)
        case (true, false):
            return indexOfKeyed(right.index, rows.right, other: left.index, rows.left, fills: request.how == .left || request.how == .outer)
        }
    }

    /// The labels of the side whose columns were the key; gaps take the other side's.
    private func indexOfKeyed(_ index: Index, _ rows: [Int], other: Index, _ otherRows: [Int], fills: Bool) -> Index {
        guard rows.contains(-1), !index.isMulti else { return index.gatherWithGaps(rows) }
        return Index(.column(index.level(0).gatherWithGaps(rows)), names: index.names)
    }
}
