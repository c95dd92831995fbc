/// Marks, tags, fences and prompts: wrappers with a form of their own.
extension Normalizer {
    mutating func stripByteOrderMark() {
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        blank(0..<3)
        note("a byte order mark", 0..<3)
    }

    private static let endMarks = ["<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|end|>", "</s>", "<eos>"]

    mutating func stripEndMarks() {
        while let mark = Normalizer.endMarks.first(where: { text(content).hasSuffix($0) }) {
            let end = content.upperBound
            strip(end - mark.utf8.count..<end, "the end-of-turn mark \(mark)")
        }
    }

    mutating func stripThinking() {
        let start = content.lowerBound
        guard hasPrefix("<think>", at: start), let end = firstRange(of: "</think>", in: start..<bytes.count) else { return }
        strip(start..<end.upperBound, "the model's thinking")
    }

    mutating func stripTags() {
        for tag in ["code", "answer", "query", "python"] {
            let (opener, closer, range) = ("<\(tag)>", "</\(tag)>", content)
            guard hasPrefix(opener, at: range.lowerBound) else { continue }
            strip(range.lowerBound..<range.lowerBound + opener.utf8.count, "the tag \(opener)")
            if let end = firstRange(of: closer, in: content) { strip(end.lowerBound..<bytes.count, "what follows the code") }
        }
    }

    // MARK: Fences

    private struct Fence {
        var opener: Range<Int>
        var inside: Range<Int>
        /// Where the closing fence's line ends.
        var end: Int
    }

    mutating func stripFences() {
        let fences = self.fences()
        guard let first = fences.first else { return }
        let fence = fences.first { parses(only($0.inside)) } ?? first
        strip(0..<fence.opener.lowerBound, "what stands before the code fence")
        strip(fence.opener, "the code fence")
        strip(fence.inside.upperBound..<bytes.count, "what follows the code")
    }

    private func only(_ range: Range<Int>) -> [UInt8] {
        var copy = self
        copy.blank(0..<range.lowerBound)
        copy.blank(range.upperBound..<bytes.count)
        return copy.bytes
    }

    private func fences() -> [Fence] {
        var fences: [Fence] = []
        var opened: (line: Range<Int>, mark: String)?
        for line in lines(bytes.indices) {
            let shown = trimmed(line)
            guard let mark = ["```", "~~~"].first(where: { hasPrefix($0, at: shown.lowerBound) && $0.utf8.count <= shown.count }) else { continue }
            if let open = opened {
                guard mark == open.mark else { continue }
                fences.append(Fence(opener: open.line, inside: open.line.upperBound..<line.lowerBound, end: line.upperBound))
                opened = nil
            } else if let inline = inlineFence(shown, mark) {
                fences.append(inline)
            } else {
                opened = (line, mark)
            }
        }
        if let open = opened { fences.append(Fence(opener: open.line, inside: open.line.upperBound..<bytes.count, end: bytes.count)) }
        return fences
    }

    /// A fence that opens and closes on one line: ` ```python df.a``` `.
    private func inlineFence(_ line: Range<Int>, _ mark: String) -> Fence? {
        let inside = line.lowerBound + mark.utf8.count..<line.upperBound
        guard let end = firstRange(of: mark, in: inside) else { return nil }
        let language = ["python", "py"].first { hasPrefix($0 + " ", at: inside.lowerBound) }?.utf8.count ?? 0
        let start = inside.lowerBound + language
        return Fence(opener: line.lowerBound..<start, inside: start..<end.lowerBound, end: end.upperBound)
    }

    mutating func stripBackquotes() {
        let range = content
        guard range.count > 2, bytes[range.lowerBound] == 96, bytes[range.upperBound - 1] == 96 else { return }
        let inside = range.lowerBound + 1..<range.upperBound - 1
        guard !bytes[inside].contains(96) else { return }
        strip(range.lowerBound..<inside.lowerBound, "a backquote")
        strip(inside.upperBound..<range.upperBound, "a backquote")
    }

    // MARK: Prompts

    mutating func stripPrompts() {
        guard hasPrefix(">>>", at: content.lowerBound) else { return }
        for line in lines(content.lowerBound..<bytes.count) {
            let shown = trimmed(line)
            if shown.isEmpty { continue }
            if hasPrefix(">>>", at: shown.lowerBound) || hasPrefix("...", at: shown.lowerBound) {
                strip(shown.lowerBound..<shown.lowerBound + 3, "a prompt")
            } else {
                strip(line, "the output of the code")
            }
        }
    }
}
