import Diagnostics
import Foundation
import JSON
import Testing

@testable import Scoring

/// The rules against cases that `record.py` has the answers of.
@Suite struct RuleTests {
    private static func cases(_ name: String, beside file: String = #filePath) throws -> [JSONObject] {
        let path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name).jsonl")
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { try JSONValue.parse(Array($0.utf8)).requireObject() }
    }

    private func texts(_ object: JSONObject, _ key: String) throws -> [String] { try object.array(key).map { try $0.requireText().string } }

    @Test func wikiTableQuestions() throws {
        let cases = try Self.cases("wtq")
        #expect(cases.count >= 150)
        for object in cases {
            let (answer, canonical) = (try texts(object, "targets"), try texts(object, "canons"))
            let prediction = try texts(object, "predictions")
            let isAccepted = WikiTableQuestionsRule.accepts(prediction, answer: answer, canonical: canonical)
            #expect(isAccepted == (try object.bool("correct")), "\(answer) \(prediction)")
        }
    }

    @Test func normalization() throws {
        for object in try Self.cases("normalization") {
            let text = try object.text("text").string
            #expect(Array(Normalization.normalized(text).unicodeScalars) == Array(try object.text("normalized").string.unicodeScalars), "\(text)")
        }
    }

    @Test func dataBench() throws {
        for object in try Self.cases("databench") {
            let rule = try #require(DataBenchRule(rawValue: try object.text("type").string))
            let (value, truth) = (try object.text("value").string, try object.text("truth").string)
            #expect(rule.isCorrect(value, truth: truth) == (try object.bool("correct")), "\(rule.rawValue): \(value) against \(truth)")
        }
    }
}

/// Figures of `statsmodels.stats.proportion.proportion_confint(method="wilson")` and `statsmodels.stats.contingency_tables.mcnemar`.
@Suite struct StatisticsTests {
    @Test(arguments: [
        (0, 10, 0.0, 0.277_532_800), (5, 10, 0.236_593_091, 0.763_406_909), (10, 10, 0.722_467_200, 1.0), (331, 340, 0.950_465_654, 0.986_012_457),
    ]) func wilson(successes: Int, trials: Int, lower: Double, upper: Double) {
        let interval = Wilson.interval(successes: successes, of: trials)
        #expect(abs(interval.lowerBound - lower) < 1e-8 && abs(interval.upperBound - upper) < 1e-8, "\(interval)")
    }

    @Test(arguments: [
        (0, 0, 1.0), (1, 0, 1.0), (5, 0, 0.0625), (10, 3, 0.092_285_156_25), (12, 13, 1.0), (30, 10, 0.002_663_119), (100, 90, 0.513_802_294),
    ]) func mcNemar(first: Int, second: Int, p: Double) {
        #expect(abs(McNemar(onlyFirst: first, onlySecond: second).pValue - p) < 1e-8)
    }
}
