import Foundation
import JSON
import Random
import RePanda
import Testing
import Values

@testable import Provenance

/// Every query of the validation corpus that is beside the checkout: with evidence, and with changes outside what was read.
///
/// Skipped where the corpus is absent: REPANDA_CORPUS names a file of requests (`{"table", "query", …}` a line), REPANDA_TABLES the tables' folder.
@Suite struct CorpusTests {
    private static let corpus = ProcessInfo.processInfo.environment["REPANDA_CORPUS"]
    private static let tables = ProcessInfo.processInfo.environment["REPANDA_TABLES"]

    @Test(.enabled(if: corpus != nil && tables != nil, "no corpus: set REPANDA_CORPUS and REPANDA_TABLES")) func corpusIsSound() throws {
        let step = Int(ProcessInfo.processInfo.environment["REPANDA_STEP"] ?? "") ?? 1
        var counts = Counts()
        let lines = try String(contentsOfFile: Self.corpus ?? "", encoding: .utf8).split(separator: "\n")
        for at in stride(from: 0, to: lines.count, by: step) {
            let object = try JSONValue.parse(String(lines[at])).requireObject()
            let path = (Self.tables ?? "") + "/" + (try object.text("table").string)
            guard let table = try? Table(path: path, dialect: .tabfact) else { continue }
            counts.add(try object.text("query").string, table, name: "line \(at + 1)")
        }
        Issue.record(.init(rawValue: counts.report), severity: .warning)
        #expect(counts.failures == [])
    }
}

private struct Counts {
    var answered = 0
    var explained = 0
    var trials = 0
    var failures: [String] = []
    var read: [Int] = []
    var deciding: [Int] = []
    private let clock = ContinuousClock()
    private var plain = Duration.zero
    private var noted = Duration.zero

    mutating func add(_ text: String, _ table: Table, name: String) {
        guard let query = try? Query(text, on: table, warns: false) else { return }
        var value: Value?
        plain += clock.measure { value = try? query.run().value }
        guard value != nil else { return }
        answered += 1
        var account: Account?
        noted += clock.measure { account = try? query.account() }
        guard let account else { return }
        explained += 1
        read.append(account.support.read.count)
        deciding.append(account.support.deciding.count)
        disturb(query, table.frame, account, name)
    }

    private mutating func disturb(_ query: Query, _ frame: Frame, _ account: Account, _ name: String) {
        let cells = frame.changeable(outside: account.support.read)
        guard !cells.isEmpty, let before = canonical(account.value) else { return }
        var generator = SeededGenerator(seed: 7, name: name)
        for _ in 0..<4 {
            let cell = cells[generator.below(cells.count)]
            trials += 1
            let after = (try? query.value(over: frame.changing(cell, &generator))).flatMap(canonical)
            if after != before { failures.append("\(name): \(query.text): row \(cell.row), column \(cell.column)") }
        }
    }

    private func canonical(_ value: Value) -> String? {
        var writer = JSONWriter()
        return (try? writeCanonical(value, to: &writer)) == nil ? nil : writer.string
    }

    var report: String {
        "\(answered) answered, \(explained) with evidence, \(trials) changes, \(failures.count) failures; cells read: median \(share(read, 50)), 95th percentile \(share(read, 95)); "
            + "deciding: median \(share(deciding, 50)), 95th percentile \(share(deciding, 95)); run \(plain), with evidence \(noted)"
    }

    private func share(_ sizes: [Int], _ percent: Int) -> Int { sizes.isEmpty ? 0 : sizes.sorted()[min(sizes.count - 1, sizes.count * percent / 100)] }
}
