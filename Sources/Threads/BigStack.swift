import Glibc
import Synchronization

/// A thread with a stack of its own size: trees are walked and freed by recursion, and 8 MiB are too few to promise it.
///
/// Used by one owner: start it, then wait for it.
public final class BigStack {
    public static let size = 64 << 20
    private var thread = pthread_t()
    private let isRunning: Bool

    /// Starts the work at once; where the system gives no thread, the work is done here.
    public init(_ body: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, BigStack.size)
        let work = Unmanaged.passRetained(Work(body))
        let status = pthread_create(&thread, &attributes, { Work.run($0) }, work.toOpaque())
        isRunning = status == 0
        guard !isRunning else { return }
        work.release()
        body()
    }

    /// Waits for the end of the work.
    public func join() {
        if isRunning { pthread_join(thread, nil) }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }

        static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            guard let pointer else { return nil }
            let spare = spareStack()
            Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
            discard(spare)
            return nil
        }

        /// A stack for signal handlers: one that is told of an exhausted stack has to stand elsewhere.
        private static func spareStack() -> stack_t {
            var stack = stack_t()
            stack.ss_size = 1 << 16
            stack.ss_sp = malloc(stack.ss_size)
            if stack.ss_sp != nil { sigaltstack(&stack, nil) }
            return stack
        }

        private static func discard(_ stack: stack_t) {
            var none = stack_t()
            none.ss_flags = Int32(SS_DISABLE)
            sigaltstack(&none, nil)
            free(stack.ss_sp)
        }
    }
}
