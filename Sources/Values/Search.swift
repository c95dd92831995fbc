#if canImport(Glibc)
    import Glibc
#endif

extension Text {
    /// Whether the bytes of another text occur in this one: Python's `in`.
    public func contains(_ wanted: Text) -> Bool {
        guard wanted.count > 0 else { return true }
        guard wanted.count <= count else { return false }
        var at = UnsafeMutableRawPointer(storage.base + Int(start))
        let needle = wanted.storage.base + Int(wanted.start)
        let end = at + Int(count) - Int(wanted.count)
        while at <= end, let found = memchr(at, Int32(needle[0]), end - at + 1) {
            if memcmp(found, needle, Int(wanted.count)) == 0 { return true }
            at = found + 1
        }
        return false
    }
}
