import Glibc
import Synchronization

/// Whether the user wants the process to end: long commands ask between two pieces of work, and clean up.
enum Interrupt {
    private static let received = Atomic<Int32>(0)

    /// The signal that came, 0 where none has.
    static var signal: Int32 { received.load(ordering: .relaxed) }

    /// Makes the first SIGINT, SIGTERM or SIGHUP a wish; the second ends the process as ever.
    static func install() {
        received.store(0, ordering: .relaxed)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { Interrupt.note($0) }
        action.sa_flags = Int32(SA_RESTART) | Int32(bitPattern: UInt32(SA_RESETHAND))
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaction(number, &action, nil) }
    }

    private static func note(_ signal: Int32) { received.store(signal, ordering: .relaxed) }
}
