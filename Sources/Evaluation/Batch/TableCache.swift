import Diagnostics
import Synchronization
import Tables

/// Tables read once and kept while they are small enough to keep.
public final class TableCache: Sendable {
    public let root: String
    public let limits: Limits
    private let capacity: Int
    private let state = Mutex(State())

    private struct State {
        var tables: [Key: Result<Table, Diagnostic>] = [:]
        /// Keys in the order they came, oldest first.
        var order: [Key] = []
        var cells = 0
    }

    private struct Key: Hashable {
        var path: String
        var dialect: Dialect
    }

    /// - Parameter capacity: the most cells to keep over all tables.
    public init(root: String, limits: Limits = .standard, capacity: Int = 20_000_000) {
        self.root = root
        self.limits = limits
        self.capacity = capacity
    }

    /// The table at a path below the root, read at the first request.
    ///
    /// - Throws: `pathOutsideRoot` for a path that leaves the root; what the reader throws.
    public func table(_ path: String, dialect: Dialect) throws(Diagnostic) -> Table {
        let key = Key(path: path, dialect: dialect)
        if let known = state.withLock({ $0.tables[key] }) { return try known.get() }
        let result = load(path, dialect)
        state.withLock { keep(result, under: key, in: &$0) }
        return try result.get()
    }

    private func load(_ path: String, _ dialect: Dialect) -> Result<Table, Diagnostic> {
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains(".."), !path.isEmpty else {
            return .failure(Diagnostic(.pathOutsideRoot, "the table path '\(path)' leaves the tables folder"))
        }
        do {
            return .success(try read(path: root.isEmpty ? path : root + "/" + path, dialect: dialect, limits: limits))
        } catch {
            return .failure(error)
        }
    }

    private func keep(_ result: Result<Table, Diagnostic>, under key: Key, in state: inout State) {
        state.tables[key] = result
        state.order.append(key)
        state.cells += TableCache.cells(result)
        while state.cells > capacity, state.order.count > 1 {
            let oldest = state.order.removeFirst()
            if let gone = state.tables.removeValue(forKey: oldest) { state.cells -= TableCache.cells(gone) }
        }
    }

    private static func cells(_ result: Result<Table, Diagnostic>) -> Int {
        guard case .success(let table) = result else { return 1 }
        return max(1, table.frame.rowCount * table.frame.columnCount)
    }
}
