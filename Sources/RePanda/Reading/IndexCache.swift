import Linking
import Searching
import Synchronization
import Tables
import Values

/// The indexes of the tables that were asked last: many sentences are about one table.
final class IndexCache: Sendable {
    /// Tables beyond these are indexed anew.
    private static let capacity = 8
    private let recent = Mutex<[IndexedTable]>([])

    subscript(table: Table) -> IndexedTable {
        if let known = recent.withLock({ $0.first { $0.index.frame === table.frame } }) { return known }
        let indexed = IndexedTable(TableIndex(table))
        recent.withLock { recent in
            recent.append(indexed)
            if recent.count > IndexCache.capacity { recent.removeFirst() }
        }
        return indexed
    }
}

/// A table's index, and what questions need besides, made when the first comes.
final class IndexedTable: Sendable {
    let index: TableIndex
    private let known = Mutex<QuestionTable?>(nil)

    init(_ index: TableIndex) { self.index = index }

    var questions: QuestionTable {
        known.withLock { known in
            if let known { return known }
            let made = QuestionTable(index)
            known = made
            return made
        }
    }
}
