import Glibc
import Synchronization

/// A program that reads lines and answers each with a line; started through `/bin/sh -c`, in a process group of its own, with our standard error.
///
/// Used by one thread at a time.
final class ChildProcess: @unchecked Sendable {
    enum Failure: Error {
        /// The system starts no further process, by its errno.
        case notStarted(Int32)
        case timeout
        /// It ended or closed its output before the line was there; the exit status, or minus the signal, where it is known.
        case ended(Int32?)
        case tooLong
        case cancelled
    }

    private let process: pid_t
    private let input: Int32
    private let output: Int32
    /// What has been read beyond the last line.
    private var rest: [UInt8] = []
    private var isReaped = false

    /// Pipes are kept from other children by a flag that is set a moment after they are made: nobody may start one meanwhile.
    private static let starting = Mutex(())

    init(_ command: String) throws(Failure) {
        switch ChildProcess.starting.withLock({ _ in ChildProcess.start(command) }) {
        case .success(let started): (process, input, output) = started
        case .failure(let failure): throw failure
        }
        for end in [input, output] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    private static func start(_ command: String) -> Result<(pid_t, Int32, Int32), Failure> {
        var (into, from): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        guard pipe(&into) == 0 else { return .failure(.notStarted(errno)) }
        guard pipe(&from) == 0 else {
            let number = errno
            for end in into { close(end) }
            return .failure(.notStarted(number))
        }
        for end in into + from { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var child = pid_t()
        let status = spawn(command, input: into[0], output: from[1], &child)
        close(into[0])
        close(from[1])
        guard status != 0 else { return .success((child, into[1], from[0])) }
        close(into[1])
        close(from[0])
        return .failure(.notStarted(status))
    }

    deinit {
        close(input)
        close(output)
        end()
    }

    private static func spawn(_ command: String, input: Int32, output: Int32, _ child: inout pid_t) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup("-c"), strdup(command), nil]
        defer { for argument in arguments { free(argument) } }
        return posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ)
    }

    /// Writes a line and waits for one.
    ///
    /// - Parameters:
    ///   - line: without its end.
    ///   - limit: the most bytes of the answer.
    func ask(_ line: [UInt8], seconds: Double, limit: Int, isCancelled: () -> Bool) throws(Failure) -> [UInt8] {
        let deadline = Deadline(seconds: seconds)
        try write(line + [UInt8(ascii: "\n")], deadline, isCancelled)
        var searched = 0
        while true {
            if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { rest.removeSubrange(...end) }
                return Array(rest[..<end])
            }
            searched = rest.count
            guard rest.count <= limit else { throw .tooLong }
            try wait(output, for: Int16(POLLIN), deadline, isCancelled)
            try read()
        }
    }

    private func read() throws(Failure) {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = chunk.withUnsafeMutableBytes { Glibc.read(output, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR || errno == EAGAIN { return }
        guard count > 0 else { throw .ended(end()) }
        rest += chunk[..<count]
    }

    private func write(_ bytes: [UInt8], _ deadline: Deadline, _ isCancelled: () -> Bool) throws(Failure) {
        var start = 0
        while start < bytes.count {
            try wait(input, for: Int16(POLLOUT), deadline, isCancelled)
            let written = withoutBrokenPipeSignal { bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress?.advanced(by: start), bytes.count - start) } }
            if written < 0, errno == EINTR || errno == EAGAIN { continue }
            guard written > 0 else { throw .ended(end()) }
            start += written
        }
    }

    /// Waits in short steps, so that a wish to end is heard.
    private func wait(_ descriptor: Int32, for event: Int16, _ deadline: Deadline, _ isCancelled: () -> Bool) throws(Failure) {
        while true {
            guard !isCancelled() else { throw .cancelled }
            guard deadline.left > 0 else { throw .timeout }
            var wanted = pollfd(fd: descriptor, events: event, revents: 0)
            if poll(&wanted, 1, Int32(min(deadline.left * 1000, 100).rounded(.up))) > 0 { return }
        }
    }

    /// Ends the program with all that it has started.
    ///
    /// - Returns: its exit status, or minus the signal that ended it, where it had ended by itself.
    @discardableResult private func end() -> Int32? {
        guard !isReaped else { return nil }
        isReaped = true
        var status: Int32 = 0
        // One that closes its output is about to end: a moment shows how.
        for _ in 0..<20 {
            if waitpid(process, &status, WNOHANG) == process { return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F) }
            usleep(5_000)
        }
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        return nil
    }
}

/// A moment on the monotonic clock.
private struct Deadline {
    private let end: ContinuousClock.Instant

    init(seconds: Double) { end = .now + .seconds(seconds) }

    /// Seconds.
    var left: Double { (end - .now) / .seconds(1) }
}

/// Runs a write to a pipe whose reader may be gone: the signal that would end the process is taken back, the error stays.
private func withoutBrokenPipeSignal<R>(_ body: () -> R) -> R {
    var (signals, old, pending) = (sigset_t(), sigset_t(), sigset_t())
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigpending(&pending)
    let wasPending = sigismember(&pending, SIGPIPE) == 1
    pthread_sigmask(SIG_BLOCK, &signals, &old)
    let result = body()
    let number = errno
    if !wasPending {
        var now = timespec()
        while sigtimedwait(&signals, nil, &now) == -1, errno == EINTR {}
    }
    pthread_sigmask(SIG_SETMASK, &old, nil)
    errno = number
    return result
}
