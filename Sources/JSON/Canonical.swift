import Diagnostics
import Kernels
import Values

/// How much `writeCanonical` may write.
public struct CanonicalLimits: Sendable {
    public var bytes: Int
    /// Values inside one another; a list can hold itself.
    public var depth: Int

    public init(bytes: Int = 64 << 20, depth: Int = 64) {
        self.bytes = bytes
        self.depth = depth
    }

    public static let standard = CanonicalLimits()
}

/// Writes a value in the project's canonical form, which tells every type apart:
///
///     12   {"float": 0.5}   "text"   null   {"list": [1]}   {"series": [1], "index": [0], "dtype": "int64", "name": null}
///
/// Throws `outputLimit` before writing past the limit, and `depthLimit` for values nested too deeply. After a throw the
/// writer holds an unfinished record.
public func writeCanonical(_ value: Value, to writer: inout JSONWriter, limits: CanonicalLimits = .standard) throws(Failure) {
    let end = writer.count.addingReportingOverflow(limits.bytes)
    let canonical = CanonicalForm(end: end.overflow ? .max : end.partialValue, limits: limits)
    try canonical.write(value, depth: 0, &writer)
}

struct CanonicalForm {
    let end: Int
    let limits: CanonicalLimits

    func write(_ value: Value, depth: Int, _ writer: inout JSONWriter) throws(Failure) {
        guard depth <= limits.depth else { throw Failure(.depthLimit, "values are nested more than \(limits.depth) deep") }
        try reserve(16, writer)
        switch value {
        case .none: writer.null()
        case .bool(let flag), .numpyBool(let flag): writer.bool(flag)
        case .int(let number), .numpyInt(let number): writer.int(number)
        case .float(let number), .numpyFloat(let number): write(float: number, &writer)
        case .text(let text): try write(text: text, &writer)
        case .timestamp(let time): write(timestamp: time, &writer)
        case .timedelta(let time): write(timedelta: time, &writer)
        case .list(let list): try write(list: list.items, depth, &writer)
        case .tuple(let tuple): try write(list: tuple.items, depth, &writer)
        case .set(let set): try write(set: set, depth, &writer)
        case .dict(let dict): try write(dict: dict, depth, &writer)
        case .array(let array): try write(array: array, depth, &writer)
        case .series(let series): try write(series: series, depth, &writer)
        case .index(let index): try write(index: index, depth, &writer)
        case .frame(let frame): try write(frame: frame, depth, &writer)
        case .dtype(let dtype): write(other: dtype.canonicalTypeName, &writer)
        case .date, .time, .interval, .range, .slice, .iterator, .groupBy, .accessor, .function, .type, .module:
            write(other: value.typeName, &writer)
        }
    }

    /// Refuses before the work: `more` bytes must still fit.
    func reserve(_ more: Int, _ writer: borrowing JSONWriter) throws(Failure) {
        guard more <= end - writer.count else {
            throw Failure(.outputLimit, "the value's text is longer than the limit of \(limits.bytes) bytes")
        }
    }

    private func write(text: Text, _ writer: inout JSONWriter) throws(Failure) {
        try reserve(Int(text.count) + 2, writer)
        writer.text(text)
        try reserve(0, writer)
    }

    private func write(float: Double, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("float")
        if float.isFinite { writer.double(float) } else { writer.string(float.isNaN ? "nan" : float > 0 ? "inf" : "-inf") }
        writer.endObject()
    }

    private func write(timestamp: Int, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("timestamp")
        writer.text(Text.written { TimeText.append(timestamp: timestamp, separator: UInt8(ascii: "T"), to: &$0) })
        writer.endObject()
    }

    /// A missing timedelta is pandas' one NaT, which the canonical form calls a timestamp.
    private func write(timedelta: Int, _ writer: inout JSONWriter) {
        guard timedelta != Column.missingTime else { return write(timestamp: timedelta, &writer) }
        writer.beginObject()
        writer.key("timedelta")
        writer.double(SpanField.totalSeconds(timedelta))
        writer.endObject()
    }

    func write(other name: String, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("other")
        writer.string(name)
        writer.endObject()
    }
}

extension DType {
    /// `type(dtype).__name__` in numpy 2.
    var canonicalTypeName: String {
        switch self {
        case .bool: "BoolDType"
        case .int64: "Int64DType"
        case .float64: "Float64DType"
        case .object: "ObjectDType"
        case .datetime: "DateTime64DType"
        case .timedelta: "TimeDelta64DType"
        case .category: "CategoricalDtype"
        }
    }
}
