import CPCRE2
import Diagnostics
import Values

/// Runs a pattern over texts one after the other, without an allocation per text. Not for several threads at once.
public final class Matcher {
    public let pattern: Pattern
    private let mode: Pattern.Mode
    private let jit: Bool
    private var plainCode: PatternCode?
    private var fullCode: PatternCode?
    private let data: OpaquePointer?
    private let context: OpaquePointer?
    private let offsets: UnsafeMutablePointer<Int>?
    /// Where a pattern without operators was found.
    private var literalStart = 0
    private var literalEnd = 0

    /// How often PCRE2 may try before it gives up: a budget a cell, which long cells enlarge.
    ///
    /// One try costs about ten nanoseconds, so a cell of a few bytes is given up after some milliseconds.
    static let matchLimit = 500_000
    static let matchLimitPerByte = 64
    /// Nested tries, and kibibytes of memory for them.
    static let depthLimit: UInt32 = 100_000
    static let heapLimit: UInt32 = 65_536

    init(_ pattern: Pattern, _ mode: Pattern.Mode, jit: Bool) {
        self.pattern = pattern
        self.mode = mode
        self.jit = jit
        if pattern.literal == nil || mode != .search {
            data = pcre2_match_data_create_8(UInt32(pattern.groupCount + 1), nil)
            context = pcre2_match_context_create_8(nil)
        } else {
            data = nil
            context = nil
        }
        offsets = data.map { UnsafeMutableRawPointer(pcre2_get_ovector_pointer_8($0)).assumingMemoryBound(to: Int.self) }
        if let context {
            pcre2_set_depth_limit_8(context, Matcher.depthLimit)
            pcre2_set_heap_limit_8(context, Matcher.heapLimit)
        }
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
    }

    /// Whether the text has a match: the test that a column of cells is put to.
    @inline(__always) public func contains(_ text: Text) throws(Failure) -> Bool {
        try text.withBytes { bytes throws(Failure) in try contains(bytes, isASCII: text.isKnownASCII) }
    }

    /// The same for bytes of valid UTF-8; `isASCII` where all of them are known to be below 128.
    public func contains(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) throws(Failure) -> Bool {
        try find(bytes, isASCII: isASCII, from: 0, notEmpty: false)
    }

    /// The first match at or after a byte offset; `notEmpty` refuses an empty one right there.
    public func find(_ text: Text, from: Int = 0, notEmpty: Bool = false) throws(Failure) -> Bool {
        try text.withBytes { bytes throws(Failure) in
            try find(bytes, isASCII: text.isKnownASCII, from: from, notEmpty: notEmpty)
        }
    }

    /// The bytes that a group of the last match took, as offsets into the text; -1 twice where it took part in none.
    @inline(__always) public func range(_ group: Int) -> (start: Int, end: Int) {
        guard let offsets else { return (literalStart, literalEnd) }
        return (offsets[2 * group], offsets[2 * group + 1])
    }

    /// What a group of the last match in `text` took, or nil.
    public func group(_ number: Int, of text: Text) -> Text? {
        let (start, end) = range(number)
        return start < 0 ? nil : text.slice(start, end)
    }

    /// The last match as a value of its own.
    public func match(in text: Text) -> Match {
        Match(text: text, ranges: (0...pattern.groupCount).map { range($0) }.map { $0.start < 0 ? nil : $0.start..<$0.end })
    }

    private func find(
        _ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, from: Int, notEmpty: Bool
    ) throws(Failure) -> Bool {
        guard let data, let context else { return findLiteral(bytes, from: from, notEmpty: notEmpty) }
        let code = try code(plain: isASCII)
        let options = PCRE2_NO_UTF_CHECK | (notEmpty ? PCRE2_NOTEMPTY_ATSTART : 0)
        pcre2_set_match_limit_8(context, UInt32(clamping: Matcher.matchLimit + Matcher.matchLimitPerByte * bytes.count))
        var result = pcre2_match_8(code.pointer, bytes.baseAddress, bytes.count, from, options, data, context)
        if result == PCRE2_ERROR_JIT_STACKLIMIT {
            // The interpreter keeps its state on the heap, within the limit set.
            result = pcre2_match_8(code.pointer, bytes.baseAddress, bytes.count, from, options | PCRE2_NO_JIT, data, context)
        }
        if result == PCRE2_ERROR_NOMATCH { return false }
        guard result >= 0 else { throw Matcher.failure(result) }
        return true
    }

    private func findLiteral(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, notEmpty: Bool) -> Bool {
        guard let literal = pattern.literal else { return false }
        let start = literal.isEmpty && notEmpty ? Matcher.step(bytes, from) : from
        let hit = literal.withBytes { bytes.position(of: $0, from: start) }
        guard let hit else { return false }
        (literalStart, literalEnd) = (hit, hit + Int(literal.count))
        return true
    }

    /// The position of the next code point.
    private static func step(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
        position < bytes.count ? bytes.scalar(at: position).next : position + 1
    }

    private func code(plain: Bool) throws(Failure) -> PatternCode {
        if let known = plain ? plainCode : fullCode { return known }
        let made = try pattern.code(plain: plain, mode: mode, jit: jit)
        if plain { plainCode = made } else { fullCode = made }
        return made
    }

    private static func failure(_ code: Int32) -> Failure {
        switch code {
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT:
            Failure(
                .patternLimit, "the pattern takes too many steps on this text",
                helps: ["avoid repetitions inside repetitions, such as (a+)+"])
        default: Failure(.internalFault, "the pattern engine failed with code \(code)")
        }
    }
}

/// One match: the text, and the bytes of the whole and of every group.
public struct Match: Sendable {
    public let text: Text
    /// By group number; 0 is the whole, nil a group that took no part.
    public let ranges: [Range<Int>?]

    /// What a group took, or nil.
    public func group(_ number: Int) -> Text? {
        ranges[number].map { text.slice($0.lowerBound, $0.upperBound) }
    }
}
