import Diagnostics
import Glibc
import JSON
import Values

@testable import Display

/// A file beside the tests.
func fixture(_ name: String, from file: String = #filePath) -> [UInt8] {
    let path = file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Fixtures/" + name
    guard let handle = fopen(path, "r") else { return [] }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let got = fread(&buffer, 1, buffer.count, handle), got > 0 { bytes += buffer[..<got] }
    return bytes
}

/// A value that pandas printed, and how.
struct Printed: Sendable, CustomStringConvertible {
    let code: String
    let value: Value
    let text: String

    var description: String { code }

    static func all() throws -> [Printed] {
        try fixture("printed.jsonl").split(separator: UInt8(ascii: "\n")).map { try Printed(JSONValue.parse(Array($0)).requireObject()) }
    }

    init(_ line: JSONObject) throws {
        code = try line.text("code").string
        text = try line.text("text").string
        value = try Printed.value(readCanonical(line.required("value")), line)
    }

    /// Gives a value back what the canonical form forgets.
    private static func value(_ value: Value, _ line: JSONObject) throws -> Value {
        let index = try line.optionalObject("index")
        switch value {
        case .series(let series):
            return .series(Series(series.column, index: try labelled(series.index, index), name: series.name))
        case .frame(let frame):
            return .frame(frame.with(index: try labelled(frame.index, index)).with(columns: try labelled(frame.columns, line.optionalObject("columns"))))
        case .index(let labels): return .index(try labelled(labels, index))
        case .array(let array):
            let shape = try line.array("shape").compactMap(\.int)
            let column = try typed(array.column.values, line.text("dtype").string)
            return .array(NDArray(column, shape: shape))
        default: return value
        }
    }

    private static func labelled(_ index: Index, _ facts: JSONObject?) throws -> Index {
        guard let facts else { return index }
        let names = try facts.array("names").map { tuple(try readCanonical($0)) }
        if let range = try facts.optionalArray("range")?.compactMap(\.int) {
            return Index(.range(RangeValue(start: range[0], step: range[2], count: range[1])), names: names)
        }
        let dtypes = try facts.array("dtypes").compactMap(\.string)
        if try facts.text("kind") == "MultiIndex" {
            let levels = dtypes.indices.map { level in index.levelCount > level ? index.level(level) : .object([]) }
            return Index(.multi(levels), names: names)
        }
        let labels = index.isMulti ? (0..<index.count).map { at in index[at] } : index.values.map(tuple)
        return Index(.column(try typed(labels, dtypes[0])), names: names)
    }

    private static func tuple(_ value: Value) -> Value {
        if case .list(let list) = value { .tuple(list.items) } else { value }
    }

    private static func typed(_ values: [Value], _ dtype: String) throws -> Column {
        switch DType(rawValue: dtype) {
        case .bool: return .bool(values.map { $0.integer == 1 })
        case .int64: return .int(values.map { $0.integer ?? 0 })
        case .float64: return .float(values.map { $0.number ?? .nan })
        case .object: return .object(values)
        case .datetime: return .timestamp(values.map { if case .timestamp(let time) = $0 { time } else { Column.missingTime } })
        case .timedelta: return .timedelta(values.map { if case .timedelta(let time) = $0 { time } else { Column.missingTime } })
        case .category, nil: throw Failure(.unsupportedValue, dtype)
        }
    }
}
