/// Where Python and PCRE2 differ on which code points are one letter when case is ignored.
///
/// Both know Unicode 14. PCRE2 takes simple case folding; Python takes two code points for equal when their lower cases are,
/// or when their lower cases have one upper case. Compared over all code points, these four groups are all of the difference.
enum PatternCase {
    static let groups: [[UInt32]] = [
        [0x49, 0x69, 0x130, 0x131],  // I i İ ı
        [0x390, 0x1FD3],  // ΐ ΐ
        [0x3B0, 0x1FE3],  // ΰ ΰ
        [0xFB05, 0xFB06],  // ﬅ ﬆ
    ]

    /// The group that a code point is in, if any.
    static func group(of value: UInt32) -> [UInt32]? {
        groups.first { $0.contains(value) }
    }

    /// The members of the groups that a range of code points touches.
    static func partners(of low: UInt32, _ high: UInt32) -> [UInt32] {
        groups.filter { $0.contains { $0 >= low && $0 <= high } }.flatMap { $0 }
    }
}
