import Probing
import RePanda
import Testing
import Values

@testable import Provenance

/// For most verdicts some single change of a deciding cell turns them; for every other one the reason is stated.
@Suite struct FlipTests {
    @Test func decidingCellsTurnVerdicts() throws {
        var (turned, stated, all) = (0, 0, 0)
        var unknown: [String] = []
        for (at, block) in try Samples.blocks().enumerated() where at % 3 == 0 {
            guard let table = try? block.loaded(), let query = try? Query(block.query, on: table, warns: false), let account = try? query.account(),
                let verdict = try? query.verdict(over: table.frame, budget: .standard)
            else { continue }
            all += 1
            switch Flip(runs: 150).find(query, on: table.frame, account, verdict: verdict) {
            case .turns(let cell, _):
                turned += 1
                #expect(account.support.deciding.contains(row: cell.row, column: cell.column))
                #expect(account.support.read.contains(row: cell.row, column: cell.column), "\(block.place): what decides was read")
            case .stays(let reason):
                stated += 1
                #expect(!reason.isEmpty, "\(block.place)")
            case .unknown: unknown.append("\(verdict) \(query.text)")
            }
        }
        #expect(Double(turned + stated) >= 0.95 * Double(all), "only \(turned) of \(all) turn, and \(stated) stay for a reason; no reason for\n\(unknown.joined(separator: "\n"))")
    }
}
