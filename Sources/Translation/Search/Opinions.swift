import Glibc

/// How likely each verdict or answer is by what a search and a model's samples say of it.
///
/// The log odds of a finding are those of the search, which is calibrated, and `perVote` times the difference of the votes for it and against it, over the
/// root of all votes: samples of one model are no independent witnesses. A doubtful query votes with less. `perVote` was fitted to 300 recorded claims (logistic
/// regression: 1.02 and 0.55 for search and votes, with one sample or five).
struct Opinions {
    /// What the search or the model says: a finding with its query.
    struct Said: Sendable {
        let finding: Finding
        let draft: Draft
    }

    /// A finding with the chance that it is right.
    struct Weighed: Sendable {
        let said: Said
        let chance: Double
    }

    private static let perVote = 0.55
    /// The chance of what the search has not found.
    private static let unheard = 0.05

    private var chances: [Finding: Double] = [:]
    private var votes: [Finding: Double] = [:]
    private var said: [Said] = []
    private let isVerdict: Bool

    /// - Parameters:
    ///   - chances: the search's chance of each of its readings.
    init(found: [Draft], chances: [Double], asked: [Draft], isVerdict: Bool) {
        self.isVerdict = isVerdict
        for (draft, chance) in zip(found, chances) {
            guard let finding = draft.accepted?.finding else { continue }
            self.chances[finding] = self.chances[finding] ?? chance
            add(finding, draft)
        }
        for draft in asked {
            guard let accepted = draft.accepted, let finding = accepted.finding, asked.count == 1 || !accepted.isConstant else { continue }
            votes[finding, default: 0] += accepted.weight
            add(finding, draft)
        }
    }

    private mutating func add(_ finding: Finding, _ draft: Draft) {
        if !said.contains(where: { $0.finding == finding }) { said.append(Said(finding: finding, draft: draft)) }
    }

    /// All findings, the likeliest first, each with the first query that came to it.
    var weighed: [Weighed] {
        said.map { Weighed(said: $0, chance: chance($0.finding)) }.enumerated()
            .sorted { ($1.element.chance, $0.offset) < ($0.element.chance, $1.offset) }.map(\.element)
    }

    private func chance(_ finding: Finding) -> Double {
        let all = votes.values.reduce(0, +)
        let own = votes[finding] ?? 0
        let pull = all > 0 ? (2 * own - all) / all.squareRoot() : 0
        return Opinions.chance(Opinions.logOdds(searched(finding)) + Opinions.perVote * pull)
    }

    /// Of a verdict that the search has not read its opposite says how likely it is.
    private func searched(_ finding: Finding) -> Double {
        if let chance = chances[finding] { return chance }
        guard isVerdict, let other = chances.values.max() else { return Opinions.unheard }
        return 1 - other
    }

    private static func logOdds(_ chance: Double) -> Double {
        let inside = min(max(chance, 0.001), 0.999)
        return log(inside / (1 - inside))
    }

    private static func chance(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
}
