import Diagnostics
import RePanda

/// A trial of a query for a claim: its verdict against the claim's label.
struct Judged: Sendable {
    enum Standing: Sendable {
        /// The verdict is the label: RePanda's logical filter lets it pass.
        case agrees
        case disagrees
        /// Found wrong or outside the subset before it ran.
        case refused
        /// Failed while it ran, met a limit, or has a value without a verdict.
        case failed
    }

    let trial: Trial
    let standing: Standing
    let verdict: Bool?
    let error: Diagnostic?

    init(_ trial: Trial, label: Bool) {
        self.trial = trial
        let judged = trial.answer.map { answer in Result { () throws(Refusal) in try answer.judged().verdict } }
        switch judged {
        case .success(let verdict):
            (self.verdict, error, standing) = (verdict, nil, verdict == label ? .agrees : .disagrees)
        case .failure(let refusal):
            (verdict, error, standing) = (nil, refusal.first, .failed)
        case nil:
            (verdict, error, standing) = (nil, trial.error, trial.error.map(Judged.standing) ?? .failed)
        }
    }

    var status: Status {
        switch standing {
        case .agrees: trial.isCorrected ? .corrected : .asWritten
        case .disagrees: .disagrees
        case .refused: .refused
        case .failed: .failed
        }
    }

    static func standing(_ error: Diagnostic) -> Standing {
        switch error.code.phase {
        case .syntax, .names, .types, .subset: .refused
        case .translator, .running, .limits, .lowering, .tables, .fault: .failed
        }
    }
}

/// All trials of one claim, in the candidates' order, each spelling once.
struct Trials: Sendable {
    let all: [Judged]
    /// How many candidates the claim has.
    let candidates: Int

    init(_ candidates: [Candidate], label: Bool, _ trier: Trier) {
        self.candidates = candidates.count
        var seen: Set<String> = []
        all = candidates.map { trier.run($0) }.filter { seen.insert($0.spelling).inserted }.map { Judged($0, label: label) }
    }

    /// Those that pass the logical filter: as they were written before corrected ones, then by rank.
    var passing: [Judged] {
        let agreeing = all.filter { $0.standing == .agrees }
        return agreeing.filter { !$0.trial.isCorrected } + agreeing.filter { $0.trial.isCorrected }
    }

    /// What stands for a claim that no query passes for: the first that ran, else the first that failed, else the first.
    var bestOfRest: Judged? { first(.disagrees) ?? first(.failed) ?? all.first }

    private func first(_ standing: Judged.Standing) -> Judged? { all.first { $0.standing == standing } }

    func count(_ standing: Judged.Standing) -> Int { all.count { $0.standing == standing } }
}
