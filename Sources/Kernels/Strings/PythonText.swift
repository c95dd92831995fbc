import Diagnostics
import Values

/// Which of Python's two texts of a value.
public enum TextStyle: Sendable { case str, repr }

/// Python's `str(value)` and `repr(value)`.
///
/// Series, frames, indexes and arrays have no text here: how they are printed is known to the display.
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
        var writer = PlainWriter()
        try writer.write(str: value, to: &out)
    }

    /// Writes `repr(value)` into a cell being built.
    public static func append(repr value: Value, to out: inout TextBuilder) throws(Failure) {
        var writer = PlainWriter()
        try writer.write(repr: value, to: &out)
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

    /// `str.isprintable` of one code point: what `repr` shows as it is.
    public static func isPrintable(_ scalar: Unicode.Scalar) -> Bool { Unicode14.isPrintable(scalar) }

    /// The escape of a code point, whether it needs one or not: `\x1b`, `\u202e`, `\U000e0001`.
    public static func escape(_ scalar: Unicode.Scalar) -> String { Text.written { $0.append(hex: scalar) }.string }

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

/// Writes what values are without a display.
private struct PlainWriter: ValueWriter {
    private var open: [ObjectIdentifier?] = []
    private var written = 0

    private static let depthLimit = 200

    mutating func charge(_ bytes: Int) throws(Failure) {
        written += bytes
        try Text.check(size: written)
    }

    mutating func enter(_ container: AnyObject?) throws(Failure) -> Bool {
        let identity = container.map(ObjectIdentifier.init)
        if let identity, open.contains(identity) { return false }
        guard open.count < PlainWriter.depthLimit else { throw Failure(.depthLimit, "the value is nested too deeply to be shown") }
        open.append(identity)
        return true
    }

    mutating func leave() { open.removeLast() }

    func items(of set: SetValue) throws(Failure) -> [Value] { try set.itemsOfText() }

    mutating func write(other value: Value, style: TextStyle, to out: inout TextBuilder) throws(Failure) {
        throw Failure(.unsupportedValue, "the text of a \(value.typeName) is not supported")
    }
}

extension SetValue {
    /// The items as the text of the set has them, where that text is the same in every process of Python.
    public func itemsOfText() throws(Failure) -> [Value] {
        guard items.count > 1 else { return items }
        throw Failure(
            .unsupportedValue, "the text of a set depends on the order of its items, which Python leaves open", helps: ["put the items in order: sorted(…)"])
    }
}
