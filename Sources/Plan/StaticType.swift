import Values

/// What the checker knows of a value before anything runs.
public indirect enum StaticType: Hashable, Sendable {
    /// Only the data can tell.
    case dynamic
    case none, bool, int, float, text, timestamp, timedelta, date
    case series(Element)
    case frame(FrameType)
    case groupBy(FrameType)
    case index(Element)
    case array(Element)
    case list(StaticType)
    case tuple([StaticType])
    case set(StaticType)
    case dict(StaticType, StaticType)
    case function
    case type
    case slice
    case accessor(AccessorKind, StaticType)
    case module(Module)

    /// What a column's cells are.
    public enum Element: String, Hashable, Sendable {
        case bool, int, float, text, timestamp, timedelta
        /// An object column whose cells may be anything.
        case object
        case unknown
    }
}

/// The columns of a frame as far as they are known.
public struct FrameType: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public var label: String
        public var element: StaticType.Element
        /// The label as engines hold it.
        public let text: Text

        /// - Parameter text: the label once more, where it is at hand.
        public init(_ label: String, _ element: StaticType.Element, text: Text? = nil) {
            self.label = label
            self.element = element
            self.text = text ?? Text(label)
        }
    }

    /// nil where only the data can tell.
    public var columns: [Column]?

    public init(columns: [Column]?) {
        self.columns = columns
    }

    public static let unknown = FrameType(columns: nil)
}

extension StaticType.Element {
    public init(_ dtype: DType) {
        switch dtype {
        case .bool: self = .bool
        case .int64: self = .int
        case .float64: self = .float
        case .object: self = .object
        case .datetime: self = .timestamp
        case .timedelta: self = .timedelta
        case .category: self = .unknown
        }
    }

    /// The type of one cell.
    public var scalar: StaticType {
        switch self {
        case .bool: .bool
        case .int: .int
        case .float: .float
        case .text, .object, .unknown: .dynamic
        case .timestamp: .timestamp
        case .timedelta: .timedelta
        }
    }
}
