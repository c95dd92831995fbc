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
        guard isTerminal(2), Environment.variable("NO_COLOR") == nil else { return false }
        return Environment.variable("TERM") != "dumb"
    }

    /// Lines that may hold text from tables and models: escaped where a terminal would obey them, else as they are.
    static func text(_ lines: String) { out(isTerminal(1) ? visibleLines(lines) : lines) }

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
