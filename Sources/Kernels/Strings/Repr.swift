import Diagnostics
import Values

/// Python's `str(value)` and `repr(value)`.
///
/// Series, frames, indexes and arrays have no text here: their print is not part of the language.
public enum PythonText {
    /// `str(value)`
    public static func str(_ value: Value) throws(Failure) -> Text {
        if case .text(let text) = value { return text }
        return try Text.build { (out: inout TextBuilder) throws(Failure) in try append(str: value, to: &out) }
    }

    /// `repr(value)`
    public static func repr(_ value: Value) throws(Failure) -> Text {
        try Text.build { (out: inout TextBuilder) throws(Failure) in try append(repr: value, to: &out) }
    }

    /// Writes `str(value)` into a cell being built.
    public static func append(str value: Value, to out: inout TextBuilder) throws(Failure) {
        switch value {
        case .text(let text): out.append(text)
        case .numpyBool(let flag): out.append(flag ? "True" : "False")
        case .numpyInt(let number): out.append(decimal: number)
        case .numpyFloat(let number): out.append(repr: number)
        case .timestamp(let time): TimeText.append(timestamp: time, to: &out)
        case .timedelta(let time): TimeText.append(timedelta: time, to: &out)
        case .date(let days): TimeText.append(date: days, to: &out)
        case .time(let time): TimeText.append(clock: time, to: &out)
        case .interval(let interval): out.append(interval)
        case .dtype(let dtype): out.append(dtype.rawValue)
        case .none, .bool, .int, .float, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array,
            .groupBy, .accessor, .function, .type, .module:
            try append(repr: value, to: &out)
        }
    }

    /// Writes `repr(value)` into a cell being built.
    public static func append(repr value: Value, to out: inout TextBuilder) throws(Failure) {
        var writer = ReprWriter()
        try writer.write(value, to: &out)
    }

    /// Writes the quoted form of a text.
    public static func append(quoted text: Text, to out: inout TextBuilder) {
        text.withBytes { bytes in
            let quote = UInt8(ascii: bytes.contains(UInt8(ascii: "'")) && !bytes.contains(UInt8(ascii: "\"")) ? "\"" : "'")
            out.append(byte: quote)
            bytes.forEachScalar { scalar, _ in out.append(escaped: scalar, quote: quote) }
            out.append(byte: quote)
        }
    }

    /// `ascii(text)`, as `%a` and `!a` give it: `repr` with everything beyond ASCII escaped.
    static func append(ascii text: Text, to out: inout TextBuilder) {
        text.withBytes { bytes in
            bytes.forEachScalar { scalar, _ in
                if scalar.value < 128 { out.append(scalar) } else { out.append(hex: scalar) }
            }
        }
    }

    /// `ascii(value)`
    public static func ascii(_ value: Value) throws(Failure) -> Text {
        let text = try repr(value)
        return Text.written { append(ascii: text, to: &$0) }
    }
}

extension TextBuilder {
    fileprivate mutating func append(escaped scalar: Unicode.Scalar, quote: UInt8) {
        switch scalar {
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        default:
            if scalar.value == UInt32(quote) { append(byte: UInt8(ascii: "\\")) }
            if Unicode14.isPrintable(scalar) { append(scalar) } else { append(hex: scalar) }
        }
    }

    fileprivate mutating func append(hex scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16)
        let (mark, width) = scalar.value < 0x100 ? ("\\x", 2) : scalar.value < 0x10000 ? ("\\u", 4) : ("\\U", 8)
        append(mark)
        append(String(repeating: "0", count: width - digits.utf8.count))
        append(digits)
    }
}

/// One walk through a value: how deep it is, and which containers it is inside, so that one that holds itself shows `[...]`.
private struct ReprWriter {
    private var open: [ObjectIdentifier] = []
    private var depth = 0

    private static let depthLimit = 200

    mutating func write(_ value: Value, to out: inout TextBuilder) throws(Failure) {
        switch value {
        case .none: out.append("None")
        case .bool(let flag): out.append(flag ? "True" : "False")
        case .int(let number): out.append(decimal: number)
        case .float(let number): out.append(repr: number)
        case .text(let text): PythonText.append(quoted: text, to: &out)
        case .numpyBool(let flag): out.append(flag ? "np.True_" : "np.False_")
        case .numpyInt(let number): out.append("np.int64(\(number))")
        case .numpyFloat(let number): writeCall("np.float64", &out) { $0.append(repr: number) }
        case .timestamp(let time): writeTime("Timestamp", time, &out) { TimeText.append(timestamp: time, to: &$0) }
        case .timedelta(let time): writeTime("Timedelta", time, &out) { TimeText.append(timedelta: time, to: &$0) }
        case .date(let days): TimeText.append(reprOfDate: days, to: &out)
        case .time(let time): TimeText.append(reprOfTime: time, to: &out)
        case .interval(let interval): out.append(reprOf: interval)
        case .list(let list): try writeItems(list.items, "[", "]", ObjectIdentifier(list), to: &out)
        case .tuple(let tuple): try writeTuple(tuple, to: &out)
        case .set(let set): try writeSet(set, to: &out)
        case .dict(let dict): try writeDict(dict, to: &out)
        case .range(let range): writeRange(range, to: &out)
        case .slice(let slice): try writeItems([slice.lower, slice.upper, slice.step], "slice(", ")", nil, to: &out)
        case .type(let type): out.append("<class '\(type.qualifiedName)'>")
        case .dtype(let dtype): out.append(dtype == .object ? "dtype('O')" : dtype.isTime ? "dtype('<\(dtype.code)')" : "dtype('\(dtype.rawValue)')")
        case .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .module: throw unprintable(value)
        }
    }

    /// A named tuple shows its fields: `Pandas(Index=0, name='a')`.
    private mutating func writeTuple(_ tuple: TupleValue, to out: inout TextBuilder) throws(Failure) {
        guard let fields = tuple.fields else { return try writeItems(tuple.items, "(", tuple.count == 1 ? ",)" : ")", nil, to: &out) }
        guard try enter(nil, "", to: &out) else { return }
        defer { leave(nil) }
        out.append(fields.typeName)
        out.append("(")
        for (at, item) in tuple.items.enumerated() {
            if at > 0 { out.append(", ") }
            out.append(fields.names[at])
            out.append("=")
            try write(item, to: &out)
        }
        out.append(")")
    }

    private func unprintable(_ value: Value) -> Failure {
        Failure(.unsupportedValue, "the text of a \(value.typeName) is not supported")
    }

    private func writeCall(_ name: String, _ out: inout TextBuilder, _ body: (inout TextBuilder) -> Void) {
        out.append(name)
        out.append("(")
        body(&out)
        out.append(")")
    }

    private func writeTime(_ name: String, _ time: Int, _ out: inout TextBuilder, _ body: (inout TextBuilder) -> Void) {
        if time == Column.missingTime { return body(&out) }
        out.append(name)
        out.append("('")
        body(&out)
        out.append("')")
    }

    private mutating func writeItems(
        _ items: [Value], _ left: String, _ right: String, _ identity: ObjectIdentifier?, to out: inout TextBuilder
    ) throws(Failure) {
        guard try enter(identity, "\(left)...\(right)", to: &out) else { return }
        defer { leave(identity) }
        out.append(left)
        for (at, item) in items.enumerated() {
            if at > 0 { out.append(", ") }
            try write(item, to: &out)
            try Text.check(size: out.byteCount)
        }
        out.append(right)
    }

    private mutating func writeSet(_ set: SetValue, to out: inout TextBuilder) throws(Failure) {
        if set.items.isEmpty { return out.append("set()") }
        try writeItems(set.items, "{", "}", ObjectIdentifier(set), to: &out)
    }

    private mutating func writeDict(_ dict: DictValue, to out: inout TextBuilder) throws(Failure) {
        guard try enter(ObjectIdentifier(dict), "{...}", to: &out) else { return }
        defer { leave(ObjectIdentifier(dict)) }
        out.append("{")
        for (at, pair) in zip(dict.keys, dict.values).enumerated() {
            if at > 0 { out.append(", ") }
            try write(pair.0, to: &out)
            out.append(": ")
            try write(pair.1, to: &out)
            try Text.check(size: out.byteCount)
        }
        out.append("}")
    }

    /// The stop is the first value not reached: a range keeps its length, not the stop it was made with.
    private func writeRange(_ range: RangeValue, to out: inout TextBuilder) {
        let stop = range.start &+ range.count &* range.step
        out.append("range(\(range.start), \(stop)\(range.step == 1 ? "" : ", \(range.step)"))")
    }

    /// Steps into a container, or writes the sign for one that is open already.
    private mutating func enter(_ identity: ObjectIdentifier?, _ sign: String, to out: inout TextBuilder) throws(Failure) -> Bool {
        if let identity {
            if open.contains(identity) {
                out.append(sign)
                return false
            }
            open.append(identity)
        }
        depth += 1
        guard depth <= ReprWriter.depthLimit else { throw Failure(.depthLimit, "the value is nested too deeply to be shown") }
        return true
    }

    private mutating func leave(_ identity: ObjectIdentifier?) {
        if identity != nil { open.removeLast() }
        depth -= 1
    }
}

extension DType {
    fileprivate var isTime: Bool {
        switch self {
        case .datetime, .timedelta: true
        case .bool, .int64, .float64, .object, .category: false
        }
    }

    fileprivate var code: String { self == .datetime ? "M8[ns]" : "m8[ns]" }
}

extension PythonType {
    /// The name that `str(type)` shows, with its module.
    fileprivate var qualifiedName: String {
        switch self {
        case .int, .float, .str, .bool, .list, .tuple, .set, .dict, .object, .noneType, .range, .function: rawValue
        case .series: "pandas.core.series.Series"
        case .frame: "pandas.core.frame.DataFrame"
        case .index: "pandas.core.indexes.base.Index"
        case .timestamp: "pandas._libs.tslibs.timestamps.Timestamp"
        case .timedelta: "pandas._libs.tslibs.timedeltas.Timedelta"
        case .array, .numpyInt, .numpyFloat, .numpyInteger, .numpyFloating, .numpyNumber: "numpy.\(rawValue)"
        case .numpyBool: "numpy.bool"
        case .date, .time, .datetime: "datetime.\(rawValue)"
        }
    }
}
