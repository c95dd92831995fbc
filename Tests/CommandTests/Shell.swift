import Glibc
import Testing

/// What a command line did.
struct Run {
    let status: Int32
    let out: [UInt8]
    let err: [UInt8]

    var outText: String { String(decoding: out, as: UTF8.self) }
    var errText: String { String(decoding: err, as: UTF8.self) }
}

/// Runs command lines with the built `repanda` first on the path, in a folder of their own.
final class Shell {
    let folder: String

    /// Makes the folder, with a copy of the fixtures in it.
    init() throws {
        var template = Array("/tmp/repanda-test-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try #require(system("cp -r '\(besideTests("Fixtures"))/.' '\(folder)'") == 0)
    }

    deinit { system("rm -rf '\(folder)' '\(folder).in' '\(folder).out' '\(folder).err'") }

    func run(_ command: String, input: [UInt8] = []) throws -> Run {
        write(input, to: folder + ".in")
        let line = "cd '\(folder)' && PATH='\(try binaryFolder())':\"$PATH\" && export PATH && unset NO_COLOR && { \(command)\n} <'\(folder).in' >'\(folder).out' 2>'\(folder).err'"
        let status = system(line)
        return Run(status: (status >> 8) & 0xFF, out: contents(folder + ".out"), err: contents(folder + ".err"))
    }
}

/// The folder that the built product is in: the one of the test bundle.
func binaryFolder() throws -> String {
    let places = CommandLine.arguments + [realPath("/proc/self/exe")]
    for place in places where place.contains(".xctest") {
        let file = place.split(separator: "=").last.map(String.init) ?? place
        let folder = parent(realPath(file))
        if access(folder + "/repanda", X_OK) == 0 { return folder }
    }
    throw NoBinary()
}

struct NoBinary: Error, CustomStringConvertible {
    var description: String { "the built product 'repanda' is not beside the test bundle" }
}

func besideTests(_ name: String, from file: String = #filePath) -> String { parent(file) + "/" + name }

/// The checkout that the tests belong to.
var checkout: String { parent(parent(besideTests(""))).withoutSlash }

func parent(_ path: String) -> String {
    guard let slash = path.withoutSlash.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
}

extension String {
    var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}

private func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}

func contents(_ path: String) -> [UInt8] {
    guard let handle = fopen(path, "r") else { return [] }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let got = fread(&buffer, 1, buffer.count, handle), got > 0 { bytes += buffer[..<got] }
    return bytes
}

func write(_ bytes: [UInt8], to path: String) {
    guard let handle = fopen(path, "w") else { return }
    defer { fclose(handle) }
    fwrite(bytes, 1, bytes.count, handle)
}
