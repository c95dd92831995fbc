import Diagnostics
import Glibc

/// A file that appears whole or not at all: written beside its place, then renamed.
///
/// One thread writes at a time.
public final class AtomicFile: @unchecked Sendable {
    private let path: String
    private let temporary: String
    private var descriptor: Int32
    private var failure: Diagnostic?

    /// - Throws: `unreadableFile` where the folder does not take a new file.
    public init(_ path: String) throws(Diagnostic) {
        self.path = path
        temporary = "\(path).\(getpid()).tmp"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw AtomicFile.failure(path) }
    }

    deinit { discard() }

    /// Adds bytes; a failure is told by `commit`.
    public func write(_ bytes: [UInt8]) {
        guard failure == nil, descriptor >= 0 else { return }
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                failure = AtomicFile.failure(path)
                return
            }
            start += written
        }
    }

    /// Puts the file in its place.
    ///
    /// - Throws: where writing, closing or renaming failed; the place is then as it was.
    public func commit() throws(Diagnostic) {
        if let failure { throw failure }
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0, rename(temporary, path) == 0 else {
            let failure = AtomicFile.failure(path)
            unlink(temporary)
            throw failure
        }
    }

    /// Removes what was written, unless it is in its place.
    private func discard() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporary)
    }

    private static func failure(_ path: String) -> Diagnostic {
        Diagnostic(.unreadableFile, "'\(path)' cannot be written: \(String(cString: strerror(errno)).lowercased())")
    }
}
