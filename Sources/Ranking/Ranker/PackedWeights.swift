import Values

/// Weights as letters, one a weight, with a factor of three letters for every 32 of them: a fifth of their size, and the same to the bit wherever they are read.
///
/// A letter is one of base 64's (RFC 4648). A weight is a whole number from -31 to 31 times its factor; a factor is the upper 18 bits below the sign of its float.
enum PackedWeights {
    private static let block = 32
    private static let factorLetters = 3
    /// The bits of a float that a factor drops at the end.
    private static let dropped: UInt32 = 13
    private static let most: Float = 31
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ weights: [Float]) -> String {
        var out: [UInt8] = []
        for start in stride(from: 0, to: weights.count, by: block) { append(weights[start..<min(weights.count, start + block)], to: &out) }
        return String(decoding: out, as: UTF8.self)
    }

    private static func append(_ weights: ArraySlice<Float>, to out: inout [UInt8]) {
        let largest = weights.reduce(Float(0)) { max($0, abs($1)) }
        // Rounded up, so that no weight comes to more than there is.
        let bits = ((largest / most).bitPattern + (1 << dropped - 1)) >> dropped
        let factor = Float(bitPattern: bits << dropped)
        for shift in [UInt32(12), 6, 0] { out.append(letters[Int(bits >> shift & 63)]) }
        for weight in weights { out.append(letters[Int(factor > 0 ? (weight / factor).rounded() : 0) + 32]) }
    }

    /// The weights that letters stand for; nil where there are not just so many.
    static func weights(_ text: Text, count: Int) -> [Float]? {
        let blocks = (count + block - 1) / block
        return text.withBytes { letters in
            guard letters.count == count + factorLetters * blocks else { return nil }
            var weights: [Float] = []
            weights.reserveCapacity(count)
            var at = 0
            while weights.count < count {
                var bits: UInt32 = 0
                for _ in 0..<factorLetters {
                    guard let value = value(letters[at]) else { return nil }
                    (bits, at) = (bits << 6 | value, at + 1)
                }
                let factor = Float(bitPattern: bits << dropped)
                guard factor.isFinite else { return nil }
                for _ in 0..<min(block, count - weights.count) {
                    guard let value = value(letters[at]) else { return nil }
                    weights.append((Float(value) - 32) * factor)
                    at += 1
                }
            }
            return weights
        }
    }

    private static func value(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
