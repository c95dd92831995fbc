import Diagnostics
import Values

/// Python's `re` functions for one text. For columns, make one `matcher` and use its methods on every cell.
extension Pattern {
    /// `re.search`
    public func search(in text: Text) throws(Failure) -> Match? { try first(.search, text) }
    /// `re.match`
    public func match(_ text: Text) throws(Failure) -> Match? { try first(.match, text) }
    /// `re.fullmatch`
    public func fullmatch(_ text: Text) throws(Failure) -> Match? { try first(.fullmatch, text) }
    /// `re.findall`
    public func findall(in text: Text) throws(Failure) -> [Value] { try matcher().findall(in: text) }
    /// `re.split`
    public func split(_ text: Text, limit: Int = 0) throws(Failure) -> [Text?] { try matcher().split(text, limit: limit) }
    /// `re.sub`
    public func sub(_ template: PatternTemplate, in text: Text, limit: Int = 0) throws(Failure) -> Text {
        try matcher().sub(template, in: text, limit: limit)
    }

    private func first(_ mode: Mode, _ text: Text) throws(Failure) -> Match? {
        let matcher = matcher(mode)
        return try matcher.find(text) ? matcher.match(in: text) : nil
    }
}

extension Matcher {
    /// Every match from left to right, none overlapping. An empty match may touch the one before it, as since Python 3.7.
    /// `body` reads the match through `range` and `group`, and ends the walk by returning false.
    public func forEachMatch(in text: Text, _ body: () throws(Failure) -> Bool) throws(Failure) {
        var from = 0
        var wasEmpty = false
        while from <= Int(text.count), try find(text, from: from, notEmpty: wasEmpty) {
            let (start, end) = range(0)
            guard try body() else { return }
            from = end
            wasEmpty = start == end
        }
    }

    /// How many matches there are: pandas' `str.count`.
    public func count(in text: Text) throws(Failure) -> Int {
        var total = 0
        try forEachMatch(in: text) { () throws(Failure) in
            total += 1
            return true
        }
        return total
    }

    /// The matches: as texts, as the texts of the one group, or as tuples of the groups. A group that took no part is empty.
    public func findall(in text: Text) throws(Failure) -> [Value] {
        var found: [Value] = []
        let groups = pattern.groupCount
        try forEachMatch(in: text) { () throws(Failure) in
            if groups > 1 {
                found.append(.tuple((1...groups).map { .text(group($0, of: text) ?? .empty) }))
            } else {
                found.append(.text(group(groups, of: text) ?? .empty))
            }
            return true
        }
        return found
    }

    /// The pieces between matches, with the groups of each match between them; a limit of 0 is none.
    public func split(_ text: Text, limit: Int = 0) throws(Failure) -> [Text?] {
        var pieces: [Text?] = []
        var from = 0
        var done = 0
        guard limit >= 0 else { return [text] }
        try forEachMatch(in: text) { () throws(Failure) in
            let (start, end) = range(0)
            pieces.append(text.slice(from, start))
            for number in 0..<pattern.groupCount { pieces.append(group(number + 1, of: text)) }
            from = end
            done += 1
            return done != limit
        }
        pieces.append(text.slice(from, Int(text.count)))
        return pieces
    }

    /// The text with its matches replaced; a limit of 0 is none. The text itself where nothing matches.
    public func sub(_ template: PatternTemplate, in text: Text, limit: Int = 0) throws(Failure) -> Text {
        guard limit >= 0, try contains(text) else { return text }
        return try Text.build(bytes: Int(text.count)) { (out: inout TextBuilder) throws(Failure) in
            _ = try sub(template, in: text, limit: limit, into: &out)
        }
    }

    /// Writes the text with its matches replaced into a cell being built, and tells how many there were.
    @discardableResult
    public func sub(
        _ template: PatternTemplate, in text: Text, limit: Int = 0, into out: inout TextBuilder
    ) throws(Failure) -> Int {
        var from = 0
        var done = 0
        var at = 0
        var wasEmpty = false
        let start = out.byteCount
        while limit >= 0, at <= Int(text.count), try find(text, from: at, notEmpty: wasEmpty) {
            let whole = range(0)
            out.append(text.slice(from, whole.start))
            template.append(self, text, to: &out)
            try Text.check(size: out.byteCount - start)
            (from, at) = (whole.end, whole.end)
            wasEmpty = whole.start == whole.end
            done += 1
            if done == limit { break }
        }
        out.append(text.slice(from, Int(text.count)))
        return done
    }
}
