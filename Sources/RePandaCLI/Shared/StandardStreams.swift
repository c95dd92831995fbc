import Diagnostics
import Display
import Glibc

/// The process's own streams: bytes written whole, without buffers of C's.
enum StandardStreams {
    static func out(_ text: String) { write(text, to: 1) }
    static func out(_ bytes: [UInt8]) { write(bytes, to: 1) }
    static func err(_ text: String) { write(text, to: 2) }
    static func err(_ bytes: [UInt8]) { write(bytes, to: 2) }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Colours for standard error: only on a terminal that can show them, never where NO_COLOR is set (no-color.org).
    static var hasColor: Bool {
        guard isTerminal(2), variable("NO_COLOR") == nil else { return false }
        return variable("TERM") != "dumb"
    }

    /// Text of ours for standard output: lines from tables and models are escaped where a terminal would obey them.
    static func line(_ text: String) { out((isTerminal(1) ? visibleLines(text) : text) + "\n") }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { write($0, to: descriptor) }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBufferPointer { write($0, to: descriptor) }
    }

    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
        guard var next = bytes.baseAddress else { return }
        var left = bytes.count
        while left > 0 {
            let written = Glibc.write(descriptor, next, left)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            next += written
            left -= written
        }
    }
}

/// All of standard input, up to a limit.
///
/// - Throws: `inputLimit` past the limit; `unreadableFile`.
func readStandardInput(limit: Int) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = chunk.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Diagnostic(.unreadableFile, "the standard input cannot be read: \(String(cString: strerror(errno)))") }
        guard count > 0 else { return bytes }
        guard bytes.count + count <= limit else { throw Diagnostic(.inputLimit, "the standard input is longer than the limit of \(limit) bytes") }
        bytes += chunk[..<count]
    }
}
