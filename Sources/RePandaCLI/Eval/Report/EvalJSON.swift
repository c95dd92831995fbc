import Catalog
import Diagnostics
import Evaluation
import JSON
import Scoring

/// What an evaluation found, as one JSON object.
struct EvalJSON {
    private let run: Report.Run
    private let tally: Tally
    private var writer = JSONWriter()

    init(_ report: Report, _ comparison: Comparison?, _ cost: TranslationCost? = nil) {
        run = report.run
        tally = report.tally
        writer.beginObject()
        writer.key("source")
        writer.string(run.source)
        writer.key("engine")
        if let engine = run.engine { writer.string(engine.rawValue) } else { writer.null() }
        writeCounts()
        writeLabels()
        writeScores()
        writeConstants()
        if tally.probed.verdicts > 0 { writeProbed() }
        if tally.doubted.claims > 0 { writeDoubted() }
        writer.key("refused")
        write(commonestFirst(tally.refusedByCode))
        writer.key("failed")
        write(commonestFirst(tally.failedByCode))
        if tally.timings.count > 0 { writeTimings() }
        if let cost { cost.write(to: &writer) }
        if let comparison { write(comparison) }
        writer.endObject()
        writer.endLine()
    }

    var text: String { writer.string }

    private mutating func writeCounts() {
        let score = tally.score
        writer.key("accuracy")
        write(score.accuracy.value)
        writer.key("interval")
        write(score.accuracy.interval)
        writer.key("accuracy_answered")
        write(score.accuracyOfAnswered.value)
        writer.key("interval_answered")
        write(score.accuracyOfAnswered.interval)
        writer.key("claims")
        writer.int(tally.claims)
        writer.key("labelled")
        writer.int(tally.labelled)
        writer.key("answered")
        writer.int(tally.answered)
        writer.key("correct")
        writer.int(tally.correct)
        writer.key("without_query")
        writer.int(tally.withoutQuery)
        writer.key("undecided")
        writer.int(tally.undecided)
        writer.key("unreadable")
        writer.int(tally.unreadable)
        writer.key("questions")
        writer.int(tally.questions.claims)
        writer.key("rule")
        if tally.questions.claims > 0 { writer.string(WikiTableQuestionsRule.name) } else { writer.null() }
        writer.key("pandas_eval")
        writer.beginObject()
        writer.key("claims")
        writer.int(tally.reported)
        writer.key("agreeing")
        writer.int(tally.agreeing)
        writer.endObject()
    }

    private mutating func writeLabels() {
        writer.key("labels")
        writer.beginObject()
        write("ENTAILED", tally.entailed, tally.entailedScore.accuracy)
        write("REFUTED", tally.refuted, tally.refutedScore.accuracy)
        write("none", tally.unlabelled, nil)
        writer.endObject()
    }

    private mutating func write(_ label: StaticString, _ row: Tally.Row, _ accuracy: Share?) {
        writer.key(label)
        writer.beginObject()
        writer.key("claims")
        writer.int(row.claims)
        writer.key("entailed")
        writer.int(row.entailed)
        writer.key("refuted")
        writer.int(row.refuted)
        writer.key("no_verdict")
        writer.int(row.noVerdict)
        writer.key("accuracy")
        write(accuracy?.value)
        writer.key("interval")
        write(accuracy?.interval)
        writer.endObject()
    }

    private mutating func writeScores() {
        writer.key("families")
        writer.beginArray()
        for family in Family.allCases { write("family", family.rawValue, tally.families[family] ?? Score()) }
        writer.endArray()
        writer.key("subsets")
        writer.beginArray()
        for subset in Subset.allCases { if let score = tally.subsets[subset] { write("tables", subset.rawValue, score) } }
        writer.endArray()
    }

    private mutating func write(_ key: StaticString, _ name: String, _ score: Score) {
        writer.beginObject()
        writer.key(key)
        writer.string(name)
        writer.key("claims")
        writer.int(score.claims)
        writer.key("answered")
        writer.int(score.answered)
        writer.key("correct")
        writer.int(score.correct)
        writer.key("accuracy")
        write(score.accuracy.value)
        writer.key("interval")
        write(score.accuracy.interval)
        writer.endObject()
    }

    private mutating func writeConstants() {
        writer.key("constant")
        writer.beginObject()
        writer.key("entailed")
        writer.int(tally.constants.entailed)
        writer.key("refuted")
        writer.int(tally.constants.refuted)
        writer.endObject()
    }

    private mutating func writeProbed() {
        let probed = tally.probed
        writer.key("probed")
        writer.beginObject()
        writer.key("runs")
        writer.int(probed.runs)
        writer.key("verdicts")
        writer.int(probed.verdicts)
        writer.key("vacuous")
        writer.int(probed.vacuous.said.all)
        writer.key("vacuous_entailed")
        writer.int(probed.vacuous.said.entailed)
        writer.key("vacuous_refuted")
        writer.int(probed.vacuous.said.refuted)
        writer.key("vacuous_correct")
        writer.int(probed.vacuous.score.correct)
        writer.key("accuracy_without_vacuous")
        write(probed.others.accuracy.value)
        writer.key("interval_without_vacuous")
        write(probed.others.accuracy.interval)
        writer.endObject()
    }

    /// By the number of doubts, the last one's and more, and by code.
    private mutating func writeDoubted() {
        writer.key("doubted")
        writer.beginObject()
        writer.key("counts")
        writer.beginArray()
        for (name, score) in tally.doubted.counts { write("doubts", name, score) }
        writer.endArray()
        writer.key("codes")
        writer.beginArray()
        for (code, score) in tally.doubted.codes { write("code", code.number, score) }
        writer.endArray()
        writer.endObject()
    }

    private mutating func writeTimings() {
        let timings = tally.timings
        writer.key("time")
        writer.beginObject()
        writer.key("queries")
        writer.int(timings.count)
        writer.key("seconds")
        writer.double(timings.seconds)
        writer.key("median_microseconds")
        writer.int(timings.quantile(0.5))
        writer.key("p95_microseconds")
        writer.int(timings.quantile(0.95))
        writer.endObject()
    }

    private mutating func write(_ comparison: Comparison) {
        writer.key("comparison")
        writer.beginObject()
        writer.key("both_correct")
        writer.int(comparison.bothCorrect)
        writer.key("only_here")
        writer.int(comparison.onlyHere)
        writer.key("only_there")
        writer.int(comparison.onlyThere)
        writer.key("both_wrong")
        writer.int(comparison.bothWrong)
        writer.key("p_value")
        writer.double(comparison.test.pValue)
        writer.key("test")
        writer.string("McNemar, \(comparison.test.method.rawValue)")
        writer.endObject()
    }

    private mutating func write(_ counts: [(Code, Int)]) {
        writer.beginArray()
        for (code, count) in counts {
            writer.beginObject()
            writer.key("code")
            writer.string(code.number)
            writer.key("name")
            writer.string(code.name)
            writer.key("claims")
            writer.int(count)
            writer.endObject()
        }
        writer.endArray()
    }

    private mutating func write(_ number: Double?) {
        if let number { writer.double(number) } else { writer.null() }
    }

    private mutating func write(_ interval: ClosedRange<Double>?) {
        guard let interval else { return writer.null() }
        writer.beginArray()
        writer.double(interval.lowerBound)
        writer.double(interval.upperBound)
        writer.endArray()
    }
}
