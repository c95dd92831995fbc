import Correcting
import Interpreter

/// How data sets are built; the operator sets it.
public struct BuildSettings: Sendable {
    public var threads = 1
    public var budget = Budget.standard
    /// Decides every random choice.
    public var seed: UInt64 = 0
    /// How many disturbed tables of each kind a verdict is tried on.
    public var probes = 8
    /// Whether doubtful records are left out.
    public var isStrict = false
    /// Whether claims and questions without a right query are recorded too, with what became of their first candidate.
    public var keepsAll = false
    /// What mends refused queries.
    public var corrector: any Corrector = CertainEdits()
    /// What writes candidates for claims and questions that no file has any for; nil where nothing does.
    public var proposer: (any Proposer)?
    /// How often a query may be mended; RePanda allows four rounds.
    public var rounds = 4

    public init() {}
}

/// Where a data set is written.
public struct BuildPlace: Sendable {
    public let path: String
    /// Whether a folder in the place may be replaced.
    public let replaces: Bool

    public init(_ path: String, replaces: Bool = false) {
        self.path = path
        self.replaces = replaces
    }
}
