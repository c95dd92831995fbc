import Ranking

/// How the loss changes with every weight, summed over examples.
struct Gradient {
    private(set) var sums: [Float]
    /// Probabilities smaller than this are no smaller loss.
    private static let floor: Float = 1e-3

    init(_ network: Network) { sums = Array(repeating: 0, count: network.weights.count) }

    mutating func add(_ example: Example, _ network: Network, weight: Float) {
        let matrix = example.matrix
        let lanes = network.hidden / 8
        var layers = [SIMD8<Float>](repeating: .zero, count: lanes * matrix.count)
        var layer = [SIMD8<Float>](repeating: .zero, count: lanes)
        var scores = [Float](repeating: 0, count: matrix.count)
        let meaning = network.meaning(of: example.terms)
        let meanings = network.meanings(of: meaning)
        for at in 0..<matrix.count {
            scores[at] = network.score(matrix, at, &layer) + meanings[Int(matrix.shapes[at])]
            for lane in 0..<lanes { layers[at * lanes + lane] = layer[lane] }
        }
        let shares = shares(scores)
        let right = zip(shares, example.isRight).reduce(Float(0)) { $1.1 ? $0 + $1.0 : $0 }
        var shapeSlopes = [Float](repeating: 0, count: network.shapes)
        for at in 0..<matrix.count {
            let slope = shares[at] * (right / (right + Gradient.floor)) - (example.isRight[at] ? shares[at] / (right + Gradient.floor) : 0)
            add(slope * weight, matrix, at, network, layers, at * lanes)
            shapeSlopes[Int(matrix.shapes[at])] += slope * weight
        }
        addTerms(shapeSlopes, example.terms, meaning, network)
    }

    private mutating func addTerms(_ slopes: [Float], _ terms: [Int], _ meaning: SIMD16<Float>, _ network: Network) {
        guard !terms.isEmpty else { return }
        let layout = network.layout
        var back = SIMD16<Float>.zero
        for shape in slopes.indices where slopes[shape] != 0 {
            let at = layout.meaning + shape * Network.termWidth
            back += network.vector(at: at) * slopes[shape]
            for lane in 0..<Network.termWidth { sums[at + lane] += meaning[lane] * slopes[shape] }
        }
        back /= Float(terms.count).squareRoot()
        for term in terms { for lane in 0..<Network.termWidth { sums[layout.term + term * Network.termWidth + lane] += back[lane] } }
    }

    private mutating func add(_ slope: Float, _ matrix: FeatureMatrix, _ at: Int, _ network: Network, _ layers: [SIMD8<Float>], _ first: Int) {
        guard abs(slope) > 1e-9 else { return }
        let layout = network.layout
        let row = network.row(matrix, at)
        let (features, hidden, lanes) = (network.features, network.hidden, network.hidden / 8)
        sums.withUnsafeMutableBufferPointer { sums in
            network.weights.withUnsafeBufferPointer { weights in
                matrix.values.withUnsafeBufferPointer { values in
                    network.scales.withUnsafeBufferPointer { scales in
                        sums[layout.offset + row] += slope
                        for feature in 0..<features {
                            let value = Float(values[at * features + feature]) * scales[feature]
                            if value != 0 { sums[layout.direct + feature] += slope * value }
                        }
                        for lane in 0..<lanes {
                            let unit = layers[first + lane]
                            let isOn = unit .> 0
                            let zero = SIMD8<Float>.zero
                            sums.add(unit.replacing(with: zero, where: .!isOn) * slope, at: layout.output + 8 * lane)
                            let back = (SIMD8(loading: weights, at: layout.output + 8 * lane) * slope).replacing(with: zero, where: .!isOn)
                            sums.add(back, at: layout.bias + row * hidden + 8 * lane)
                            for feature in 0..<features {
                                let value = Float(values[at * features + feature]) * scales[feature]
                                if value != 0 { sums.add(back * value, at: layout.input + feature * hidden + 8 * lane) }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension UnsafeMutableBufferPointer<Float> {
    @inline(__always) fileprivate func add(_ vector: SIMD8<Float>, at start: Int) {
        for lane in 0..<8 { self[start + lane] += vector[lane] }
    }
}
