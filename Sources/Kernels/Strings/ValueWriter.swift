import Diagnostics
import Values

/// A walk through a value that writes its text as Python does.
///
/// The walk knows Python's own values; the writer knows how much may be written, which containers are open, and how the rest looks.
public protocol ValueWriter {
    /// Takes note of text that has been written, and throws where it is too much.
    mutating func charge(_ bytes: Int) throws(Failure)

    /// Steps into a container (nil for one that cannot hold itself); false where it is open already.
    mutating func enter(_ container: AnyObject?) throws(Failure) -> Bool
    mutating func leave()

    /// The items of a set in the order in which they are written.
    func items(of set: SetValue) throws(Failure) -> [Value]

    /// Writes a Series, a frame, an index, an array, or what is no datum: an iterator, a function, a module.
    mutating func write(other value: Value, style: TextStyle, to out: inout TextBuilder) throws(Failure)
}

extension ValueWriter {
    /// `str(value)`
    public mutating func write(str value: Value, to out: inout TextBuilder) throws(Failure) {
        let start = out.byteCount
        switch value {
        case .text(let text): out.append(text)
        case .numpyBool(let flag): out.append(flag ? "True" : "False")
        case .numpyInt(let number): out.append(decimal: number)
        case .numpyFloat(let number): out.append(repr: number)
        case .timestamp(let time): TimeText.append(timestamp: time, to: &out)
        case .timedelta(let time): TimeText.append(timedelta: time, to: &out)
        case .date(let days): TimeText.append(date: days, to: &out)
        case .time(let time): TimeText.append(time: time, to: &out)
        case .interval(let interval): out.append(interval)
        case .dtype(let dtype): out.append(dtype.rawValue)
        case .array: return try write(other: value, style: .str, to: &out)
        case .none, .bool, .int, .float, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .groupBy,
            .accessor, .function, .type, .module:
            return try write(repr: value, to: &out)
        }
        try charge(out.byteCount - start)
    }

    /// `repr(value)`
    public mutating func write(repr value: Value, to out: inout TextBuilder) throws(Failure) {
        let start = out.byteCount
        switch value {
        case .none: out.append("None")
        case .bool(let flag): out.append(flag ? "True" : "False")
        case .int(let number): out.append(decimal: number)
        case .float(let number): out.append(repr: number)
        case .text(let text): PythonText.append(quoted: text, to: &out)
        case .numpyBool(let flag): out.append(flag ? "np.True_" : "np.False_")
        case .numpyInt(let number): out.append("np.int64(\(number))")
        case .numpyFloat(let number): out.append(call: "np.float64") { $0.append(repr: number) }
        case .timestamp(let time): out.append(time: time, "Timestamp") { TimeText.append(timestamp: time, to: &$0) }
        case .timedelta(let time): out.append(time: time, "Timedelta") { TimeText.append(timedelta: time, to: &$0) }
        case .date(let days): TimeText.append(reprOfDate: days, to: &out)
        case .time(let time): TimeText.append(reprOfTime: time, to: &out)
        case .interval(let interval): out.append(reprOf: interval)
        case .range(let range): out.append(range)
        case .type(let type): out.append("<class '\(type.qualifiedName)'>")
        case .dtype(let dtype): out.append("dtype('\(dtype.numpyCode)')")
        case .list(let list): return try write(list.items, in: list, "[", "]", to: &out)
        case .tuple(let tuple): return try write(tuple, to: &out)
        case .set(let set): return try write(set, to: &out)
        case .dict(let dict): return try write(dict, to: &out)
        case .slice(let slice): return try write([slice.lower, slice.upper, slice.step], in: nil, "slice(", ")", to: &out)
        case .iterator, .series, .frame, .index, .array, .groupBy, .accessor, .function, .module:
            return try write(other: value, style: .repr, to: &out)
        }
        try charge(out.byteCount - start)
    }

    /// The items of a container between its brackets; `[...]` where it is inside itself.
    public mutating func write(
        _ items: [Value], in container: AnyObject?, _ left: String, _ right: String, to out: inout TextBuilder
    ) throws(Failure) {
        guard try enter(container) else { return out.append("\(left)...\(right)") }
        defer { leave() }
        out.append(left)
        for (at, item) in items.enumerated() {
            if at > 0 { out.append(", ") }
            try write(repr: item, to: &out)
        }
        out.append(right)
        try charge(2 * items.count + 2)
    }

    /// A named tuple shows its fields: `Pandas(Index=0, name='a')`.
    private mutating func write(_ tuple: TupleValue, to out: inout TextBuilder) throws(Failure) {
        guard let fields = tuple.fields else { return try write(tuple.items, in: nil, "(", tuple.count == 1 ? ",)" : ")", to: &out) }
        _ = try enter(nil)
        defer { leave() }
        out.append(fields.typeName)
        out.append("(")
        for (at, item) in tuple.items.enumerated() {
            if at > 0 { out.append(", ") }
            out.append("\(fields.names[at])=")
            try write(repr: item, to: &out)
        }
        out.append(")")
        try charge(2 * tuple.count + 2)
    }

    private mutating func write(_ set: SetValue, to out: inout TextBuilder) throws(Failure) {
        if set.items.isEmpty { return out.append("set()") }
        try write(items(of: set), in: set, "{", "}", to: &out)
    }

    private mutating func write(_ dict: DictValue, to out: inout TextBuilder) throws(Failure) {
        guard try enter(dict) else { return out.append("{...}") }
        defer { leave() }
        out.append("{")
        for (at, pair) in zip(dict.keys, dict.values).enumerated() {
            if at > 0 { out.append(", ") }
            try write(repr: pair.0, to: &out)
            out.append(": ")
            try write(repr: pair.1, to: &out)
        }
        out.append("}")
        try charge(4 * dict.count + 2)
    }
}

extension TextBuilder {
    fileprivate mutating func append(call name: String, _ argument: (inout TextBuilder) -> Void) {
        append(name)
        append("(")
        argument(&self)
        append(")")
    }

    fileprivate mutating func append(time: Int, _ type: String, _ body: (inout TextBuilder) -> Void) {
        if time == Column.missingTime { return body(&self) }
        append(call: type) {
            $0.append("'")
            body(&$0)
            $0.append("'")
        }
    }

    /// The stop is the first value not reached: a range keeps its length, not the stop it was made with.
    fileprivate mutating func append(_ range: RangeValue) {
        append("range(\(range.start), \(range[range.count])\(range.step == 1 ? "" : ", \(range.step)"))")
    }
}

extension DType {
    /// The code inside `dtype('…')`.
    var numpyCode: String {
        switch self {
        case .bool, .int64, .float64: rawValue
        case .object: "O"
        case .datetime: "<M8[ns]"
        case .timedelta: "<m8[ns]"
        case .category: rawValue
        }
    }
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
        case .date, .time, .datetime, .span: "datetime.\(rawValue)"
        }
    }
}
