import Ranking

/// How the loss changes with every weight, summed over examples.
struct Gradient {
    private(set) var sums: [Float]
    private let floor: Float
    private var pass = Pass()

    /// - Parameter floor: probabilities smaller than this are no smaller loss, so that a wrong label costs only so much.
    init(_ network: Network, floor: Float) {
        sums = Array(repeating: 0, count: network.weights.count)
        self.floor = floor
    }

    /// What a forward pass leaves for the way back.
    private struct Pass {
        var layers: [SIMD8<Float>] = []
        var scores: [Float] = []
        /// The features of every candidate that are not 0, with their values.
        var places: [Int32] = []
        var values: [Float] = []
        var starts: [Int] = []
    }

    mutating func clear() { for at in sums.indices { sums[at] = 0 } }

    mutating func add(_ example: Example, _ network: Network, dropping dropped: [Bool] = [], weight: Float) {
        let matrix = example.matrix
        forward(matrix, network, dropped)
        let meaning = network.meaning(of: example.terms)
        let meanings = network.meanings(of: meaning)
        let named = network.headerMeanings(of: meaning, example.headers)
        for at in 0..<matrix.count { pass.scores[at] += meanings[Int(matrix.shapes[at])] + matrix.sum(named, at) }
        let shares = shares(pass.scores)
        let right = zip(shares, example.isRight).reduce(Float(0)) { $1.1 ? $0 + $1.0 : $0 }
        var shapeSlopes = [Float](repeating: 0, count: network.shapes)
        var headerSlopes = [Float](repeating: 0, count: named.count)
        for at in 0..<matrix.count {
            let slope = (shares[at] * (right / (right + floor)) - (example.isRight[at] ? shares[at] / (right + floor) : 0)) * weight
            guard abs(slope) > 1e-8 else { continue }
            back(slope, network.row(matrix, at), at, network)
            shapeSlopes[Int(matrix.shapes[at])] += slope
            matrix.forEachPlace(at, below: named.count) { headerSlopes[$0] += slope }
        }
        let headerBack = addHeaders(headerSlopes, example.headers, meaning, network)
        addTerms(shapeSlopes, example.terms, meaning, network, headerBack)
    }

    private mutating func forward(_ matrix: FeatureMatrix, _ network: Network, _ dropped: [Bool]) {
        let (features, lanes, layout) = (network.features, network.hidden / 8, network.layout)
        pass.layers.removeAll(keepingCapacity: true)
        pass.scores.removeAll(keepingCapacity: true)
        pass.places.removeAll(keepingCapacity: true)
        pass.values.removeAll(keepingCapacity: true)
        pass.starts.removeAll(keepingCapacity: true)
        network.weights.withUnsafeBufferPointer { weights in
            for at in 0..<matrix.count {
                let row = network.row(matrix, at)
                var score = weights[layout.offset + row]
                let first = pass.layers.count
                pass.starts.append(pass.places.count)
                for lane in 0..<lanes { pass.layers.append(SIMD8(loading: weights, at: layout.bias + row * network.hidden + 8 * lane)) }
                for feature in 0..<features {
                    let value = Float(matrix.values[at * features + feature]) * network.scales[feature]
                    guard value != 0, dropped.isEmpty || !dropped[feature] else { continue }
                    pass.places.append(Int32(truncatingIfNeeded: feature))
                    pass.values.append(value)
                    score += value * weights[layout.direct + feature]
                    for lane in 0..<lanes { pass.layers[first + lane] += value * SIMD8(loading: weights, at: layout.input + feature * network.hidden + 8 * lane) }
                }
                var total = SIMD8<Float>.zero
                for lane in 0..<lanes {
                    let unit = pass.layers[first + lane]
                    total += unit.replacing(with: 0, where: unit .< 0) * SIMD8(loading: weights, at: layout.output + 8 * lane)
                }
                pass.scores.append(score + total.orderedSum)
            }
        }
        pass.starts.append(pass.places.count)
    }

    private mutating func back(_ slope: Float, _ row: Int, _ at: Int, _ network: Network) {
        let (layout, hidden, lanes) = (network.layout, network.hidden, network.hidden / 8)
        let used = pass.starts[at]..<pass.starts[at + 1]
        sums.withUnsafeMutableBufferPointer { sums in
            network.weights.withUnsafeBufferPointer { weights in
                sums[layout.offset + row] += slope
                for place in used { sums[layout.direct + Int(pass.places[place])] += slope * pass.values[place] }
                for lane in 0..<lanes {
                    let unit = pass.layers[at * lanes + lane]
                    let isOff = unit .<= 0
                    sums.add(unit.replacing(with: 0, where: isOff) * slope, at: layout.output + 8 * lane)
                    let back = (SIMD8(loading: weights, at: layout.output + 8 * lane) * slope).replacing(with: 0, where: isOff)
                    sums.add(back, at: layout.bias + row * hidden + 8 * lane)
                    for place in used { sums.add(back * pass.values[place], at: layout.input + Int(pass.places[place]) * hidden + 8 * lane) }
                }
            }
        }
    }

    /// - Returns: how the loss changes with the sentence's meaning.
    private mutating func addHeaders(_ slopes: [Float], _ headers: [[Int]], _ meaning: SIMD8<Float>, _ network: Network) -> SIMD8<Float> {
        var back = SIMD8<Float>.zero
        for place in slopes.indices where slopes[place] != 0 {
            let (header, role) = (headers[place / FeatureMatrix.roles], place % FeatureMatrix.roles)
            guard !header.isEmpty else { continue }
            back += network.headerVector(header, role: role) * slopes[place]
            let step = meaning * (slopes[place] / Float(header.count).squareRoot())
            for term in header {
                let at = network.headerPlace(term, role: role)
                for lane in 0..<Network.termWidth { sums[at + lane] += step[lane] }
            }
        }
        return back
    }

    private mutating func addTerms(_ slopes: [Float], _ terms: [Int], _ meaning: SIMD8<Float>, _ network: Network, _ headerBack: SIMD8<Float>) {
        guard !terms.isEmpty else { return }
        let layout = network.layout
        var back = headerBack
        for shape in slopes.indices where slopes[shape] != 0 {
            let at = layout.meaning + shape * Network.termWidth
            back += network.vector(at: at) * slopes[shape]
            for lane in 0..<Network.termWidth { sums[at + lane] += meaning[lane] * slopes[shape] }
        }
        back /= Float(terms.count).squareRoot()
        for term in terms { for lane in 0..<Network.termWidth { sums[layout.term + term * Network.termWidth + lane] += back[lane] } }
    }
}

extension UnsafeMutableBufferPointer<Float> {
    @inline(__always) fileprivate func add(_ vector: SIMD8<Float>, at start: Int) {
        guard let base = baseAddress else { return }
        let place = UnsafeMutableRawPointer(base + start)
        place.storeBytes(of: place.loadUnaligned(as: SIMD8<Float>.self) + vector, as: SIMD8<Float>.self)
    }
}
