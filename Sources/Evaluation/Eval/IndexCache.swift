import Linking
import RePanda
import Tables

/// The index of the table that was asked for last: claims of one table follow each other. Of one thread.
final class IndexCache {
    private var path: String?
    private var last: TableIndex?

    /// nil where the table is too large to look for a claim's words in it.
    func index(of table: Table, at path: String?) -> TableIndex? {
        if let path, path == self.path { return last }
        self.path = path
        last = TableIndex.small(table)
        return last
    }
}
