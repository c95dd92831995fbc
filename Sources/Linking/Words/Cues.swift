/// What a word says about the operation that is meant.
public struct Cues: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// `not`, `never`, `without`.
    public static let negation = Cues(rawValue: 1 << 0)
    /// `only`, `sole`.
    public static let only = Cues(rawValue: 1 << 1)
    /// `all`, `every`, `always`.
    public static let all = Cues(rawValue: 1 << 2)
    /// `most`, `majority`, `half`.
    public static let most = Cues(rawValue: 1 << 3)
    public static let average = Cues(rawValue: 1 << 4)
    /// `total`, `combined`.
    public static let sum = Cues(rawValue: 1 << 5)
    /// `same`, `tied`, `share`.
    public static let same = Cues(rawValue: 1 << 6)
    /// `common`, `often`: what occurs most.
    public static let mode = Cues(rawValue: 1 << 7)
    /// `difference`, `margin`, `gap`.
    public static let difference = Cues(rawValue: 1 << 8)
    /// `different`, `distinct`, `unique`.
    public static let distinct = Cues(rawValue: 1 << 9)
    /// `first`, `last`, `top`, `listed`: the order of the rows.
    public static let rowOrder = Cues(rawValue: 1 << 10)
    public static let year = Cues(rawValue: 1 << 11)
    public static let month = Cues(rawValue: 1 << 12)
    public static let week = Cues(rawValue: 1 << 13)
    public static let day = Cues(rawValue: 1 << 14)
    public static let percent = Cues(rawValue: 1 << 15)
    /// `goals`, `points`, `score`: the two sides of a result.
    public static let score = Cues(rawValue: 1 << 16)
    /// `by`: the gap of a result.
    public static let margin = Cues(rawValue: 1 << 17)
    /// `and`, `while`, `but`: another statement may follow.
    public static let junction = Cues(rawValue: 1 << 18)
    /// `next`, `after`, `following`, `previous`: a row beside another.
    public static let neighbour = Cues(rawValue: 1 << 19)
    /// `how many`, `much`, `number`.
    public static let quantity = Cues(rawValue: 1 << 20)
    /// `other`, `else`, `besides`.
    public static let other = Cues(rawValue: 1 << 21)
    /// `consecutive`, `row`, `straight`.
    public static let consecutive = Cues(rawValue: 1 << 22)
    /// `between`, `range`, `from`.
    public static let between = Cues(rawValue: 1 << 23)

    /// What a word says, by its surface or its stem.
    static func of(_ word: Word) -> Cues { (bySurface[word.surface] ?? []).union(word.form == word.surface ? [] : bySurface[word.form] ?? []) }

    private static let bySurface: [String: Cues] = {
        var cues: [String: Cues] = [:]
        for (cue, words) in lists { for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { cues[String(word), default: []].insert(cue) } }
        return cues
    }()

    private static let lists: [(Cues, String)] = [
        (.negation, "nt cannot unable zero not never no without neither nor none didn doesn don wasn weren isn aren hasn haven hadn couldn nobody nothing fail lack"),
        (.only, "only sole unique single exclusively"),
        (.all, "all every each always both any only entire entirely everyone throughout"),
        (.most, "most majority half mostly usually often"),
        (.average, "average mean averag"),
        (.sum, "total sum combined combine combin altogether together overall accumulate accumulat collectively add"),
        (.same, "same equal tie tied identical similar share different differ both equally also"),
        (.mode, "most often common frequently frequent popular least majority"),
        (.difference, "difference differ gap margin differenc"),
        (.distinct, "different distinct unique various separate same all total there"),
        (.rowOrder, "first last final initial start begin end open opening list listed top bottom"),
        (.year, "year season"), (.month, "month"), (.week, "week"), (.day, "day"), (.percent, "percent percentage"),
        (.score, "goal point scor score run total highest most"),
        (.margin, "by margin difference gap differ"),
        (.junction, "and while but with who that when also"),
        (.neighbour, "next after follow following below previous before prior above preced preceding immediately directly come came right subsequent list listed"),
        (.quantity, "many much number"),
        (.other, "same other else also besid beside besides than different share another"),
        (.consecutive, "consecutive consecutively straight row successive streak"),
        (.between, "between rang range from"),
    ]
}

/// The way a comparing word points.
public struct Direction: Hashable, Sendable {
    /// 1 upwards, -1 downwards, 0 either; larger by magnitude where it depends on what is measured (`fastest`, `first`).
    public let sign: Int

    /// Of `most`, `least`, `first`, `oldest`; nil for another word.
    static func superlative(_ word: Word) -> Direction? { (superlatives[word.surface] ?? superlatives[word.form]).map(Direction.init) }
    /// Of `more`, `before`, `under`; nil for another word.
    static func comparative(_ word: Word) -> Direction? { (comparatives[word.surface] ?? comparatives[word.form]).map(Direction.init) }

    private init(_ sign: Int) { self.sign = sign }

    private static func withStems(_ list: [String: Int]) -> [String: Int] {
        list.merging(list.sorted { $0.key < $1.key }.map { (Stem.of($0.key), $0.value) }) { known, _ in known }
    }

    private static let superlatives = withStems([
        "most": 1, "highest": 1, "largest": 1, "biggest": 1, "greatest": 1, "best": 1, "longest": 1, "tallest": 1, "latest": 1, "oldest": 2, "maximum": 1,
        "max": 1, "top": 1, "more": 0, "least": -1, "lowest": -1, "smallest": -1, "fewest": -1, "shortest": -1, "worst": -1, "earliest": -1, "youngest": 2,
        "minimum": -1, "fastest": -2, "slowest": 2, "newest": 1, "last": 3, "first": -3, "final": 3, "less": 0, "deadliest": 1, "heaviest": 1, "lightest": -1,
        "farthest": 1, "closest": -1, "high": 0, "low": 0, "large": 0, "leading": 1, "bottom": -1, "cheapest": -1, "winner": 2, "winning": 2, "fast": 2,
        "slow": 2, "early": -1, "late": 1, "old": 2, "young": 2, "long": 0, "tall": 0, "big": 0, "great": 0, "good": 0, "bad": 0, "few": 0,
    ])

    private static let comparatives = withStems([
        "more": 1, "greater": 1, "higher": 1, "larger": 1, "bigger": 1, "better": 1, "longer": 1, "taller": 1, "older": 1, "later": 1, "after": 1, "over": 1,
        "above": 1, "exceed": 1, "less": -1, "fewer": -1, "lower": -1, "smaller": -1, "shorter": -1, "worse": -1, "younger": -1, "earlier": -1, "before": -1,
        "under": -1, "below": -1, "faster": -1, "slower": 1, "prior": -1, "high": 1, "low": -1, "early": -1, "late": 1, "few": -1, "fast": -1, "slow": 1,
        "than": 0, "outscore": 1, "ahead": -1, "behind": 1, "since": 1, "follow": 1, "precede": -1, "beat": 1, "least": 1, "most": -1, "good": 1, "well": 1,
        "large": 1, "long": 1, "old": 1, "tall": 1, "big": 1, "great": 1, "short": -1, "small": -1, "young": -1, "bad": -1, "minimum": 1, "maximum": -1,
    ])
}
