import Diagnostics
import Glibc
import JSON
import Tables
import Values

/// One line of a fixture: a text, and what pandas said to it.
struct RecordedCase: Sendable, CustomStringConvertible {
    enum Outcome: Sendable {
        case frame(JSONValue)
        /// With the words of the message, where pandas' own words are ours too.
        case refusal(Code?, message: String?)
        case runs(dtype: String, [Run])
    }

    struct Run: Sendable {
        let cell: JSONValue
        let times: Int
    }

    let name: String
    let dialect: Dialect
    let bytes: [UInt8]
    let outcome: Outcome

    var description: String { "\(dialect): \(name)" }

    static func all(_ fixture: String) throws -> [RecordedCase] {
        try fileBytes("Fixtures/" + fixture).split(separator: UInt8(ascii: "\n")).map { line in
            try RecordedCase(JSONValue.parse(Array(line)).requireObject())
        }
    }

    private init(_ line: JSONObject) throws {
        name = try line.text("case").string
        dialect = Dialect(rawValue: try line.text("dialect").string) ?? .csv
        bytes = try RecordedCase.bytes(line, dialect)
        outcome = try RecordedCase.outcome(line)
    }

    private static func bytes(_ line: JSONObject, _ dialect: Dialect) throws -> [UInt8] {
        if let text = try line.optionalText("text") { return Array(text.string.utf8) }
        if let hex = try line.optionalText("hex") { return bytes(hex: Array(hex.string)) }
        return try blocks(line.object("blocks"), separator: dialect == .tabfact ? "#" : ",")
    }

    private static func bytes(hex digits: [Character]) -> [UInt8] {
        stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    }

    /// A table whose columns are all the same.
    private static func blocks(_ blocks: JSONObject, separator: String) throws -> [UInt8] {
        let width = try blocks.int("columns")
        let header = (0..<width).map { "c\($0)" }.joined(separator: separator)
        let rows = try blocks.array("rows").flatMap { pair -> [String] in
            let (cell, times) = (try pair.requireArray()[0].requireText().string, try pair.requireArray()[1].int ?? 0)
            return [String](repeating: [String](repeating: cell, count: width).joined(separator: separator), count: times)
        }
        return Array(([header] + rows).joined(separator: "\n").utf8)
    }

    private static func outcome(_ line: JSONObject) throws -> Outcome {
        if let code = try line.optionalText("refuses")?.string {
            return .refusal(Code.allCases.first { $0.name == code }, message: nil)
        }
        if let frame = line["frame"] { return .frame(frame) }
        if let error = try line.optionalText("error")?.string {
            return .refusal(code(of: error), message: raggedRow(try line.text("message").string))
        }
        let runs = try line.array("runs").map { Run(cell: try $0.requireArray()[0], times: try $0.requireArray()[1].int ?? 0) }
        return .runs(dtype: try line.text("dtype").string, runs)
    }

    /// Our code for a class of pandas' errors.
    private static func code(of error: String) -> Code? {
        switch error {
        case "ParserError": .malformedTable
        case "EmptyDataError": .emptyTable
        case "UnicodeDecodeError": .tableEncoding
        default: nil
        }
    }

    /// `Expected 2 fields in line 3, saw 3` is said in pandas' words, but for the capital and `1 fields`.
    private static func raggedRow(_ message: String) -> String? {
        let prefix = "Error tokenizing data. C error: Expected "
        guard message.hasPrefix(prefix) else { return nil }
        let rest = String(message.dropFirst(prefix.count))
        return "expected " + (rest.hasPrefix("1 fields") ? "1 field" + rest.dropFirst("1 fields".count) : rest)
    }
}

/// The bytes of a file beside the tests.
func fileBytes(_ name: String, beside file: String = #filePath) -> [UInt8] {
    let path = file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
    guard let handle = fopen(path, "r") else { return [] }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let got = fread(&buffer, 1, buffer.count, handle), got > 0 { bytes += buffer[..<got] }
    return bytes
}

func compact(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return writer.string
}

/// The canonical form as text, floats to the last bit.
func canonical(_ value: Value) throws -> String {
    var writer = JSONWriter()
    try writeCanonical(value, to: &writer)
    return compact(try JSONValue.parse(writer.string))
}
