import Synchronization

/// One lock a key, there while somebody holds it or waits for it.
final class KeyLocks: Sendable {
    private final class Lock: Sendable {
        let mutex = Mutex(())
    }

    private struct Entry {
        let lock: Lock
        var users: Int
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// Runs the body while nobody else runs one under the same key.
    func locked<R>(_ key: String, _ body: () -> R) -> R {
        let lock = entries.withLock { entries in
            var entry = entries[key] ?? Entry(lock: Lock(), users: 0)
            entry.users += 1
            entries[key] = entry
            return entry.lock
        }
        defer { leave(key) }
        return lock.mutex.withLock { _ in Unchecked(value: body()) }.value
    }

    private func leave(_ key: String) {
        entries.withLock { entries in
            entries[key]?.users -= 1
            if entries[key]?.users == 0 { entries[key] = nil }
        }
    }

    /// A result on its way out of a lock on the thread that made it.
    private struct Unchecked<R>: @unchecked Sendable { let value: R }
}
