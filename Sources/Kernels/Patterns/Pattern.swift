import Diagnostics
import Synchronization
import Values

/// A regular expression in Python's syntax and with Python's meaning, run by PCRE2 under limits.
///
/// A pattern is parsed once, as CPython 3.11 parses it, and written anew for PCRE2. It is compiled when it is first used: for
/// ASCII and for other texts apart, and to machine code only where enough cells wait. Patterns can be shared by threads.
public final class Pattern: Sendable {
    /// Where a match may lie, as Python's three functions have it.
    public enum Mode: Int, Sendable {
        /// Anywhere.
        case search
        /// At the start.
        case match
        /// The whole text.
        case fullmatch
    }

    public let source: Text
    /// The flags given and those that the pattern sets for itself.
    public let flags: Flags
    public let groupCount: Int
    /// Named groups, by number.
    public let groupNames: [(name: String, number: Int)]
    /// The bytes that the pattern matches, where it has no operators and heeds case: found without an engine.
    public let literal: Text?

    private let tree: Tree
    private let codes = Mutex<[Int: PatternCode]>([:])

    /// The tree, immutable behind a class.
    private final class Tree: Sendable {
        nonisolated(unsafe) let value: PatternTree
        init(_ value: PatternTree) { self.value = value }
    }

    /// Parses a pattern. `Pattern.compile` keeps what it has parsed before.
    public init(_ source: Text, flags: Flags = []) throws(Failure) {
        let parsed = try PatternParser.parse(source, flags: flags)
        guard !parsed.flags.contains(.template) else {
            throw Failure(.unsupportedArgument, "the flag TEMPLATE is not supported")
        }
        self.source = source
        self.flags = parsed.flags
        groupCount = parsed.groupWidths.count - 1
        groupNames = parsed.names.map { (name: $0.key, number: $0.value) }.sorted { $0.number < $1.number }
        literal = Pattern.literal(parsed)
        tree = Tree(parsed)
    }

    private static func literal(_ tree: PatternTree) -> Text? {
        var scalars = String.UnicodeScalarView()
        for node in tree.nodes {
            guard case .literal(let value) = node, let scalar = Unicode.Scalar(value) else { return nil }
            if tree.flags.contains(.ignoreCase), Unicode14.isCased(scalar) || value >= 128 { return nil }
            scalars.append(scalar)
        }
        return Text(String(scalars))
    }

    public func number(ofGroup name: String) -> Int? {
        groupNames.first { $0.name == name }?.number
    }

    /// A matcher for about so many cells; its own to the thread that uses it.
    public func matcher(_ mode: Mode = .search, cells: Int = 1) -> Matcher {
        Matcher(self, mode, jit: cells >= Pattern.cellsForJIT)
    }

    /// From how many cells on compiling to machine code pays: it costs as much as matching some hundred short cells.
    public static let cellsForJIT = 256

    /// The program for these conditions, compiled when it is first asked for.
    func code(plain: Bool, mode: Mode, jit: Bool) throws(Failure) -> PatternCode {
        let key = mode.rawValue << 2 | (plain ? 2 : 0) | (jit ? 1 : 0)
        if let known = codes.withLock({ $0[key] }) { return known }
        let made = try PatternCode(PatternEmitter.emit(tree.value, plain: plain), plain: plain, mode: mode, jit: jit)
        codes.withLock { $0[key] = made }
        return made
    }

    // MARK: Cache

    private struct Key: Hashable {
        var source: Text
        var flags: Flags
    }

    private static let cache = Mutex<[Key: Pattern]>([:])
    private static let cacheLimit = 512

    /// The pattern for this source and these flags, from the cache where it was used before.
    ///
    /// The cache forgets everything when it is full: queries use few patterns, and a batch repeats them.
    public static func compile(_ source: Text, flags: Flags = []) throws(Failure) -> Pattern {
        let key = Key(source: source, flags: flags)
        if let known = cache.withLock({ $0[key] }) { return known }
        let made = try Pattern(source, flags: flags)
        cache.withLock { patterns in
            if patterns.count >= cacheLimit { patterns.removeAll(keepingCapacity: true) }
            patterns[key] = made
        }
        return made
    }
}
