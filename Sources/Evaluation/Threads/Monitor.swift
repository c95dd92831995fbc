import Glibc

/// A lock that threads can wait at until the state it guards has changed.
///
/// The caller guards its own state: read and write it only inside `locked`.
final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func locked<R>(_ body: () -> R) -> R {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// Gives the lock up until somebody calls `changed`; only inside `locked`, and in a loop around the condition waited for.
    func wait() { pthread_cond_wait(condition, mutex) }

    func changed() { pthread_cond_broadcast(condition) }
}
