import Diagnostics
import Values

/// `replace`, `translate`, `*`: the methods that can make a text longer than its parts, and so check the size before the work.
extension Text {
    /// The longest text that a method makes: 256 MiB.
    public static let largest = 1 << 28

    static func check(size: Int) throws(Failure) {
        guard size <= largest else { throw Failure(.outputLimit, "the text would be longer than \(largest) bytes") }
    }

    /// `replace(old, new, count)`; a negative limit is none. An empty `old` stands before every code point and at the end.
    public func replace(_ old: Text, with new: Text, limit: Int = -1) throws(Failure) -> Text {
        guard limit != 0, old != new, old.isEmpty || contains(old) else { return self }
        return try Text.build(bytes: Int(count)) { (out: inout TextBuilder) throws(Failure) in
            try replace(old, with: new, limit: limit, into: &out)
        }
    }

    public func replace(_ old: Text, with new: Text, limit: Int = -1, into out: inout TextBuilder) throws(Failure) {
        if new.count > old.count {
            let sites = occurrences(of: old)
            let growth = Int(new.count - old.count).multipliedReportingOverflow(by: limit < 0 ? sites : min(limit, sites))
            try Text.check(size: growth.overflow ? .max : growth.partialValue.addingReportingOverflow(Int(count)).partialValue)
        }
        if old.isEmpty { return interleave(new, limit: limit, into: &out) }
        withBytes { bytes in
            old.withBytes { needle in
                var from = 0
                var done = 0
                while done != limit, let hit = bytes.position(of: needle, from: from) {
                    out.append(Bytes(rebasing: bytes[from..<hit]))
                    out.append(new)
                    from = hit + needle.count
                    done += 1
                }
                out.append(Bytes(rebasing: bytes[from...]))
            }
        }
    }

    private func interleave(_ new: Text, limit: Int, into out: inout TextBuilder) {
        withBytes { bytes in
            var done = 0
            bytes.forEachScalar { scalar, _ in
                if done != limit {
                    out.append(new)
                    done += 1
                }
                out.append(scalar)
            }
            if done != limit { out.append(new) }
        }
    }

    /// `self * times`; less than one time is the empty text.
    public func repeated(_ times: Int) throws(Failure) -> Text {
        guard times > 0, !isEmpty else { return .empty }
        if times == 1 { return self }
        let total = Int(count).multipliedReportingOverflow(by: times)
        try Text.check(size: total.overflow ? .max : total.partialValue)
        return Text.written(bytes: total.partialValue) { out in
            for _ in 0..<times { out.append(self) }
        }
    }

    /// `translate` with a table as `maketrans` makes it: a code point without an entry stays, one with an empty entry goes.
    public func translate(_ table: [Unicode.Scalar: Text]) throws(Failure) -> Text {
        let longest = table.values.reduce(4) { max($0, Int($1.count)) }
        let most = longest.multipliedReportingOverflow(by: Int(count))
        try Text.check(size: most.overflow ? .max : most.partialValue)
        return Text.written(bytes: Int(count)) { out in
            withBytes { bytes in
                bytes.forEachScalar { scalar, _ in
                    if let other = table[scalar] { out.append(other) } else { out.append(scalar) }
                }
            }
        }
    }

    /// `str.maketrans(from, to, drop)`
    public static func translationTable(from: Text, to: Text, drop: Text = .empty) throws(Failure) -> [Unicode.Scalar: Text] {
        let (keys, values) = (from.scalars, to.scalars)
        guard keys.count == values.count else {
            throw Failure(.valueError, "the first two maketrans arguments must have equal length")
        }
        var table: [Unicode.Scalar: Text] = [:]
        for (key, value) in zip(keys, values) { table[key] = Text(String(value)) }
        for scalar in drop.scalars { table[scalar] = .empty }
        return table
    }
}
