import Diagnostics
import Values

/// Writes a tree in PCRE2's syntax: nothing of the original spelling is left, so that no PCRE2 feature unknown to Python gets in.
///
/// PCRE2 is told that a dot matches everything, that `^` may match behind a final newline, and that only `\n` ends a line;
/// each node then says itself what it means. `plain` is for subjects that are known to be ASCII: no UTF-8 and no Unicode
/// properties, which is faster, and code points beyond 127 cannot occur.
struct PatternEmitter {
    let plain: Bool
    private(set) var out: [UInt8] = []
    /// Whether PCRE2 ignores case at this place.
    private var caseless = false

    static func emit(_ tree: PatternTree, plain: Bool) throws(Failure) -> [UInt8] {
        var emitter = PatternEmitter(plain: plain)
        try emitter.emitScoped(tree.nodes, tree.flags)
        return emitter.out
    }

    init(plain: Bool) { self.plain = plain }

    private mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { out.append(contentsOf: $0) }
    }

    // MARK: Structure

    /// A run of nodes in a group of its own where case is ignored otherwise than around it.
    private mutating func emitScoped(_ nodes: [PatternNode], _ flags: Pattern.Flags) throws(Failure) {
        let wanted = flags.contains(.ignoreCase) && (plain || !flags.contains(.ascii))
        guard wanted != caseless else { return try emit(nodes, flags) }
        let outer = caseless
        caseless = wanted
        if wanted { write("(?i:") } else { write("(?-i:") }
        try emit(nodes, flags)
        write(")")
        caseless = outer
    }

    private mutating func emit(_ nodes: [PatternNode], _ flags: Pattern.Flags) throws(Failure) {
        for node in nodes { try emit(node, flags) }
    }

    private mutating func emit(_ node: PatternNode, _ flags: Pattern.Flags) throws(Failure) {
        switch node {
        case .literal(let value): emitLiteral(value, flags)
        case .any: if flags.contains(.dotAll) { write(".") } else { write("\\N") }
        case .set(let negated, let items): emitSet(negated, items, flags)
        case .at(let anchor): emit(anchor, flags)
        case .branch(let branches): try emitBranches(branches, flags)
        case .group(nil, let adding, let removing, let inner): try emitGroup(inner, flags.combined(adding: adding, removing: removing))
        case .group(.some, _, _, let inner): try enclose("(", inner, flags)
        case .atomic(let inner): try enclose("(?>", inner, flags)
        case .repetition(let least, let most, let greed, let inner): try emitRepetition(least, most, greed, inner, flags)
        case .look(let ahead, let negated, let inner): try emitLook(ahead, negated, inner, flags)
        case .backReference(let number): out += Array("\\g{\(number)}".utf8)
        case .condition(let group, let yes, let no): try emitCondition(group, yes, no, flags)
        }
    }

    private mutating func enclose(_ opening: StaticString, _ nodes: [PatternNode], _ flags: Pattern.Flags) throws(Failure) {
        write(opening)
        try emit(nodes, flags)
        write(")")
    }

    private mutating func emitGroup(_ nodes: [PatternNode], _ flags: Pattern.Flags) throws(Failure) {
        write("(?:")
        try emitScoped(nodes, flags)
        write(")")
    }

    private mutating func emitBranches(_ branches: [[PatternNode]], _ flags: Pattern.Flags) throws(Failure) {
        // A group of its own, for the branches may stand beside other nodes.
        write("(?:")
        for (at, branch) in branches.enumerated() {
            if at > 0 { write("|") }
            try emit(branch, flags)
        }
        write(")")
    }

    private mutating func emitLook(_ ahead: Bool, _ negated: Bool, _ nodes: [PatternNode], _ flags: Pattern.Flags) throws(Failure) {
        switch (ahead, negated) {
        case (true, false): try enclose("(?=", nodes, flags)
        case (true, true): try enclose("(?!", nodes, flags)
        case (false, false): try enclose("(?<=", nodes, flags)
        case (false, true): try enclose("(?<!", nodes, flags)
        }
    }

    private mutating func emitCondition(
        _ group: Int, _ yes: [PatternNode], _ no: [PatternNode]?, _ flags: Pattern.Flags
    ) throws(Failure) {
        out += Array("(?(\(group))".utf8)
        try emit(yes, flags)
        if let no {
            write("|")
            try emit(no, flags)
        }
        write(")")
    }

    // MARK: Repetition

    /// PCRE2's largest count.
    private static let countLimit = 65_535

    private mutating func emitRepetition(
        _ least: Int, _ most: Int?, _ greed: PatternGreed, _ nodes: [PatternNode], _ flags: Pattern.Flags
    ) throws(Failure) {
        guard least <= PatternEmitter.countLimit, most ?? 0 <= PatternEmitter.countLimit else {
            throw Failure(.patternLimit, "a pattern repeats at most \(PatternEmitter.countLimit) times")
        }
        write("(?:")
        let bare = out.count
        try emit(nodes, flags)
        if nodes.count == 1, nodes[0].isUnit { out.removeSubrange(bare - 3..<bare) } else { write(")") }
        switch (least, most) {
        case (0, nil): write("*")
        case (1, nil): write("+")
        case (0, 1): write("?")
        case (let least, nil): out += Array("{\(least),}".utf8)
        case (let least, .some(let most)): out += Array((least == most ? "{\(least)}" : "{\(least),\(most)}").utf8)
        }
        switch greed {
        case .greedy: break
        case .lazy: write("?")
        case .possessive: write("+")
        }
    }

    // MARK: Anchors

    private mutating func emit(_ anchor: PatternAnchor, _ flags: Pattern.Flags) {
        switch anchor {
        case .lineStart: if flags.contains(.multiline) { write("(?m:^)") } else { write("\\A") }
        case .lineEnd: if flags.contains(.multiline) { write("(?m:$)") } else { write("$") }
        case .textStart: write("\\A")
        case .textEnd: write("\\z")
        case .boundary: emitBoundary(true, flags)
        case .notBoundary: emitBoundary(false, flags)
        }
    }

    /// Python's `\B` does not match in an empty text; under its ASCII flag only ASCII letters make words.
    private mutating func emitBoundary(_ there: Bool, _ flags: Pattern.Flags) {
        guard flags.contains(.ascii), !plain else {
            if there { write("\\b") } else { write("(?:\\B(?!\\A\\z))") }
            return
        }
        if there {
            write("(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))")
        } else {
            write("(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_])(?!\\A\\z))")
        }
    }

    // MARK: Code points

    private mutating func emitLiteral(_ value: UInt32, _ flags: Pattern.Flags) {
        if flags.contains(.ignoreCase), !plain, PatternCase.needsSet(value, flags) {
            return emitSet(false, [.range(value, value)], flags)
        }
        if canOccur(value) { writeCodePoint(value) } else { write("(?!)") }
    }

    /// A lone surrogate occurs in no text, and nothing beyond 127 in a plain one.
    private func canOccur(_ value: UInt32) -> Bool {
        plain ? value < 128 : Unicode.Scalar(value) != nil
    }

    /// The code point itself where it means only itself, in sets too.
    private mutating func writeCodePoint(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        if value >= 128 {
            out.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
        } else if value < 32 || value == 127 {
            out += Array("\\x{\(String(value, radix: 16))}".utf8)
        } else {
            let byte = UInt8(value)
            if !ASCII.isAlpha(byte), !ASCII.isDigit(byte), byte != 32, byte != UInt8(ascii: "_") { write("\\") }
            out.append(byte)
        }
    }

    private mutating func emitSet(_ negated: Bool, _ items: [PatternSetItem], _ flags: Pattern.Flags) {
        let start = out.count
        if negated { write("[^") } else { write("[") }
        let empty = out.count
        for item in items { emit(item, flags) }
        if out.count > empty { return write("]") }
        // Nothing in the set can occur here.
        out.removeSubrange(start...)
        if negated { write(".") } else { write("(?!)") }
    }

    private mutating func emit(_ item: PatternSetItem, _ flags: Pattern.Flags) {
        switch item {
        case .range(let low, let high):
            writeRange(low, high)
            if flags.contains(.ignoreCase), !plain { writePartners(low, high, flags) }
        case .category(let category): write(category, flags)
        }
    }

    private mutating func writeRange(_ low: UInt32, _ high: UInt32) {
        // Ranges leave out what cannot occur: beyond ASCII, or the surrogates at an end.
        let first = (0xD800...0xDFFF).contains(low) ? 0xE000 : low
        let last = plain ? min(high, 127) : (0xD800...0xDFFF).contains(high) ? 0xD7FF : high
        guard first <= last else { return }
        writeCodePoint(first)
        guard first < last else { return }
        write("-")
        writeCodePoint(last)
    }

    /// The other case of letters, where PCRE2 does not see to it as Python does.
    private mutating func writePartners(_ low: UInt32, _ high: UInt32, _ flags: Pattern.Flags) {
        guard flags.contains(.ascii) else {
            for value in PatternCase.partners(of: low, high) { writeCodePoint(value) }
            return
        }
        let (lower, upper): (UInt32, UInt32) = (97, 65)
        for (from, to) in [(lower, upper), (upper, lower)] {
            let first = max(low, from)
            let last = min(high, from + 25)
            if first <= last { writeRange(first - from + to, last - from + to) }
        }
    }

    private mutating func write(_ category: PatternCategory, _ flags: Pattern.Flags) {
        let ascii = flags.contains(.ascii)
        switch category {
        case .digit: if ascii { write("0-9") } else { write("\\d") }
        case .notDigit: if ascii { write("\\x{0}-\\/\\:-"); writeLast() } else { write("\\D") }
        case .word: if ascii { write("0-9A-Za-z_") } else { write("\\w") }
        case .notWord: if ascii { write("\\x{0}-\\/\\:-\\@\\[-\\^\\`\\{-"); writeLast() } else { write("\\W") }
        case .space: writeSpaces(ascii)
        case .notSpace: writeNoSpaces(ascii)
        }
    }

    /// The last code point that can occur.
    private mutating func writeLast() {
        if plain { write("\\x{7f}") } else { write("\\x{10ffff}") }
    }

    /// Python's blanks: PCRE2's lack the information separators, and have U+180E.
    private mutating func writeSpaces(_ ascii: Bool) {
        write("\\x{9}-\\x{d} ")
        if ascii { return }
        write("\\x{1c}-\\x{1f}")
        if !plain { write("\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}") }
    }

    private mutating func writeNoSpaces(_ ascii: Bool) {
        write("\\x{0}-\\x{8}\\x{e}-")
        if ascii { write("\\x{1f}\\!-") } else { write("\\x{1b}\\!-") }
        if ascii || plain { return writeLast() }
        write("\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}")
        write("\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{10ffff}")
    }
}

extension PatternCase {
    /// Whether a literal needs a set to match all its cases.
    fileprivate static func needsSet(_ value: UInt32, _ flags: Pattern.Flags) -> Bool {
        if flags.contains(.ascii) { return value < 128 && ASCII.isAlpha(UInt8(value)) }
        return group(of: value) != nil
    }
}

extension PatternNode {
    /// Whether a quantifier can stand behind it without brackets around it.
    fileprivate var isUnit: Bool {
        switch self {
        case .literal, .any, .set, .group, .atomic, .look, .backReference, .condition, .branch: true
        case .at, .repetition: false
        }
    }
}
