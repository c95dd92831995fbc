import Ranking

/// How the networks of one kind of sentence are fitted.
public struct Course: Sendable {
    public let form: FeatureForm
    public var network: NetworkTrainer.Settings
    /// How many networks that see what candidates come to, each from a seed of its own.
    public var networks: Int
    /// How many that do not.
    public let blindNetworks: Int
    /// A word is known where one sentence in so many has it, and at least `fewestUses`.
    public let termShare: Int
    /// The same of the words of column names; nil where names are not looked at.
    public let headerShare: Int?
    /// The share of the held-out answers that is to be right from the threshold on.
    public let promise: Double
    /// The chance of one who guesses.
    public let guess: Double
    /// How far chances found on held-out tables are believed.
    public let caution: Double

    static let fewestUses = 12

    /// Of TabFact's validation claims, which are harder than its training claims, some 86 % are right where 88.1 % are promised.
    public static let claims = Course(
        form: .claim, network: NetworkTrainer.Settings(), networks: 3, blindNetworks: 1, termShare: 400, headerShare: nil, promise: 0.881, guess: 0.5, caution: 0.97)

    public static let questions: Course = {
        var network = NetworkTrainer.Settings()
        network.epochs = 8
        network.batch = 64
        network.rate = 2e-3
        network.floor = 1e-3
        network.decay = 3e-5
        network.termDecay = 3e-4
        return Course(form: .question, network: network, networks: 1, blindNetworks: 0, termShare: 400, headerShare: 230, promise: 0.78, guess: 0, caution: 1)
    }()
}
