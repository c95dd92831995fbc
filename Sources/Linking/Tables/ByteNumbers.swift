/// Numbers for texts by their bytes, from 0, in the order they first come: a look-up makes no string.
struct ByteNumbers: Sendable {
    /// The number in each slot plus one; 0 where there is none. As many as a power of two.
    private var slots = [Int32](repeating: 0, count: 256)
    private var hashes: [UInt64] = []
    private var starts: [Int] = [0]
    private var bytes: [UInt8] = []

    var count: Int { hashes.count }

    /// The text's number, and whether it is a new one.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = ByteNumbers.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = Int(slots[slot]) - 1
            if hashes[known] == hash, isEqual(known, text) { return (known, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(clamping: hashes.count + 1)
        hashes.append(hash)
        bytes.append(contentsOf: text)
        starts.append(bytes.count)
        if hashes.count * 2 > slots.count { grow() }
        return (hashes.count - 1, true)
    }

    private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == text.count else { return false }
        return text.indices.allSatisfy { bytes[start + $0] == text[$0] }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(clamping: number + 1)
        }
    }

    /// FNV-1a, its upper bits mixed into the lower.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let hash = text.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }
}
