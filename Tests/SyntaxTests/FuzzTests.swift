import Syntax
import Testing

/// Whatever comes in, the parser ends with a tree or a reason, and what it accepts can be printed and read again.
@Suite struct FuzzTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func bytes(_ seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<700 {
            check((0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }

    private static let pieces = [
        "'", "\"", "f'", "{", "}", "(", ")", "[", "]", "\n", " ", "\t", "\r", "\\", "a", "if ", " else ", ":", "1", ".", "0x", "=", "#", "é", ",", "-", "_",
        "e5", "r'", "\u{A0}", "`", "!", "lambda ", " for ", " in ", "*", ";", "pass", "b''", "'''", " not ", " is ", ":=", "@", "df", "\u{C}", "{{", "!r",
    ]

    @Test(arguments: [4, 5, 6] as [UInt64])
    func pieces(_ seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<700 {
            check((0..<Int.random(in: 0...25, using: &random)).flatMap { _ in Array((Self.pieces.randomElement(using: &random) ?? "").utf8) })
        }
    }

    /// A byte of a good query dropped, changed or doubled.
    @Test(arguments: [7, 8] as [UInt64])
    func damage(_ seed: UInt64) {
        var random = Seeded(state: seed)
        for query in blocks("accepted.txt") {
            for _ in 0..<4 {
                var bytes = Array(query.utf8)
                guard let place = bytes.indices.randomElement(using: &random) else { continue }
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 9...126, using: &random)
                default: bytes.insert(bytes[place], at: place)
                }
                check(bytes)
            }
        }
    }

    private func check(_ bytes: [UInt8]) {
        let result = Parser.parse(bytes)
        guard let script = result.script else {
            #expect(!result.diagnostics.isEmpty)
            return
        }
        let printed = Printer.print(script)
        #expect(shape(printed) == TreeDump.text(script, places: false), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
}
