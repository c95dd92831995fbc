import Glibc
import Values

/// Finding bytes in bytes: the C library's vector search for the first byte, then a comparison.
///
/// Repetitive texts make that quadratic (`'a' * n in 'a' * m`), so after some wasted comparisons the search goes on with
/// Knuth, Morris and Pratt's, which is linear on any input.
extension UnsafeBufferPointer<UInt8> {
    /// The first place of `needle` at or after `from`, or nil. An empty needle is found at once.
    @inline(__always) func position(of needle: UnsafeBufferPointer<UInt8>, from: Int = 0) -> Int? {
        guard needle.count > 0 else { return from <= count ? from : nil }
        guard let base = baseAddress, let wanted = needle.baseAddress else { return nil }
        let last = count - needle.count
        var at = from
        var wasted = 0
        while at <= last {
            guard let hit = memchr(base + at, Int32(wanted[0]), last - at + 1) else { return nil }
            at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            if memcmp(base + at, wanted, needle.count) == 0 { return at }
            at += 1
            wasted += needle.count
            if wasted > 4096 + 8 * (at - from) { return linearPosition(of: needle, from: at) }
        }
        return nil
    }

    private func linearPosition(of needle: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        let borders = needle.borders
        var matched = 0
        var at = from
        while at < count {
            while matched > 0, self[at] != needle[matched] { matched = borders[matched - 1] }
            if self[at] == needle[matched] { matched += 1 }
            at += 1
            if matched == needle.count { return at - matched }
        }
        return nil
    }

    /// For each prefix, the length of its longest proper prefix that is also its suffix.
    private var borders: [Int] {
        var all = [Int](repeating: 0, count: count)
        var length = 0
        for at in indices.dropFirst() {
            while length > 0, self[at] != self[length] { length = all[length - 1] }
            if self[at] == self[length] { length += 1 }
            all[at] = length
        }
        return all
    }

    /// The last place of `needle` that ends at or before `to`, or nil.
    func lastPosition(of needle: UnsafeBufferPointer<UInt8>, to: Int) -> Int? {
        guard let base = baseAddress, let wanted = needle.baseAddress, needle.count > 0 else { return needle.isEmpty ? to : nil }
        let final = needle.count - 1
        var at = to - needle.count
        while at >= 0 {
            if base[at] == wanted[0], base[at + final] == wanted[final], memcmp(base + at, wanted, needle.count) == 0 { return at }
            at -= 1
        }
        return nil
    }
}
