import SQL
import Values

/// What a SQL value means in Python: which type it has, and what NULL stands for.
public struct CellType: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case bool, int, float, text, timestamp, timedelta
        /// A list of texts, encoded as one text.
        case list
    }

    /// What NULL stands for.
    public enum Missing: Hashable, Sendable {
        /// NaN; NaT where the kind is a time.
        case nan
        case none
        /// A comparison with a gap: false.
        case isFalse
    }

    public var kind: Kind
    /// A numpy scalar or a cell of a typed column, rather than Python's own or a cell of an object column.
    public var isNumpy: Bool
    /// nil where the value is never NULL.
    public var missing: Missing?
    /// Where only the data tells the type.
    var doubt: Doubt?

    /// A type that depends on what a column holds: integers, unless one of them is missing.
    struct Doubt: Hashable, Sendable {
        /// Each gives one truth value; all must hold.
        var conditions: [Select]
        /// The kind where they hold, and where not.
        var held: Kind
        var otherwise: Kind
        var otherwiseIsNumpy = true
    }

    public init(_ kind: Kind, isNumpy: Bool = false, missing: Missing? = nil) {
        self.kind = kind
        self.isNumpy = isNumpy
        self.missing = missing
    }

    /// A numpy float, where NaN is always possible.
    public static let float = CellType(.float, isNumpy: true, missing: .nan)
    public static let int = CellType(.int)
    public static let bool = CellType(.bool)
    public static let text = CellType(.text)

    var isNumber: Bool { kind == .bool || kind == .int || kind == .float }
    /// Whether a Python reader would call the cell missing where SQL has NULL.
    public var canBeMissing: Bool { missing == .nan || missing == Missing.none }

    /// Flags with gaps among them, which only a column of objects holds.
    var isObjects: Bool { kind == .bool && canBeMissing }

    func doubting(_ doubt: Doubt?) -> CellType {
        var type = self
        type.doubt = doubt
        return type
    }

    /// The type once the doubt is settled.
    func settled(_ holds: Bool) -> CellType {
        guard let doubt else { return self }
        return CellType(holds ? doubt.held : doubt.otherwise, isNumpy: holds ? isNumpy : doubt.otherwiseIsNumpy, missing: .nan)
    }

    func with(missing: Missing?) -> CellType {
        var type = self
        type.missing = missing
        return type
    }
}

extension CellType {
    /// The type of a table's cells; nil where they are of several types.
    init?(_ facts: ColumnFacts) {
        let missing: Missing? = facts.hasMissing ? .nan : nil
        switch facts.cells {
        case .bool: self.init(.bool, isNumpy: true)
        case .int: self.init(.int, isNumpy: true)
        case .float: self.init(.float, isNumpy: true, missing: missing)
        case .text: self.init(.text, missing: missing)
        case .objectBool: self.init(.bool, missing: missing)
        case .timestamp: self.init(.timestamp, isNumpy: true, missing: missing)
        case .timedelta: self.init(.timedelta, isNumpy: true, missing: missing)
        case .mixed: return nil
        }
    }
}
