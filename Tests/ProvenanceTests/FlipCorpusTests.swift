import Foundation
import JSON
import Probing
import RePanda
import Testing

@testable import Provenance

/// For how many verdicts of the corpus that is beside the checkout some single change of a deciding cell turns them.
///
/// Skipped where the corpus is absent (see `CorpusTests`). REPANDA_FLIPS names a file that gets a line for every verdict that none turns.
@Suite struct FlipCorpusTests {
    private static let corpus = ProcessInfo.processInfo.environment["REPANDA_CORPUS"]
    private static let tables = ProcessInfo.processInfo.environment["REPANDA_TABLES"]
    private static let list = ProcessInfo.processInfo.environment["REPANDA_FLIPS"]

    @Test(.enabled(if: corpus != nil && tables != nil && list != nil, "no corpus: set REPANDA_CORPUS, REPANDA_TABLES and REPANDA_FLIPS")) func verdictsTurn() throws {
        let step = Int(ProcessInfo.processInfo.environment["REPANDA_STEP"] ?? "") ?? 1
        var (all, turned, stated, stays) = (0, 0, 0, [String]())
        let lines = try String(contentsOfFile: Self.corpus ?? "", encoding: .utf8).split(separator: "\n")
        for at in stride(from: 0, to: lines.count, by: step) {
            let object = try JSONValue.parse(String(lines[at])).requireObject()
            let path = (Self.tables ?? "") + "/" + (try object.text("table").string)
            guard let table = try? Table(path: path, dialect: .tabfact), let query = try? Query(object.text("query").string, on: table, warns: false),
                let verdict = try? query.verdict(over: table.frame, budget: .standard), let account = try? query.account()
            else { continue }
            all += 1
            let place = "\(at + 1)\t\(verdict)\t\(account.support.deciding.count)"
            switch Flip().find(query, on: table.frame, account, verdict: verdict) {
            case .turns: turned += 1
            case .stays(let reason):
                stated += 1
                stays.append("\(place)\t\(reason)\t\(query.text)")
            case .unknown: stays.append("\(place)\tunknown\t\(query.text)")
            }
        }
        try stays.joined(separator: "\n").write(toFile: Self.list ?? "", atomically: true, encoding: .utf8)
        Issue.record("of \(all) verdicts \(turned) turn, \(stated) stay for a reason, \(all - turned - stated) stay", severity: .warning)
    }
}
