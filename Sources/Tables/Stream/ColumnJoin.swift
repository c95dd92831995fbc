import Values

/// What one column's blocks are together, as pandas' `concat_compat` has it.
public enum JoinedCells: Sendable {
    case bool, int, float, text
    /// Bools and NaN in an object column.
    case truths
    /// Bools and ints: numpy makes ints of all of them, and only then an object column.
    case intObjects
    /// Bools and numbers, likewise as floats.
    case floatObjects
    /// Python's scalars, each as its block had it.
    case objects
}

/// The kinds of blocks that a column has.
struct BlockKinds: OptionSet {
    let rawValue: UInt8

    static let bools = BlockKinds(rawValue: 1)
    static let ints = BlockKinds(rawValue: 2)
    static let floats = BlockKinds(rawValue: 4)
    static let texts = BlockKinds(rawValue: 8)
    /// Bools with gaps.
    static let truths = BlockKinds(rawValue: 16)
    /// No cell but missing ones, which pandas holds as floats.
    static let gaps = BlockKinds(rawValue: 32)
    /// What no reader makes.
    static let others = BlockKinds(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ fragment: Fragment) {
        switch fragment.column {
        case .bool: self = .bools
        case .int: self = .ints
        case .float: self = fragment.reading == .allMissing ? .gaps : .floats
        case .text: self = .texts
        case .object: self = .truths
        case .timestamp, .timedelta, .categorical: self = .others
        }
    }

    var joined: JoinedCells {
        if self == .bools { return .bool }
        if self == .ints { return .int }
        if isSubset(of: [.ints, .floats, .gaps]) { return .float }
        if isSubset(of: [.texts, .gaps]) { return .text }
        if isSubset(of: [.bools, .ints]) { return .intObjects }
        if isSubset(of: [.bools, .ints, .floats, .gaps]) { return .floatObjects }
        return isSubset(of: [.bools, .truths, .gaps]) ? .truths : .objects
    }
}

/// One column, block after block, without its cells.
struct ColumnJoin {
    private let rowsOfBlock: Int
    private var kinds: BlockKinds = []
    private var first: Reading?
    private var firstWords: Reading?
    private var isIntegral = true
    private var count = 0
    private(set) var missing = 0

    init(rowsOfBlock: Int) { self.rowsOfBlock = rowsOfBlock }

    mutating func add(_ fragment: Fragment) {
        let kind = BlockKinds(fragment)
        kinds.insert(kind)
        missing += fragment.missing
        count += fragment.column.count
        isIntegral = isIntegral && fragment.reading.isIntegral
        first = first ?? fragment.reading
        if kind == .texts { firstWords = firstWords ?? fragment.reading }
        blocks += 1
    }

    private var blocks = 0

    var cells: JoinedCells { kinds.joined }

    var dtype: DType {
        switch cells {
        case .bool: .bool
        case .int: .int64
        case .float: .float64
        case .text, .truths, .intObjects, .floatObjects, .objects: .object
        }
    }

    var reading: Reading {
        guard blocks > 1, let first else { return first ?? .noRows }
        return switch cells {
        case .bool: .truths(gaps: 0)
        case .int: .integers(gaps: 0)
        case .float where missing == count: .allMissing
        case .float: isIntegral ? .integers(gaps: missing) : .numbers(gaps: missing)
        case .text: firstWords ?? first
        case .truths: .truths(gaps: missing)
        case .intObjects, .floatObjects, .objects: .blocks(rows: rowsOfBlock)
        }
    }
}

extension Reading {
    fileprivate var isIntegral: Bool {
        switch self {
        case .integers, .allMissing: true
        case .noRows, .numbers, .truths, .words, .hugeInteger, .blocks, .stored: false
        }
    }
}
