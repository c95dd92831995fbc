import Testing

@testable import Building

/// FIPS 180-4's examples, and texts whose lengths lie around a block's.
@Suite struct HashTests {
    static let known = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test(arguments: known) func hashes(_ text: String, _ expected: String) { #expect(SHA256.hex(Array(text.utf8)) == expected) }

    @Test func piecesMakeTheSameHashAsTheWhole() {
        for length in [1, 55, 56, 63, 64, 65, 119, 120, 128, 1000] {
            let bytes = (0..<length).map { UInt8($0 % 251) }
            for step in [1, 7, 63, 64, 65] {
                var hash = SHA256()
                for start in stride(from: 0, to: length, by: step) { hash.update(Array(bytes[start..<min(start + step, length)])) }
                #expect(hash.hex == SHA256.hex(bytes), "\(length) bytes by \(step)")
            }
        }
    }
}
