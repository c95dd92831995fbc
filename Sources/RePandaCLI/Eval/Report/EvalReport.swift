import Catalog
import Diagnostics
import Display
import Evaluation
import Scoring

/// What an evaluation found, for a terminal.
struct EvalReport {
    private let tally: Tally
    private let comparison: Comparison?
    private let cost: TranslationCost?

    init(_ report: Report, _ comparison: Comparison?, _ cost: TranslationCost? = nil) {
        self.cost = cost
        tally = report.tally
        self.comparison = comparison
    }

    /// Lines with their ends.
    var text: String { ([headline] + [labels, families, subsets, constants, vacuous, doubted, doubts, reported, codes, times, translation, compared].compactMap(\.self)).joined(separator: "\n\n") + "\n" }

    private var headline: String {
        let score = tally.score
        guard tally.labelled > 0 else { return "no claim has a label: \(tally.claims) claims judged" }
        let all = "accuracy \(measured(score.accuracy)) (\(score.correct) of \(score.claims) \(unit)s; \(without) count as wrong)"
        let over = "accuracy over answered \(measured(score.accuracyOfAnswered)) (\(score.correct) of \(score.answered) \(unit)s)"
        let rule = "answers by the \(WikiTableQuestionsRule.name)"
        return ([all] + (score.answered < score.claims ? [over] : []) + (tally.questions.claims > 0 ? [rule] : [])).joined(separator: "\n")
    }

    /// What is counted.
    private var unit: String { tally.questions.claims == 0 ? "claim" : tally.questions.claims == tally.claims ? "question" : "record" }
    private var without: String { "\(unit)s without \(unit == "claim" ? "a verdict" : unit == "question" ? "an answer" : "a verdict or an answer")" }

    /// Accuracy per label and the confusion of labels with verdicts, in one table.
    private var labels: String? {
        guard tally.questions.claims < tally.labelled || tally.labelled == 0 else { return nil }
        let headers = ["label", "claims", "said ENTAILED", "said REFUTED", "no verdict", "accuracy", "95 % interval"]
        var table = TextTable(headers, alignments: [.left, .right, .right, .right, .right, .right, .right])
        table.append(cells("ENTAILED", tally.entailed) + cells(tally.entailedScore.accuracy))
        table.append(cells("REFUTED", tally.refuted) + cells(tally.refutedScore.accuracy))
        if tally.unlabelled.claims > 0 { table.append(cells("(none)", tally.unlabelled) + ["-", "-"]) }
        return table.render()
    }

    private var families: String? {
        table("family", Family.allCases.compactMap { family in tally.families[family].map { (family.rawValue, $0) } })
    }

    private var subsets: String? {
        table("tables", Subset.allCases.compactMap { subset in tally.subsets[subset].map { (subset.rawValue, $0) } })
    }

    /// Accuracy by the number of doubts.
    private var doubted: String? {
        guard tally.doubted.claims > 0 else { return nil }
        return table("doubts", tally.doubted.counts)
    }

    private var doubts: String? {
        table("doubtful because", tally.doubted.codes.map { ("\($0.name) (\($0.number))", $1) })
    }

    private func table(_ name: String, _ rows: [(String, Score)]) -> String? {
        var table = TextTable([name, unit + "s", "answered", "correct", "accuracy", "95 % interval"], alignments: [.left, .right, .right, .right, .right, .right])
        for (name, score) in rows { table.append([name, String(score.claims), String(score.answered), String(score.correct)] + cells(score.accuracy)) }
        return table.isEmpty ? nil : table.render()
    }

    private func cells(_ name: String, _ row: Tally.Row) -> [String] {
        [name, String(row.claims), String(row.entailed), String(row.refuted), String(row.noVerdict)]
    }

    private func cells(_ share: Share) -> [String] { [share.value.map { percent($0) } ?? "-", share.interval.map { percent($0) } ?? "-"] }

    /// Verdicts that rest on nothing.
    private var constants: String? {
        let (entailed, refuted) = (tally.constants.entailed, tally.constants.refuted)
        guard entailed + refuted > 0 else { return nil }
        return "the same for every table: \(counted(entailed, "verdict")) ENTAILED, \(measured(Share(entailed, of: tally.answered))), and \(refuted) REFUTED"
    }

    /// Verdicts that nothing moves.
    private var vacuous: String? {
        let probed = tally.probed
        guard probed.verdicts > 0 else { return nil }
        var table = TextTable(["probed", "verdicts", "ENTAILED", "REFUTED", "accuracy", "95 % interval"], alignments: [.left, .right, .right, .right, .right, .right])
        for (name, group) in [("vacuous", probed.vacuous), ("moved", probed.moved)] {
            table.append([name, String(group.said.all), String(group.said.entailed), String(group.said.refuted)] + cells(group.score.accuracy))
        }
        let without = "accuracy without vacuous verdicts \(measured(probed.others.accuracy)) (\(probed.others.correct) of \(counted(probed.others.claims, unit)))"
        return table.render() + "\n\n" + without
    }

    private var reported: String? {
        guard let share = Share(tally.agreeing, of: tally.reported).value else { return nil }
        return "agreement with pandas_eval \(percent(share)) (\(tally.agreeing) of \(tally.reported) claims)"
    }

    private var times: String? { tally.timings.count > 0 ? "time per query: \(tally.timings.summary)" : nil }

    private var translation: String? { cost.map { TranslationCostText.line($0, sentences: tally.claims) } }

    private var compared: String? {
        guard let comparison else { return nil }
        var table = TextTable(["compared", "right there", "wrong there"], alignments: [.left, .right, .right])
        table.append(["right here", String(comparison.bothCorrect), String(comparison.onlyHere)])
        table.append(["wrong here", String(comparison.onlyThere), String(comparison.bothWrong)])
        let test = comparison.test
        let verdict = "accuracy there \(measured(comparison.accuracyThere)); McNemar's test: p = \(significant(test.pValue)) (\(test.method.rawValue))"
        return table.render() + "\n\n" + verdict
    }

    /// Why there is no verdict, commonest first.
    private var codes: String? {
        var table = TextTable(["no \(unit == "claim" ? "verdict" : "answer") because", "code", unit + "s"], alignments: [.left, .left, .right])
        for (code, count) in commonestFirst(tally.refusedByCode) { table.append(["refused: \(code.name)", code.number, String(count)]) }
        for (code, count) in commonestFirst(tally.failedByCode) { table.append(["failed: \(code.name)", code.number, String(count)]) }
        if tally.withoutQuery > 0 { table.append(["no query", "", String(tally.withoutQuery)]) }
        if tally.undecided > 0 { table.append(["undecided: not sure enough", "", String(tally.undecided)]) }
        if tally.unreadable > 0 { table.append(["not a claim (not counted)", "", String(tally.unreadable)]) }
        return table.isEmpty ? nil : table.render()
    }
}

func commonestFirst(_ counts: [Code: Int]) -> [(Code, Int)] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.number < $1.key.number }.map { ($0.key, $0.value) }
}
