/// XXH64 (seed 0) over bytes that come piece by piece: notices that a file has changed, and is no defence against who means harm.
///
/// Source: the xxHash specification, "XXH64 algorithm description".
package struct ContentHash {
    private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
        0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63, 0x27D4_EB2F_1656_67C5
    )
    private static let stripe = 32

    private var lanes = SIMD4<UInt64>(
        primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0)
    private var total: UInt64 = 0
    /// Bytes that do not fill a stripe yet.
    private var rest: [UInt8] = []

    package init() {}

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        total &+= UInt64(bytes.count)
        var bytes = bytes
        if !rest.isEmpty {
            let missing = min(ContentHash.stripe - rest.count, bytes.count)
            rest += bytes.prefix(missing)
            bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(missing))
            guard rest.count == ContentHash.stripe else { return }
            rest.withUnsafeBytes { lanes = ContentHash.taken($0, lanes) }
            rest.removeAll(keepingCapacity: true)
        }
        let whole = bytes.count - bytes.count % ContentHash.stripe
        lanes = ContentHash.taken(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole)), lanes)
        rest += bytes.dropFirst(whole)
    }

    private static func taken(_ bytes: UnsafeRawBufferPointer, _ lanes: SIMD4<UInt64>) -> SIMD4<UInt64> {
        var lanes = lanes
        for at in stride(from: 0, to: bytes.count, by: stripe) {
            let input = bytes.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt64>.self)
            lanes = rotated(lanes &+ input &* primes.1, 31) &* primes.0
        }
        return lanes
    }

    package var value: UInt64 {
        let primes = ContentHash.primes
        var hash = total < UInt64(ContentHash.stripe) ? primes.4 : merged
        hash &+= total
        rest.withUnsafeBytes { bytes in
            var at = 0
            while at + 8 <= bytes.count {
                hash ^= ContentHash.round(0, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                hash = ContentHash.rotated(hash, 27) &* primes.0 &+ primes.3
                at += 8
            }
            if at + 4 <= bytes.count {
                hash ^= UInt64(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)) &* primes.0
                hash = ContentHash.rotated(hash, 23) &* primes.1 &+ primes.2
                at += 4
            }
            for byte in bytes[at...] {
                hash ^= UInt64(byte) &* primes.4
                hash = ContentHash.rotated(hash, 11) &* primes.0
            }
        }
        hash = (hash ^ (hash >> 33)) &* primes.1
        hash = (hash ^ (hash >> 29)) &* primes.2
        return hash ^ (hash >> 32)
    }

    /// The four lanes as one.
    private var merged: UInt64 {
        let turns: [UInt64] = [1, 7, 12, 18]
        var hash = turns.indices.reduce(into: UInt64(0)) { $0 &+= ContentHash.rotated(lanes[$1], turns[$1]) }
        for at in turns.indices { hash = (hash ^ ContentHash.round(0, lanes[at])) &* ContentHash.primes.0 &+ ContentHash.primes.3 }
        return hash
    }

    private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
        rotated(lane &+ input &* primes.1, 31) &* primes.0
    }

    private static func rotated(_ number: UInt64, _ by: UInt64) -> UInt64 { (number << by) | (number >> (64 - by)) }

    private static func rotated(_ lanes: SIMD4<UInt64>, _ by: UInt64) -> SIMD4<UInt64> { (lanes &<< by) | (lanes &>> (64 - by)) }
}
