import Glibc

/// Ends the process with status 70 where a fault of ours would end it by a signal, so that a caller can tell such an end from every other.
enum FaultHandler {
    /// A trap, a bad address, an exhausted stack, an abort.
    private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]

    static func install() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in FaultHandler.leave() }
        action.sa_flags = SA_ONSTACK
        for signal in signals { sigaction(signal, &action, nil) }
    }

    /// Only what POSIX allows inside a signal handler.
    private static func leave() -> Never {
        let words: StaticString = "fault: repanda met an error of its own (RP9001, internal-fault); please report the query and the table\n"
        _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
        _exit(ExitStatus.fault.rawValue)
    }
}
