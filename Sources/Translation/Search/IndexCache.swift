import Linking
import Synchronization
import Tables
import Values

/// The indexes of the tables that were asked last: many sentences are about one table.
final class IndexCache: Sendable {
    /// Tables beyond these are indexed anew.
    private static let capacity = 8
    private let recent = Mutex<[(frame: Frame, index: TableIndex)]>([])

    func index(of table: Table) -> TableIndex {
        if let known = recent.withLock({ $0.first { $0.frame === table.frame }?.index }) { return known }
        let index = TableIndex(table)
        recent.withLock { recent in
            recent.append((table.frame, index))
            if recent.count > IndexCache.capacity { recent.removeFirst() }
        }
        return index
    }
}
