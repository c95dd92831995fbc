import Diagnostics
import Glibc
import Tables
import Values

/// A whole file in memory.
///
/// - Parameter path: `-` is standard input.
/// - Throws: `unreadableFile`; `inputLimit` past the limit.
public func readFile(_ path: String, limit: Int) throws(Diagnostic) -> [UInt8] {
    let descriptor = try openFile(path)
    defer { if descriptor > 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw unreadable(path) }
        guard count > 0 else { return bytes }
        guard bytes.count + count <= limit else { throw Diagnostic(.inputLimit, "\(shown(path)) is longer than the limit of \(limit) bytes") }
        bytes += chunk[..<count]
    }
}

/// A descriptor to read a file from; `-` is standard input.
///
/// - Throws: `unreadableFile`.
public func openFile(_ path: String) throws(Diagnostic) -> Int32 {
    guard path != "-" else { return 0 }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    return descriptor
}

private func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(.unreadableFile, "\(shown(path)) cannot be read: \(String(cString: strerror(errno)).lowercased())")
}

private func shown(_ path: String) -> String { path == "-" ? "standard input" : quoted(Text(path), limit: 200) }

/// Says in which file a complaint is.
public func inFile<T>(_ path: String, _ body: () throws(Diagnostic) -> T) throws(Diagnostic) -> T {
    do {
        return try body()
    } catch {
        var placed = error
        if placed.code != .unreadableFile { placed.notes.insert("in \(path)", at: 0) }
        throw placed
    }
}
