import Glibc
import RePanda

/// The files beside the tests.
enum CaseFile {
    /// The `.ptest` files, without their ending.
    static func names() throws -> [String] {
        guard let folder = opendir(path("Cases")) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".ptest") { names.append(String(name.dropLast(".ptest".count))) }
        }
        return names.sorted()
    }

    static func blocks(_ name: String) throws -> [Block] {
        try BlockParser.parse(text("Cases/\(name).ptest"), file: name)
    }

    static func table(_ block: Block) throws -> Table {
        switch block.source {
        case .named(let name): try Table(path: path("Cases/Tables/\(name).csv"), dialect: block.dialect)
        case .inline(let text): try Table(csv: text, dialect: block.dialect)
        }
    }

    static func text(_ name: String) -> String {
        guard let handle = fopen(path(name), "r") else { return "" }
        defer { fclose(handle) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let got = fread(&buffer, 1, buffer.count, handle), got > 0 { bytes += buffer[..<got] }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func path(_ name: String, beside file: String = #filePath) -> String {
        file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
    }
}
