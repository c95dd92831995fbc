import Diagnostics
import Glibc
import Values

@testable import JSON

/// A file beside the tests.
func fixture(_ name: String, from file: String = #filePath) -> String {
    let path = file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Fixtures/" + name
    guard let handle = fopen(path, "r") else { return "" }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let got = fread(&buffer, 1, buffer.count, handle), got > 0 { bytes += buffer[..<got] }
    return String(decoding: bytes, as: UTF8.self)
}

/// Replaces `<NN>` with the byte.
func bytes(_ text: some StringProtocol) -> [UInt8] {
    var out: [UInt8] = []
    let source = Array(text.utf8)
    var at = 0
    while at < source.count {
        if source[at] == UInt8(ascii: "<"), at + 3 < source.count, let byte = UInt8(String(decoding: source[at + 1...at + 2], as: UTF8.self), radix: 16) {
            out.append(byte)
            at += 4
        } else {
            out.append(source[at])
            at += 1
        }
    }
    return out
}

func compact(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return writer.string
}

func canonical(_ value: Value, limits: CanonicalLimits = .standard) throws -> String {
    var writer = JSONWriter()
    try writeCanonical(value, to: &writer, limits: limits)
    return writer.string
}

/// The diagnostic that reading throws.
func refusal(_ text: [UInt8], limits: JSONLimits = .standard) -> Diagnostic? {
    do {
        _ = try JSONValue.parse(text, limits: limits)
        return nil
    } catch {
        return error
    }
}

func refusal(_ text: String) -> Diagnostic? { refusal(Array(text.utf8)) }

/// Runs the body with a descriptor of a nameless file that holds the text.
func withFile<R>(_ text: [UInt8], _ body: (Int32) throws -> R) rethrows -> R {
    var name = Array("/tmp/repanda-test-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    unlink(name)
    defer { close(file) }
    var rest = text[...]
    while !rest.isEmpty {
        let wrote = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        guard wrote > 0 else { break }
        rest = rest.dropFirst(wrote)
    }
    lseek(file, 0, SEEK_SET)
    return try body(file)
}

/// The same numbers in every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
