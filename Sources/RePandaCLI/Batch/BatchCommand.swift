import ArgumentParser
import Evaluation
import Glibc
import JSON

struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Answer one JSON request a line: exactly one result line each, in order.")

    @Option(help: "The folder that the requests' table paths are relative to.")
    var tables = ""

    @Option(help: "How many requests to work on at once.")
    var jobs = 1

    func run() throws {
        let worker = BatchWorker(tables: TableCache(root: tables))
        var reader = JSONLReader(descriptor: 0)
        var out: [UInt8] = []
        while let line = try reader.nextLine() {
            out += line.withBytes { worker.answer($0) }
            if out.count > 1 << 16 {
                Self.write(&out)
            }
        }
        Self.write(&out)
    }

    static func write(_ bytes: inout [UInt8]) {
        var start = 0
        while start < bytes.count {
            let n = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress! + start, bytes.count - start) }
            if n <= 0 { break }
            start += n
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
