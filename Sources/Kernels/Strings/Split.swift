import Diagnostics
import Values

/// `split`, `rsplit`, `splitlines`, `partition`, `rpartition`, `join`: pieces are slices of the text, never copies.
extension Text {
    /// `split(sep, maxsplit)`: without a separator at runs of blanks, with none empty. A negative limit is none.
    public func split(_ separator: Text? = nil, limit: Int = -1) throws(Failure) -> [Text] {
        guard let separator else { return splitAtBlanks(limit: limit) }
        try Text.check(separator: separator)
        return withBytes { bytes in
            separator.withBytes { needle in
                var pieces: [Text] = []
                var from = 0
                while pieces.count != limit, let hit = bytes.position(of: needle, from: from) {
                    pieces.append(slice(from, hit))
                    from = hit + needle.count
                }
                pieces.append(slice(from, bytes.count))
                return pieces
            }
        }
    }

    /// `rsplit(sep, maxsplit)`: as `split`, counting the limit from the right.
    public func rsplit(_ separator: Text? = nil, limit: Int = -1) throws(Failure) -> [Text] {
        guard limit >= 0 else { return try split(separator) }
        guard let separator else { return rsplitAtBlanks(limit: limit) }
        try Text.check(separator: separator)
        return withBytes { bytes in
            separator.withBytes { needle in
                var pieces: [Text] = []
                var to = bytes.count
                while pieces.count != limit, let hit = bytes.lastPosition(of: needle, to: to) {
                    pieces.append(slice(hit + needle.count, to))
                    to = hit
                }
                pieces.append(slice(0, to))
                return pieces.reversed()
            }
        }
    }

    private func splitAtBlanks(limit: Int) -> [Text] {
        withBytes { bytes in
            var pieces: [Text] = []
            var at = bytes.skipping(from: 0, blanks: true)
            while at < bytes.count {
                if pieces.count == limit {
                    pieces.append(slice(at, bytes.count).rstrip())
                    break
                }
                let end = bytes.skipping(from: at, blanks: false)
                pieces.append(slice(at, end))
                at = bytes.skipping(from: end, blanks: true)
            }
            return pieces
        }
    }

    private func rsplitAtBlanks(limit: Int) -> [Text] {
        withBytes { bytes in
            var pieces: [Text] = []
            var at = bytes.skippingBack(from: bytes.count, blanks: true)
            while at > 0 {
                if pieces.count == limit {
                    pieces.append(slice(0, at).lstrip())
                    break
                }
                let start = bytes.skippingBack(from: at, blanks: false)
                pieces.append(slice(start, at))
                at = bytes.skippingBack(from: start, blanks: true)
            }
            return pieces.reversed()
        }
    }

    /// `splitlines(keepends)`: at all of Python's line ends, `\r\n` being one.
    public func splitLines(keepEnds: Bool = false) -> [Text] {
        withBytes { bytes in
            var lines: [Text] = []
            var start = 0
            var at = 0
            while at < bytes.count {
                let (scalar, next) = bytes.scalar(at: at)
                defer { at = max(at, next) }
                guard scalar.isLineEnd else { continue }
                let end = scalar == "\r" && next < bytes.count && bytes[next] == 10 ? next + 1 : next
                lines.append(slice(start, keepEnds ? end : at))
                start = end
                at = end
            }
            if start < bytes.count { lines.append(slice(start, bytes.count)) }
            return lines
        }
    }

    /// `partition(sep)`: before, separator, after; all of it and two empty texts where there is none.
    public func partition(_ separator: Text) throws(Failure) -> (Text, Text, Text) {
        try Text.check(separator: separator)
        let hit = withBytes { bytes in separator.withBytes { bytes.position(of: $0) } }
        guard let hit else { return (self, .empty, .empty) }
        return cut(at: hit, separator)
    }

    /// `rpartition(sep)`: as `partition` at the last separator; two empty texts and all of it where there is none.
    public func rpartition(_ separator: Text) throws(Failure) -> (Text, Text, Text) {
        try Text.check(separator: separator)
        let hit = withBytes { bytes in separator.withBytes { bytes.lastPosition(of: $0, to: bytes.count) } }
        guard let hit else { return (.empty, .empty, self) }
        return cut(at: hit, separator)
    }

    /// `self.join(pieces)`
    public func join(_ pieces: [Text]) throws(Failure) -> Text {
        let total = pieces.reduce(pieces.isEmpty ? 0 : (pieces.count - 1) * Int(count)) { $0 + Int($1.count) }
        try Text.check(size: total)
        return Text.written(bytes: total) { out in
            for (at, piece) in pieces.enumerated() {
                if at > 0 { out.append(self) }
                out.append(piece)
            }
        }
    }

    private func cut(at hit: Int, _ separator: Text) -> (Text, Text, Text) {
        let end = hit + Int(separator.count)
        return (slice(0, hit), slice(hit, end), slice(end, Int(count)))
    }

    private static func check(separator: Text) throws(Failure) {
        if separator.isEmpty { throw Failure(.valueError, "empty separator") }
    }
}

extension Unicode.Scalar {
    /// What `str.splitlines` takes for the end of a line.
    fileprivate var isLineEnd: Bool {
        switch value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first position from `from` on whose code point is a blank, or is none.
    @inline(__always) fileprivate func skipping(from: Int, blanks: Bool) -> Int {
        var at = from
        while at < count {
            let (scalar, next) = scalar(at: at)
            guard Unicode14.isSpace(scalar) == blanks else { break }
            at = next
        }
        return at
    }

    @inline(__always) fileprivate func skippingBack(from: Int, blanks: Bool) -> Int {
        var at = from
        while at > 0 {
            let (scalar, start) = scalar(before: at)
            guard Unicode14.isSpace(scalar) == blanks else { break }
            at = start
        }
        return at
    }
}
