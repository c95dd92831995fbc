/// Random numbers that a seed decides (SplitMix64): the same on every machine and in every version of the compiler.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// Numbers for one thing of many: they depend on the seed and the thing's name, not on what was drawn before.
    public init(seed: UInt64, name: String) {
        // FNV-1a.
        state = name.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    /// True once in so many times.
    public mutating func chance(_ times: UInt64) -> Bool { next() % max(1, times) == 0 }

    /// A number from 0 up to, not including, a count.
    public mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }

    /// The numbers from 0 up to a count in a random order (Fisher and Yates' shuffle).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<max(count, 0))
        for at in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(at, below(at + 1)) }
        return order
    }
}
