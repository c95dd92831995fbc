import Diagnostics
import Files
import Linking
import Ranking
import RePanda
import Searching
import Synchronization
import Threads
import Training

/// Labelled claims of a split as what a ranker learns from.
public struct LearningSet: Sendable {
    public let claims: [RankerTrainer.Claim]
    /// Claims without a label, or whose table cannot be read.
    public let passedOver: Int

    /// - Parameters:
    ///   - limit: no more claims than these.
    ///   - progress: told how much is done, from 0 to 1, and how many claims.
    public init(_ split: OpenSplit, tables: TableCache, threads: Int, progress: @escaping @Sendable (Double, Int) -> Void) {
        let groups = LearningSet.groups(split)
        let collected = Collected()
        let pool = OrderedPool<[Subject], [RankerTrainer.Claim]>(
            threads: threads, window: 64, makeWorker: { { LearningSet.claims($0, tables) } },
            sink: { claims in
                collected.claims += claims
                progress(Double(collected.claims.count) / Double(max(1, split.count)), collected.claims.count)
            })
        for group in groups { pool.submit(group) }
        pool.finish()
        claims = collected.claims
        passedOver = split.count - collected.claims.count
    }

    /// Filled by one thread at a time.
    private final class Collected: @unchecked Sendable {
        var claims: [RankerTrainer.Claim] = []
    }

    /// The claims about each table, tables in the order they first come.
    private static func groups(_ split: OpenSplit) -> [[Subject]] {
        var places: [String: Int] = [:]
        var groups: [[Subject]] = []
        for item in split.items where item.subject.label != nil {
            let path = item.subject.tablePath ?? ""
            if let place = places[path], !path.isEmpty { groups[place].append(item.subject) } else {
                places[path] = groups.count
                groups.append([item.subject])
            }
        }
        return groups
    }

    private static func claims(_ subjects: [Subject], _ tables: TableCache) -> [RankerTrainer.Claim] {
        guard let first = subjects.first, let table = try? first.table(tables) else { return [] }
        let index = TableIndex(table)
        return subjects.compactMap { subject in
            guard let label = subject.label else { return nil }
            let sentence = LinkedSentence(subject.text, caption: subject.caption ?? "", index)
            let space = SearchSpace(sentence)
            let matrix = FeatureMatrix.claim(space, ClaimSearch.candidates(space))
            return RankerTrainer.Claim(table: subject.tablePath ?? subject.text, label: label, matrix: matrix, terms: sentence.terms)
        }
    }
}
