import Glibc

/// A lock that threads can wait at until the state it guards has changed.
///
/// The caller guards its own state: read and write it only inside `locked`.
public final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    public init() { pthread_mutex_init(mutex, nil) }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    public func locked<R>(_ body: () -> R) -> R {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// Gives the lock up until the event comes; only inside `locked`, and in a loop around the condition waited for.
    func wait(for event: Event) { event.wait(mutex) }

    /// Something that threads wait for. Only inside `locked`.
    final class Event: @unchecked Sendable {
        private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
        private var waiting = 0

        init() { pthread_cond_init(condition, nil) }

        deinit {
            pthread_cond_destroy(condition)
            condition.deallocate()
        }

        fileprivate func wait(_ mutex: UnsafeMutablePointer<pthread_mutex_t>) {
            waiting += 1
            pthread_cond_wait(condition, mutex)
            waiting -= 1
        }

        /// Wakes one thread that waits.
        func happened() { if waiting > 0 { pthread_cond_signal(condition) } }

        /// Wakes every thread that waits.
        func happenedForAll() { if waiting > 0 { pthread_cond_broadcast(condition) } }
    }
}
