import Kernels
import Values

/// Appends JSON to a byte buffer, laid out as Python's `json.dumps(…, ensure_ascii=False)` lays it out (`", "` and `": "`).
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.key("ok"); writer.bool(true)
///     writer.endObject()              // {"ok": true}
///
/// Commas are its business; that keys and values alternate is the caller's.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false
    /// Writes everything beyond ASCII as `\uXXXX`, as `json.dumps` does by default.
    let isASCIIOnly: Bool

    public init() { isASCIIOnly = false }

    init(asciiOnly: Bool) { isASCIIOnly = asciiOnly }

    /// Empties the buffer and keeps its memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    public var count: Int { bytes.count }
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// A key; its value must follow.
    public mutating func key(_ key: StaticString) {
        separate()
        quote(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        colon()
    }

    /// A key known only at run time.
    public mutating func key(text key: Text) {
        separate()
        key.withBytes { quote($0) }
        colon()
    }

    public mutating func null() { literal("null") }
    public mutating func bool(_ value: Bool) { if value { literal("true") } else { literal("false") } }

    public mutating func int(_ value: Int) {
        separate()
        bytes.append(decimal: value)
        needsComma = true
    }

    /// Python's shortest form. JSON has no NaN and no infinity: they become null.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        separate()
        bytes.append(repr: value)
        needsComma = true
    }

    public mutating func text(_ value: Text) {
        separate()
        value.withBytes { quote($0) }
        needsComma = true
    }

    public mutating func string(_ value: String) {
        separate()
        var value = value
        value.withUTF8 { quote($0) }
        needsComma = true
    }

    /// A value read before, written as it was.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): bool(flag)
        case .int(let number): int(number)
        case .double(let number): double(number)
        case .string(let string): text(string)
        case .array(let items): array(items)
        case .object(let object): self.object(object)
        }
    }

    /// Ends a JSONL record; the next value begins a line of its own.
    public mutating func endLine() {
        bytes.append(newline)
        needsComma = false
    }

    private mutating func array(_ items: [JSONValue]) {
        beginArray()
        for item in items { value(item) }
        endArray()
    }

    private mutating func object(_ object: JSONObject) {
        beginObject()
        for member in object.members {
            key(text: member.key)
            value(member.value)
        }
        endObject()
    }

    private mutating func literal(_ word: StaticString) {
        separate()
        bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    mutating func separateForRaw() { separate() }

    mutating func appendRaw(_ json: [UInt8]) {
        bytes += json
        needsComma = true
    }

    private mutating func separate() {
        guard needsComma else { return }
        bytes.append(UInt8(ascii: ","))
        bytes.append(UInt8(ascii: " "))
        needsComma = false
    }

    private mutating func colon() {
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        needsComma = false
    }

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        if isASCIIOnly { appendASCIIEscaped(text, to: &bytes) } else { appendEscaped(text, to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSONWriter {
    /// JSON written elsewhere, as one value.
    public mutating func raw(_ json: [UInt8]) {
        separateForRaw()
        appendRaw(json)
    }
}
