import Random
import Ranking

/// Fits a network to examples: the probability of all candidates that come to what is right is made as large as possible.
///
/// No query is needed to learn from: that a claim is true says that some candidate that comes to True is what it means. The loss is minus the
/// logarithm of their probability (marginal likelihood), the method Adam (Kingma and Ba, 2015) with a rate that falls to 0.
public struct NetworkTrainer: Sendable {
    public struct Settings: Sendable {
        public var epochs = 10
        /// Examples a step.
        public var batch = 128
        public var rate: Float = 6e-3
        public var decay: Float = 1e-5
        /// The decay of what words say.
        public var termDecay: Float = 1e-4
        /// Probabilities smaller than this are no smaller loss: what a wrong label may cost.
        public var floor: Float = 0.03
        /// The share of features that each step passes over.
        public var dropout: Float = 0
        public var hidden = 16
        public var seed: UInt64 = 0

        public init() {}
    }

    private let settings: Settings

    public init(_ settings: Settings) { self.settings = settings }

    /// - Parameters:
    ///   - empty: a network of the form to fit; its weights and scales are passed over.
    ///   - progress: told after every step how much is done, from 0 to 1.
    public func train(_ examples: [Example], _ empty: Network, progress: (Double) -> Void = { _ in }) -> Network {
        let telling = examples.filter(\.tells)
        var network = empty.scaled(NetworkTrainer.scales(telling, features: empty.features))
        var generator = SeededGenerator(seed: settings.seed)
        NetworkTrainer.fill(&network, &generator)
        var step = AdamStep(count: network.weights.count, decay: settings.decay, termDecay: settings.termDecay, terms: network.layout.term..<network.layout.meaning)
        var gradient = Gradient(network, floor: settings.floor)
        let batches = max(1, telling.count / settings.batch)
        let steps = batches * settings.epochs
        for epoch in 0..<settings.epochs {
            let order = generator.permutation(telling.count)
            for batch in 0..<batches {
                let places = order[min(order.count, batch * settings.batch)..<min(order.count, (batch + 1) * settings.batch)]
                gradient.clear()
                for place in places { gradient.add(telling[place], network, dropping: generator.dropped(network.features, settings.dropout), weight: 1 / Float(max(places.count, 1))) }
                let done = Float(epoch * batches + batch) / Float(steps)
                step.take(&network.weights, gradient.sums, rate: settings.rate * NetworkTrainer.falling(done))
                progress(Double(done))
            }
        }
        return network
    }

    /// From 1 to 0, slowly at both ends.
    private static func falling(_ done: Float) -> Float { 1 - done * done * (3 - 2 * done) }

    /// One over each feature's spread, over some of the examples.
    private static func scales(_ examples: [Example], features: Int) -> [Float] {
        var (sums, squares, count) = ([Double](repeating: 0, count: features), [Double](repeating: 0, count: features), 0.0)
        for at in stride(from: 0, to: examples.count, by: max(1, examples.count / 2000)) {
            let matrix = examples[at].matrix
            count += Double(matrix.count)
            for (place, value) in matrix.values.enumerated() {
                sums[place % features] += Double(value)
                squares[place % features] += Double(value) * Double(value)
            }
        }
        return (0..<features).map { feature in
            let mean = sums[feature] / max(count, 1)
            let spread = max(0, squares[feature] / max(count, 1) - mean * mean).squareRoot()
            return Float(1 / (spread + 0.01 * Double(FeatureMatrix.scale)))
        }
    }

    /// Random weights, about normal: sums of twelve even numbers.
    private static func fill(_ network: inout Network, _ generator: inout SeededGenerator) {
        let layout = network.layout
        func normal(_ generator: inout SeededGenerator) -> Float {
            (0..<12).reduce(Float(-6)) { sum, _ in sum + Float(generator.next() >> 40) / Float(1 << 24) }
        }
        let inputSpread = 1 / Float(network.features).squareRoot()
        let outputSpread = 1 / Float(network.hidden).squareRoot()
        for at in 0..<layout.bias { network.weights[at] = normal(&generator) * inputSpread }
        for at in layout.bias..<layout.output { network.weights[at] = normal(&generator) * 0.3 }
        for at in layout.meaning..<layout.count { network.weights[at] = normal(&generator) * 0.3 }
        for at in layout.output..<layout.direct { network.weights[at] = normal(&generator) * outputSpread }
    }
}

/// Adam's moments.
private struct AdamStep {
    private var first: [Float]
    private var second: [Float]
    private var (firstPower, secondPower): (Float, Float) = (1, 1)
    private let decay: Float
    private let termDecay: Float
    private let terms: Range<Int>

    init(count: Int, decay: Float, termDecay: Float, terms: Range<Int>) {
        self.termDecay = termDecay
        self.terms = terms
        first = Array(repeating: 0, count: count)
        second = Array(repeating: 0, count: count)
        self.decay = decay
    }

    mutating func take(_ weights: inout [Float], _ gradient: [Float], rate: Float) {
        firstPower *= 0.9
        secondPower *= 0.999
        let (firstPart, secondPart) = (1 - firstPower, 1 - secondPower)
        for at in weights.indices {
            let slope = gradient[at] + (terms.contains(at) ? termDecay : decay) * weights[at]
            first[at] = 0.9 * first[at] + 0.1 * slope
            second[at] = 0.999 * second[at] + 0.001 * slope * slope
            weights[at] -= rate * (first[at] / firstPart) / ((second[at] / secondPart).squareRoot() + 1e-8)
        }
    }
}

extension SeededGenerator {
    /// Which features are passed over; none for a share of 0.
    fileprivate mutating func dropped(_ features: Int, _ share: Float) -> [Bool] {
        guard share > 0 else { return [] }
        return (0..<features).map { _ in Float(next() >> 40) / Float(1 << 24) < share }
    }
}
