import Foundation

func besideTests(_ name: String) -> String { URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path(percentEncoded: false) }

func contents(_ name: String) throws -> String { try String(contentsOfFile: besideTests(name), encoding: .utf8) }

/// A folder of a test's own, removed at its end.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "repanda-translation-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
    func text(_ name: String) throws -> String { try String(contentsOfFile: file(name), encoding: .utf8) }
    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: URL(filePath: file(name))) }
    func write(_ text: String, to name: String) throws { try text.write(toFile: file(name), atomically: true, encoding: .utf8) }
}

/// Whether a process has ended and only its parent does not know yet.
func isZombie(_ process: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
    return status.split(separator: ")").last?.split(separator: " ").first == "Z"
}
