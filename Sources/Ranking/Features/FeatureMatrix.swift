import Searching

/// What is plain to see of each candidate beside its sentence: a row of numbers, its shape, and what it comes to.
///
/// Numbers are kept in steps of 1/256, so that a learner and a ranker see the same on every machine.
public struct FeatureMatrix: Sendable {
    public let width: Int
    public private(set) var values: [Int16] = []
    public private(set) var shapes: [UInt8] = []
    public private(set) var truths: [Bool] = []

    public static let scale: Float = 256

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
        for value in row { values.append(Int16(clamping: Int((value * FeatureMatrix.scale).rounded()))) }
        shapes.append(UInt8(clamping: shape))
        truths.append(truth)
    }

    func value(_ row: Int, _ column: Int) -> Int16 { values[row * width + column] }
    mutating func set(_ row: Int, _ column: Int, _ value: Int16) { values[row * width + column] = value }
}
