import Searching

/// What is plain to see of each candidate beside its sentence: a row of numbers, its shape, and what it comes to.
///
/// Numbers are kept in steps of 1/256, so that a learner and a ranker see the same on every machine.
public struct FeatureMatrix: Sendable {
    public let width: Int
    public private(set) var values: [Int16] = []
    public private(set) var shapes: [UInt8] = []
    public private(set) var truths: [Bool] = []
    /// For every row and every part that a column can have in it, the column; `noColumn` for none. Empty where rows have no such columns.
    public private(set) var columns: [UInt8] = []

    public static let scale: Float = 256
    /// What a column can be to a candidate: what its answer is taken from, what it reckons with, what its rows are chosen by.
    public static let roles = 3
    /// The role of each part: a row names two columns that its rows are chosen by.
    static let parts = [0, 1, 2, 2]
    public static let noColumn: UInt8 = .max

    init(width: Int, capacity: Int) {
        self.width = width
        values.reserveCapacity(width * capacity)
        shapes.reserveCapacity(capacity)
        truths.reserveCapacity(capacity)
    }

    public var count: Int { shapes.count }

    mutating func append(_ row: [Float], _ shape: Shape, _ truth: Bool) { append(row, shape: shape.number, truth) }

    /// - Parameter shape: the shape's place among all that there are.
    mutating func append(_ row: [Float], shape: Int, _ truth: Bool) {
        values.append(contentsOf: row.lazy.map(FeatureMatrix.steps))
        shapes.append(UInt8(clamping: shape))
        truths.append(truth)
    }

    /// A value in steps, the nearest, halves away from 0.
    @inline(__always) private static func steps(_ value: Float) -> Int16 {
        let scaled = min(max(value * scale, -32_000), 32_000)
        return Int16(scaled + (scaled < 0 ? -0.5 : 0.5))
    }

    /// Names the last row's columns, one a part.
    mutating func append(columns named: [Int?]) { for column in named { columns.append(column.map { UInt8(clamping: $0) } ?? FeatureMatrix.noColumn) } }

    func value(_ row: Int, _ column: Int) -> Int16 { values[row * width + column] }
    mutating func set(_ row: Int, _ column: Int, _ value: Int16) { values[row * width + column] = value }
}
