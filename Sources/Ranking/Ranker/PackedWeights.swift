import JSON
import Values

/// Weights as whole numbers from -127 to 127 with one factor for every 32 of them: a quarter of their size, and the same to the bit wherever they are read.
struct PackedWeights: Sendable {
    private static let block = 32
    private(set) var bytes: [UInt8] = []

    init(_ weights: [Float]) {
        for start in stride(from: 0, to: weights.count, by: PackedWeights.block) { append(weights[start..<min(weights.count, start + PackedWeights.block)]) }
    }

    private mutating func append(_ weights: ArraySlice<Float>) {
        let largest = weights.reduce(Float(0)) { max($0, abs($1)) }
        let factor = largest / 127
        let bits = factor.bitPattern
        for shift in [UInt32(0), 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        for weight in weights { bytes.append(UInt8(bitPattern: Int8(factor > 0 ? (weight / factor).rounded() : 0))) }
    }

    /// The weights that bytes hold; nil where there are not just so many.
    static func unpacked(_ bytes: [UInt8], count: Int) -> [Float]? {
        let blocks = (count + block - 1) / block
        guard bytes.count == count + 4 * blocks else { return nil }
        var weights: [Float] = []
        weights.reserveCapacity(count)
        var at = 0
        while weights.count < count {
            let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
            let factor = Float(bitPattern: bits)
            guard factor.isFinite else { return nil }
            let size = min(block, count - weights.count)
            for byte in bytes[(at + 4)..<(at + 4 + size)] { weights.append(Float(Int8(bitPattern: byte)) * factor) }
            at += 4 + size
        }
        return weights
    }
}

/// Bytes as text of 64 letters (RFC 4648).
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(bytes.count, start + 3)]
            let word = group.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32(16 - 8 * $1.offset) }
            for place in 0..<4 { out.append(place <= group.count ? letters[Int(word >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "=")) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// nil where a letter is none of the 64.
    static func bytes(_ text: Text) -> [UInt8]? {
        var out: [UInt8] = []
        var (word, bits) = (UInt32(0), 0)
        let isRead = text.withBytes { letters in
            for letter in letters where letter != UInt8(ascii: "=") {
                guard let value = value(letter) else { return false }
                (word, bits) = (word << 6 | value, bits + 6)
                guard bits >= 8 else { continue }
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
            }
            return true
        }
        return isRead ? out : nil
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
