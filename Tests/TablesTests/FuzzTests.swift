import Diagnostics
import Testing
import Values

@testable import Tables

/// Random texts of the signs that a reader minds: each is read or refused, and nothing traps. The seed is fixed.
@Suite struct FuzzTests {
    @Test(arguments: Dialect.allCases) func everyTextIsReadOrRefused(dialect: Dialect) {
        var random = Seeded(state: 20_240_917)
        for _ in 0..<1500 { check(RandomText.bytes(&random, pieces: 24), dialect) }
    }

    private func check(_ bytes: [UInt8], _ dialect: Dialect) {
        do {
            let table = try read(bytes: bytes, dialect: dialect)
            #expect(table.schema.rowCount == table.frame.rowCount, "\(bytes)")
            #expect(table.schema.columns.count == table.frame.columnCount, "\(bytes)")
            #expect(table.frame.allColumns.allSatisfy { $0.count == table.frame.rowCount }, "\(bytes)")
            for (schema, column) in zip(table.schema.columns, table.frame.allColumns) {
                #expect(schema.missing == column.missing.reduce(0) { $0 + ($1 ? 1 : 0) }, "\(bytes)")
            }
        } catch {
            #expect(error.code.phase == .tables, "\(bytes): \(error.message)")
        }
    }
}

/// Texts of the signs that a reader minds.
enum RandomText {
    private static let pieces: [String] = [
        ",", ",", "#", "\n", "\n", "\r", "\r\n", "\"", "\"\"", "\\", " ", "\t", "\0", "\u{FEFF}", "a", "é", "NA", "nan", "True", "1", "-2", "0.5", "1e9", "1e400",
        "9223372036854775807", "9223372036854775808", "-9223372036854775809", "inf", "Unnamed: 0",
    ]

    static func bytes(_ random: inout Seeded, pieces most: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...most, using: &random) { bytes += Array((pieces.randomElement(using: &random) ?? "").utf8) }
        if Int.random(in: 0..<20, using: &random) == 0 { bytes.append(UInt8.random(in: 0x80...0xFF, using: &random)) }
        return bytes
    }
}

struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
