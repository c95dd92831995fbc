extension Pattern {
    /// Python's flags, with the numbers of its `re` module, so that `flags=re.I | re.M` or `flags=2` can be taken as they are.
    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let template = Flags(rawValue: 1)
        public static let ignoreCase = Flags(rawValue: 2)
        public static let locale = Flags(rawValue: 4)
        public static let multiline = Flags(rawValue: 8)
        public static let dotAll = Flags(rawValue: 16)
        public static let unicode = Flags(rawValue: 32)
        public static let verbose = Flags(rawValue: 64)
        public static let ascii = Flags(rawValue: 256)

        /// The flags of which only one can hold.
        static let types: Flags = [.ascii, .locale, .unicode]

        /// The flag that a letter stands for inside a pattern.
        init?(letter: Unicode.Scalar) {
            switch letter {
            case "i": self = .ignoreCase
            case "L": self = .locale
            case "m": self = .multiline
            case "s": self = .dotAll
            case "x": self = .verbose
            case "a": self = .ascii
            case "t": self = .template
            case "u": self = .unicode
            default: return nil
            }
        }

        /// The flags inside a group that adds some and removes some.
        func combined(adding: Flags, removing: Flags) -> Flags {
            let kept = adding.isDisjoint(with: .types) ? self : subtracting(.types)
            return kept.union(adding).subtracting(removing)
        }
    }
}
