import Diagnostics
import Values

/// `in`, `find`, `rfind`, `index`, `rindex`, `count`, `startswith`, `endswith`. Positions are code points, as Python counts them.
extension Text {
    /// `part in self`
    public func contains(_ part: Text) -> Bool {
        withBytes { bytes in part.withBytes { bytes.position(of: $0) != nil } }
    }

    public func starts(with prefix: Text) -> Bool {
        withBytes { bytes in prefix.withBytes { bytes.hasPrefix($0) } }
    }

    public func ends(with suffix: Text) -> Bool {
        withBytes { bytes in suffix.withBytes { bytes.count >= $0.count && bytes.hasPrefix($0, at: bytes.count - $0.count) } }
    }

    /// `startswith` with several prefixes, and Python's optional bounds.
    public func startsWith(_ prefixes: [Text], start: Int? = nil, end: Int? = nil) -> Bool {
        guard let window = window(start, end) else { return false }
        return prefixes.contains { window.text.starts(with: $0) }
    }

    /// `endswith` with several suffixes, and Python's optional bounds.
    public func endsWith(_ suffixes: [Text], start: Int? = nil, end: Int? = nil) -> Bool {
        guard let window = window(start, end) else { return false }
        return suffixes.contains { window.text.ends(with: $0) }
    }

    /// The first place of `part` within the bounds, or -1.
    public func find(_ part: Text, start: Int? = nil, end: Int? = nil) -> Int {
        guard let window = window(start, end) else { return -1 }
        let hit = window.text.withBytes { bytes in part.withBytes { bytes.position(of: $0) } }
        return hit.map { window.start + window.text.codePoint(atByte: $0) } ?? -1
    }

    /// The last place of `part` within the bounds, or -1.
    public func rfind(_ part: Text, start: Int? = nil, end: Int? = nil) -> Int {
        guard let window = window(start, end) else { return -1 }
        let hit = window.text.withBytes { bytes in part.withBytes { bytes.lastPosition(of: $0, to: bytes.count) } }
        return hit.map { window.start + window.text.codePoint(atByte: $0) } ?? -1
    }

    /// `find`, with Python's ValueError where there is none.
    public func index(of part: Text, start: Int? = nil, end: Int? = nil) throws(Failure) -> Int {
        try found(find(part, start: start, end: end))
    }

    public func rindex(of part: Text, start: Int? = nil, end: Int? = nil) throws(Failure) -> Int {
        try found(rfind(part, start: start, end: end))
    }

    /// `count`: how often `part` occurs without overlap; an empty one occurs between all code points.
    public func occurrences(of part: Text, start: Int? = nil, end: Int? = nil) -> Int {
        guard let window = window(start, end) else { return 0 }
        if part.isEmpty { return window.text.length + 1 }
        return window.text.withBytes { bytes in
            part.withBytes { needle in
                var total = 0
                var from = 0
                while let hit = bytes.position(of: needle, from: from) {
                    total += 1
                    from = hit + needle.count
                }
                return total
            }
        }
    }

    private func found(_ position: Int) throws(Failure) -> Int {
        guard position >= 0 else { throw Failure(.valueError, "substring not found") }
        return position
    }

    /// The part between Python's optional bounds; nil where the start lies behind the end, which not even an empty text is found in.
    private func window(_ start: Int?, _ end: Int?) -> (text: Text, start: Int)? {
        if start == nil && end == nil { return (self, 0) }
        let length = length
        var to = end ?? length
        if to > length { to = length } else if to < 0 { to = max(to + length, 0) }
        var from = start ?? 0
        if from < 0 { from = max(from + length, 0) }
        guard from <= to else { return nil }
        return (slice(byteOffset(ofCodePoint: from), byteOffset(ofCodePoint: to)), from)
    }
}
