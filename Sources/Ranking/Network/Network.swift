/// A network with one hidden layer over a candidate's features and its shape: the higher its score, the likelier the candidate is what is meant.
///
/// Every sum is taken in one order, without fused operations, so that scores are the same on every machine.
public struct Network: Sendable {
    /// Features that a candidate has.
    public let features: Int
    public let shapes: Int
    /// Units of the hidden layer; a multiple of eight.
    public let hidden: Int
    /// Whether it knows what candidates come to; one that does not is value-blind.
    public let seesTruth: Bool
    /// Features it does not look at.
    public let hiddenFeatures: Set<Int>
    /// What each feature is multiplied with first; 0 for those it does not look at, 1 for the others once it is `folded`.
    public let scales: [Float]
    /// How many words of sentences it knows.
    public let terms: Int
    /// How many words of column names it knows.
    public let headerTerms: Int
    /// All weights one after the other, as `layout` has them.
    public var weights: [Float]

    /// Where each part's weights begin.
    public struct Layout: Sendable {
        /// A row of the hidden layer for each feature.
        public let input = 0
        /// A row of the hidden layer for each shape.
        public let bias: Int
        public let output: Int
        /// Past the hidden layer, for each feature.
        public let direct: Int
        /// Past the hidden layer, for each shape.
        public let offset: Int
        /// What each word says, as a few numbers.
        public let term: Int
        /// What each word of a column's name makes of them, for each role of the column.
        public let header: Int
        /// What each shape makes of them.
        public let meaning: Int
        public let count: Int

        init(features: Int, rows: Int, hidden: Int, terms: Int, headerTerms: Int, shapes: Int) {
            bias = features * hidden
            output = bias + rows * hidden
            direct = output + hidden
            offset = direct + features
            term = offset + rows
            header = term + terms * Network.termWidth
            meaning = header + headerTerms * FeatureMatrix.roles * Network.termWidth
            count = meaning + shapes * Network.termWidth
        }
    }

    public var layout: Layout {
        Layout(
            features: features, rows: seesTruth ? 2 * shapes : shapes, hidden: hidden, terms: terms, headerTerms: headerTerms, shapes: shapes)
    }

    /// How many numbers say what a word means.
    public static let termWidth = 8

    public init(
        features: Int, shapes: Int, hidden: Int, terms: Int, headerTerms: Int = 0, seesTruth: Bool, hiddenFeatures: Set<Int>, scales: [Float]? = nil,
        weights: [Float]? = nil
    ) {
        self.terms = terms
        self.headerTerms = headerTerms
        self.features = features
        self.shapes = shapes
        self.hidden = hidden
        self.seesTruth = seesTruth
        self.hiddenFeatures = hiddenFeatures
        self.scales = (scales ?? Array(repeating: 1, count: features)).enumerated().map { hiddenFeatures.contains($0.offset) ? 0 : $0.element }
        self.weights = weights ?? []
        if weights == nil { self.weights = Array(repeating: 0, count: layout.count) }
    }

    /// A network without weights for a kind of sentence.
    ///
    /// - Parameter isBlind: whether it is not told what candidates come to.
    public init(_ form: FeatureForm, hidden: Int, terms: Int, headerTerms: Int, isBlind: Bool) {
        self.init(
            features: form.width, shapes: form.shapes, hidden: hidden, terms: terms, headerTerms: headerTerms, seesTruth: form.hasTruth && !isBlind,
            hiddenFeatures: isBlind ? form.telling : [])
    }

    /// A network without weights that multiplies each feature with a factor first.
    public func scaled(_ scales: [Float]) -> Network {
        Network(
            features: features, shapes: shapes, hidden: hidden, terms: terms, headerTerms: headerTerms, seesTruth: seesTruth, hiddenFeatures: hiddenFeatures,
            scales: scales)
    }

    /// The same network with its scales in its weights.
    public var folded: Network {
        let layout = self.layout
        var weights = self.weights
        for feature in 0..<features {
            weights[layout.direct + feature] *= scales[feature]
            for unit in 0..<hidden { weights[layout.input + feature * hidden + unit] *= scales[feature] }
        }
        return Network(
            features: features, shapes: shapes, hidden: hidden, terms: terms, headerTerms: headerTerms, seesTruth: seesTruth, hiddenFeatures: hiddenFeatures,
            weights: weights)
    }

    /// The row of biases of a candidate.
    @inline(__always) public func row(_ matrix: FeatureMatrix, _ at: Int) -> Int {
        seesTruth ? 2 * Int(matrix.shapes[at]) + (matrix.truths[at] ? 1 : 0) : Int(matrix.shapes[at])
    }

    /// A score for every candidate of a sentence with these words over a table with these column names.
    func scores(_ rows: SparseRows, terms: [Int], headers: [[Int]]) -> [Float] {
        let matrix = rows.matrix
        var hiddenLayer = [SIMD8<Float>](repeating: .zero, count: hidden / 8)
        let meaning = meaning(of: terms)
        let meanings = meanings(of: meaning)
        let named = headerMeanings(of: meaning, headers)
        return (0..<matrix.count).map { score(rows, $0, &hiddenLayer) + meanings[Int(matrix.shapes[$0])] + matrix.sum(named, $0) }
    }

    /// What some words say together: the sum of what each says, over the root of their number.
    public func meaning(of terms: [Int]) -> SIMD8<Float> {
        guard !terms.isEmpty else { return .zero }
        let layout = self.layout
        var sum = SIMD8<Float>.zero
        for term in terms { sum += vector(at: layout.term + term * Network.termWidth) }
        return sum / Float(terms.count).squareRoot()
    }

    /// What every shape makes of it.
    public func meanings(of meaning: SIMD8<Float>) -> [Float] {
        let layout = self.layout
        return (0..<shapes).map { shape in
            (meaning * vector(at: layout.meaning + shape * Network.termWidth)).orderedSum
        }
    }

    /// Eight weights in a row.
    @inline(__always) public func vector(at start: Int) -> SIMD8<Float> {
        weights.withUnsafeBufferPointer { SIMD8(loading: $0, at: start) }
    }

    /// One candidate's score; the hidden layer, before its negative values are cut off, is left in `layer`.
    @inline(__always) private func score(_ rows: SparseRows, _ at: Int, _ layer: inout [SIMD8<Float>]) -> Float {
        let layout = self.layout
        let row = row(rows.matrix, at)
        return weights.withUnsafeBufferPointer { weights in
            let lanes = hidden / 8
            var sum = weights[layout.offset + row]
            for lane in 0..<lanes { layer[lane] = SIMD8(loading: weights, at: layout.bias + row * hidden + 8 * lane) }
            for place in rows.starts[at]..<rows.starts[at + 1] {
                let feature = Int(rows.features[place])
                let value = rows.values[place] * scales[feature]
                sum += value * weights[layout.direct + feature]
                for lane in 0..<lanes { layer[lane] += value * SIMD8(loading: weights, at: layout.input + feature * hidden + 8 * lane) }
            }
            var total = SIMD8<Float>.zero
            for lane in 0..<lanes {
                let unit = layer[lane].replacing(with: 0, where: layer[lane] .< 0)
                total += unit * SIMD8(loading: weights, at: layout.output + 8 * lane)
            }
            return sum + total.orderedSum
        }
    }
}

/// A matrix's values that are not 0, row by row.
struct SparseRows: Sendable {
    let matrix: FeatureMatrix
    private(set) var starts: [Int] = [0]
    private(set) var features: [UInt8] = []
    private(set) var values: [Float] = []

    init(_ matrix: FeatureMatrix) {
        self.matrix = matrix
        starts.reserveCapacity(matrix.count + 1)
        features.reserveCapacity(matrix.values.count / 3)
        values.reserveCapacity(matrix.values.count / 3)
        for row in 0..<matrix.count {
            for feature in 0..<matrix.width {
                let value = matrix.value(row, feature)
                guard value != 0 else { continue }
                features.append(UInt8(truncatingIfNeeded: feature))
                values.append(Float(value))
            }
            starts.append(values.count)
        }
    }
}

extension SIMD8<Float> {
    @inline(__always) public init(loading buffer: UnsafeBufferPointer<Float>, at start: Int) {
        guard let base = buffer.baseAddress, start >= 0, start + 8 <= buffer.count else {
            self = .zero
            return
        }
        self = UnsafeRawPointer(base + start).loadUnaligned(as: SIMD8<Float>.self)
    }

    /// The sum of the lanes, always in one order.
    @inline(__always) public var orderedSum: Float {
        let half = SIMD4(self[0] + self[4], self[1] + self[5], self[2] + self[6], self[3] + self[7])
        return (half[0] + half[2]) + (half[1] + half[3])
    }
}

/// Shares of one from scores: softmax.
public func shares(_ scores: [Float]) -> [Float] {
    guard let most = scores.max() else { return [] }
    let powers = scores.map { exponential($0 - most) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}
