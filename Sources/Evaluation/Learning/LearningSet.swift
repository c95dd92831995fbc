import Diagnostics
import Files
import Linking
import RePanda
import Scoring
import Searching
import Threads
import Training

/// Labelled claims or answered questions of a split as what a ranker learns from.
public struct LearningSet: Sendable {
    public let lessons: [Lesson]
    /// Sentences without a label, or whose table cannot be read.
    public let passedOver: Int

    /// The sentences of one kind.
    ///
    /// - Parameter progress: told how much is done, from 0 to 1, and how many sentences.
    public init(_ split: OpenSplit, _ kind: Prediction.Kind, tables: TableCache, threads: Int, progress: @escaping @Sendable (Double, Int) -> Void) {
        let subjects = split.items.map(\.subject).filter { $0.kind == kind }
        let collected = Collected()
        let pool = OrderedPool<[Subject], [Lesson]>(
            threads: threads, window: 64, makeWorker: { { LearningSet.lessons($0, tables) } },
            sink: { lessons in
                collected.lessons += lessons
                progress(Double(collected.lessons.count) / Double(max(1, subjects.count)), collected.lessons.count)
            })
        for group in LearningSet.groups(subjects) { pool.submit(group) }
        pool.finish()
        lessons = collected.lessons
        passedOver = subjects.count - collected.lessons.count
    }

    /// Filled by one thread at a time.
    private final class Collected: @unchecked Sendable {
        var lessons: [Lesson] = []
    }

    /// The sentences about each table, tables in the order they first come.
    private static func groups(_ subjects: [Subject]) -> [[Subject]] {
        var places: [String: Int] = [:]
        var groups: [[Subject]] = []
        for subject in subjects {
            let path = subject.tablePath ?? ""
            if let place = places[path], !path.isEmpty { groups[place].append(subject) } else {
                places[path] = groups.count
                groups.append([subject])
            }
        }
        return groups
    }

    private static func lessons(_ subjects: [Subject], _ tables: TableCache) -> [Lesson] {
        guard let first = subjects.first, let table = try? first.table(tables) else { return [] }
        let lessons = TableLessons(TableIndex(table))
        return subjects.compactMap { subject in
            switch subject {
            case .claim(let record): lessons.lesson(record, about: subject.tablePath ?? subject.text)
            case .question(let record): lessons.lesson(record, about: subject.tablePath ?? subject.text)
            }
        }
    }
}
