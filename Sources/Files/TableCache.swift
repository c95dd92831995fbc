import Diagnostics
import Synchronization
import Tables
import Values

/// Tables read once and kept while memory allows; many threads may ask at the same time.
public final class TableCache: Sendable {
    public let folder: TableFolder
    public let limits: Limits
    private let capacity: Int
    private let state = Mutex(State())

    fileprivate struct State {
        var entries: [Key: Entry] = [:]
        /// Keys in the order they came, oldest first.
        var order: [Key] = []
        var bytes = 0
    }

    fileprivate struct Key: Hashable {
        var path: String
        var dialect: Dialect
    }

    /// One table: the first thread to come reads it, others wait for that thread only.
    fileprivate final class Entry: Sendable {
        let table = Mutex<Result<Table, Diagnostic>?>(nil)
    }

    /// - Parameter capacity: the most bytes to keep over all tables; the oldest go first.
    public init(folder: TableFolder, limits: Limits = .standard, capacity: Int = 1 << 30) {
        self.folder = folder
        self.limits = limits
        self.capacity = capacity
    }

    /// The table at a path below the folder, read at the first request.
    ///
    /// - Throws: `pathOutsideRoot` for a path that leaves the folder; what the reader throws, again at every request.
    public func table(_ path: String, dialect: Dialect) throws(Diagnostic) -> Table {
        let key = Key(path: path, dialect: dialect)
        let entry = state.withLock { $0.entry(key) }
        let (result, isNew) = entry.table.withLock { known in
            if let known { return (known, false) }
            let read = load(path, dialect)
            known = read
            return (read, true)
        }
        if isNew { state.withLock { charge(result, &$0) } }
        return try result.get()
    }

    private func load(_ path: String, _ dialect: Dialect) -> Result<Table, Diagnostic> {
        do {
            return .success(try read(path: folder.resolve(path), dialect: dialect, limits: limits))
        } catch {
            return .failure(error)
        }
    }

    private func charge(_ result: Result<Table, Diagnostic>, _ state: inout State) {
        state.bytes += TableCache.size(result)
        while state.bytes > capacity, state.order.count > 1 { state.dropOldest() }
    }

    fileprivate static func size(_ result: Result<Table, Diagnostic>?) -> Int {
        guard case .success(let table)? = result else { return 256 }
        return 1024 + table.frame.memorySize
    }
}

extension TableCache.State {
    fileprivate mutating func entry(_ key: TableCache.Key) -> TableCache.Entry {
        if let known = entries[key] { return known }
        let entry = TableCache.Entry()
        entries[key] = entry
        order.append(key)
        return entry
    }

    fileprivate mutating func dropOldest() {
        guard let entry = entries.removeValue(forKey: order.removeFirst()) else { return }
        bytes -= entry.table.withLock { $0.map { TableCache.size($0) } ?? 0 }
    }
}

extension Frame {
    /// About how many bytes the cells hold: eight a cell, and each text storage once.
    var memorySize: Int {
        var storages: Set<ObjectIdentifier> = []
        var bytes = 8 * rowCount * columnCount
        for case .text(let cells) in allColumns where storages.insert(ObjectIdentifier(cells.storage)).inserted {
            bytes += cells.storage.count
        }
        return bytes
    }
}
