/// Words around the code.
extension Normalizer {
    private static let labels: Set<String> = [
        "answer", "code", "expression", "output", "pandas", "pandas code", "pandas query", "python", "python code", "query", "result", "solution",
    ]

    /// `Query: df.a > 1` is a name with an annotation to Python; nobody means that.
    mutating func stripLabel() {
        let range = content
        guard let line = lines(range).first, let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else { return }
        let label = text(line.lowerBound..<colon).lowercased().filter { $0.isLetter || $0 == " " }
        guard Normalizer.labels.contains(label) else { return }
        var end = colon + 1
        while end < line.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
        strip(range.lowerBound..<end, "the label before the code")
    }

    /// Drops as few lines of prose as makes the rest a query: from the top, from the bottom, or both.
    mutating func stripProse() {
        guard !parses(bytes) else { return }
        let lines = self.lines(content).filter { !trimmed($0).isEmpty }
        let top = lines.prefix { isProse($0) }.count
        let bottom = min(lines.reversed().prefix { isProse($0) }.count, lines.count - top)
        guard let (before, after) = fewest(lines, top, bottom) else { return }
        if before > 0 { strip(lines[0].lowerBound..<lines[before - 1].upperBound, "what stands before the code") }
        if after > 0 { strip(lines[lines.count - after].lowerBound..<bytes.count, "what follows the code") }
    }

    /// At most this many lines are tried at each end; what is longer is no query with words around it.
    private static let most = 12

    private func fewest(_ lines: [Range<Int>], _ top: Int, _ bottom: Int) -> (Int, Int)? {
        let tries = (0...min(top, Normalizer.most)).flatMap { before in (0...min(bottom, Normalizer.most)).map { (before, $0) } }
        return tries.sorted { $0.0 + $0.1 < $1.0 + $1.1 }.first { before, after in
            guard before + after > 0, before + after < lines.count else { return false }
            var copy = self
            if before > 0 { copy.blank(lines[0].lowerBound..<lines[before - 1].upperBound) }
            if after > 0 { copy.blank(lines[lines.count - after].lowerBound..<bytes.count) }
            return parses(copy.bytes)
        }
    }

    /// Whether a line is a sentence: it begins in upper case or ends in a full stop or a colon, is nearly all words, and holds nothing that code
    /// assigns, compares or subscripts with. Broken code must not pass for prose: leaving it out would answer another question.
    private func isProse(_ line: Range<Int>) -> Bool {
        let shown = trimmed(line)
        guard !bytes[shown].contains(where: { "=[]<>&|{}".utf8.contains($0) }), let last = bytes[shown].last else { return false }
        let words = text(shown).split(separator: " ").map { $0.filter { !".,:;!?'\"()*_#-`".contains($0) } }.filter { !$0.isEmpty }
        guard let first = words.first, Keyword(rawValue: String(first)) == nil else { return false }
        let isSentence = ".:!?".utf8.contains(last) || first.first?.isUppercase == true
        let plain = words.count { $0.allSatisfy { $0.isLetter } }
        return isSentence && plain * 3 >= words.count * 2 && (words.count > 1 || last == UInt8(ascii: ":") || last == UInt8(ascii: "!"))
    }
}
