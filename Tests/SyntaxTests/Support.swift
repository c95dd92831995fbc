import Diagnostics
import Glibc
import Syntax

/// The blocks of a file beside the tests; `---` stands between them.
func blocks(_ name: String, from file: String = #filePath) -> [String] {
    let path = file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Fixtures/" + name
    guard let handle = fopen(path, "r") else { return [] }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let got = fread(&buffer, 1, buffer.count, handle), got > 0 { bytes += buffer[..<got] }
    var blocks: [[Substring]] = [[]]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        if line == "---" { blocks.append([]) } else { blocks[blocks.count - 1].append(line) }
    }
    return blocks.map { $0.joined(separator: "\n") }
}

func parse(_ text: String) -> ParseResult { Parser.parse(Array(text.utf8)) }

/// The tree without places; the codes where there is none.
func shape(_ text: String) -> String {
    let result = parse(text)
    return result.script.map { TreeDump.text($0, places: false) } ?? codes(result)
}

func codes(_ result: ParseResult) -> String { result.diagnostics.map(\.code.number).joined(separator: " ") }

/// Random numbers that a seed decides (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
