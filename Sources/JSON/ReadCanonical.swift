import Diagnostics
import Values

/// Reads a value back from its canonical form: the inverse of `writeCanonical`, for expected values in tests.
///
/// The form forgets some things: tuples and sets come back as lists, numpy's scalars as Python's, labels without their
/// names, and `{"other": …}` cannot come back at all (it throws).
public func readCanonical(_ json: JSONValue) throws(Failure) -> Value {
    switch json {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .double: throw Failure(.wrongKeyType, "a bare fraction is no canonical value")
    case .string(let text): .text(text)
    case .array: throw Failure(.wrongKeyType, "a bare array is no canonical value")
    case .object(let object): try readCanonical(object)
    }
}

private func readCanonical(_ object: JSONObject) throws(Failure) -> Value {
    if let cells = object["series"] { return .series(try readSeries(cells, object)) }
    if let rows = object["frame"] { return .frame(try readFrame(rows, object)) }
    guard object.members.count == 1, let member = object.members.first else {
        throw Failure(.wrongKeyType, "an object of \(object.members.count) keys is no canonical value")
    }
    switch member.key.string {
    case "float": return .float(try readFloat(member.value))
    case "timestamp": return .timestamp(try readTimestamp(member.value))
    case "timedelta": return .timedelta(try readTimedelta(member.value))
    case "list": return .list(try readItems(member.value))
    case "dict": return .dict(try readDict(member.value))
    case "array": return .array(try readArray(member.value))
    case "index": return .index(try readLabels(member.value))
    case let key: throw Failure(.unknownKey, "'\(clipped(Text(key)))' does not begin a canonical value that can be read")
    }
}

private func readItems(_ json: JSONValue?) throws(Failure) -> [Value] {
    guard let items = json?.array else { throw Failure(.wrongKeyType, "a canonical list must be an array") }
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items { values.append(try readCanonical(item)) }
    return values
}

private func readFloat(_ json: JSONValue) throws(Failure) -> Double {
    switch json.string {
    case "nan": return .nan
    case "inf": return .infinity
    case "-inf": return -.infinity
    case nil, _?: break
    }
    guard let number = json.double else { throw Failure(.wrongKeyType, "a canonical float must be a number, \"nan\", \"inf\" or \"-inf\"") }
    return number
}

private func readTimestamp(_ json: JSONValue) throws(Failure) -> Int {
    guard let text = json.text else { throw Failure(.wrongKeyType, "a canonical timestamp must be a string") }
    if text == "NaT" { return Column.missingTime }
    guard let time = parseISOTimestamp(text) else { throw Failure(.wrongKeyType, "'\(clipped(text))' is no ISO timestamp") }
    return time
}

private func readTimedelta(_ json: JSONValue) throws(Failure) -> Int {
    guard let seconds = json.double, seconds.magnitude < 9e9 else {
        throw Failure(.wrongKeyType, "a canonical timedelta must be a number of seconds")
    }
    return Int((seconds * 1e6).rounded()) * 1000
}

private func readDict(_ json: JSONValue) throws(Failure) -> DictValue {
    let dict = DictValue()
    for item in json.array ?? [] {
        guard let pair = item.array, pair.count == 2 else { throw Failure(.wrongKeyType, "a canonical dict holds pairs") }
        let key = hashable(try readCanonical(pair[0]))
        dict[key] = try readCanonical(pair[1])
    }
    return dict
}

/// A list cannot be a key or a label: it was a tuple.
private func hashable(_ value: Value) -> Value {
    if case .list(let list) = value { return .tuple(list.items.map(hashable)) }
    return value
}

private func readArray(_ json: JSONValue) throws(Failure) -> NDArray {
    let items = try readItems(json)
    guard let width = commonWidth(items) else { return NDArray(Column(values: items)) }
    let cells = items.flatMap { value -> [Value] in if case .list(let list) = value { list.items } else { [] } }
    return NDArray(Column(values: cells), shape: [items.count, width])
}

/// The length of all items where each is a list of the same length: rows of a matrix, or labels of several levels.
private func commonWidth(_ items: [Value]) -> Int? {
    var width: Int?
    for item in items {
        guard case .list(let list) = item, list.items.count == width ?? list.items.count else { return nil }
        width = list.items.count
    }
    return width
}

private func readLabels(_ json: JSONValue?) throws(Failure) -> Index {
    let items = try readItems(json)
    if let width = commonWidth(items), width > 0 {
        let levels = (0..<width).map { level in
            Column(values: items.map { if case .list(let list) = $0 { list.items[level] } else { .none } })
        }
        return Index(.multi(levels), names: Array(repeating: .none, count: width))
    }
    let isDefault = items.enumerated().allSatisfy { position, value in if case .int(position) = value { true } else { false } }
    return isDefault ? Index(count: items.count) : Index(Column(values: items))
}

private func readSeries(_ cells: JSONValue, _ object: JSONObject) throws(Failure) -> Series {
    let dtype = object["dtype"]?.string.flatMap(DType.init(rawValue:))
    let column = try column(try readItems(cells), dtype)
    let index = try readLabels(object["index"])
    guard index.count == column.count else { throw Failure(.wrongKeyType, "a series has \(column.count) cells and \(index.count) labels") }
    return Series(column, index: index, name: hashable(try readCanonical(object["name"] ?? .null)))
}

private func readFrame(_ rows: JSONValue, _ object: JSONObject) throws(Failure) -> Frame {
    let labels = try readLabels(object["columns"])
    let index = try readLabels(object["index"])
    let dtypes = (object["dtypes"]?.array ?? []).map { $0.string.flatMap(DType.init(rawValue:)) }
    var cells: [[Value]] = Array(repeating: [], count: labels.count)
    for row in rows.array ?? [] {
        guard let items = row.array, items.count == labels.count else { throw Failure(.wrongKeyType, "a frame's row has the wrong width") }
        for (at, item) in items.enumerated() { cells[at].append(try readCanonical(item)) }
    }
    var columns: [Column] = []
    for (at, cells) in cells.enumerated() {
        guard cells.count == index.count else { throw Failure(.wrongKeyType, "a frame has \(cells.count) rows and \(index.count) labels") }
        columns.append(try column(cells, at < dtypes.count ? dtypes[at] : nil))
    }
    return Frame(columns, index: index, columns: labels)
}

/// Cells in the storage that the dtype asks for; a dtype that is not ours throws.
private func column(_ values: [Value], _ dtype: DType?) throws(Failure) -> Column {
    switch dtype {
    case .bool: return .bool(values.map { $0.integer == 1 })
    case .int64: return .int(values.map { $0.integer ?? 0 })
    case .float64: return .float(values.map { $0.number ?? .nan })
    case .datetime: return .timestamp(values.map { if case .timestamp(let time) = $0 { time } else { Column.missingTime } })
    case .timedelta: return .timedelta(values.map { if case .timedelta(let time) = $0 { time } else { Column.missingTime } })
    case .object:
        let inferred = Column(values: values)
        return inferred.dtype == .object ? inferred : .object(values)
    case .category:
        let different = Index(Column(values: values.filter { !$0.isMissing }))
        let categories = Categories(different.isUnique ? different.column : Column(values: []), isOrdered: false)
        return .categorical(CategoricalColumn(codes: values.map { categories.code(of: $0) ?? -1 }, categories: categories))
    case nil: throw Failure(.unsupportedValue, "the dtype is not one of \(DType.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}
