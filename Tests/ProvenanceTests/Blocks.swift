import Foundation
import RePanda

/// One query over one table, with what a file of blocks says of it: the lines by their first word, as `QueryTests/README.md` has them.
struct Block: Sendable {
    let place: String
    let query: String
    let table: Source
    let dialect: Dialect
    /// `deciding`, `read`, `value` …: the words after it.
    let facts: [String: String]

    enum Source: Hashable, Sendable {
        case named(String)
        case inline(String)
    }

    func loaded() throws -> Table {
        switch table {
        case .named(let name): try Table(path: Blocks.folder.appending(path: "QueryTests/Cases/Tables/\(name).csv").path, dialect: dialect)
        case .inline(let text): try Table(csv: text, dialect: dialect)
        }
    }
}

enum Blocks {
    /// The folder `Tests`.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// The blocks of every file of a folder below `Tests`.
    static func all(_ path: String) throws -> [Block] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path).filter { $0.hasSuffix(".ptest") }.sorted()
        return try names.flatMap { name in
            try parse(String(contentsOf: folder.appending(path: path).appending(path: name), encoding: .utf8), name)
        }
    }

    /// A table of its own holds for the blocks below it, until another is named.
    static func parse(_ text: String, _ file: String) throws -> [Block] {
        var table: Block.Source?
        var found: [Block] = []
        var at = 1
        for paragraph in text.components(separatedBy: "\n\n") {
            let lines = paragraph.components(separatedBy: "\n").filter { !$0.hasPrefix("#") && !$0.isEmpty }
            let pairs = lines.map { line in line.firstIndex(of: " ").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) } ?? (line, "") }
            let rows = pairs.filter { $0.0 == "|" }.map(\.1)
            let named = pairs.last { $0.0 == "table" }?.1
            if let named { table = .named(named) }
            let source = rows.isEmpty ? table : .inline(rows.joined(separator: "\n") + "\n")
            let query = pairs.filter { $0.0 == ">" }.map(\.1).joined(separator: "\n")
            let dialect = pairs.last { $0.0 == "dialect" }.flatMap { Dialect(rawValue: $0.1) } ?? .csv
            if let source, !query.isEmpty {
                let facts = Dictionary(pairs.map { ($0.0, $0.1) }, uniquingKeysWith: { $1 })
                found.append(Block(place: "\(file):\(at)", query: query, table: source, dialect: dialect, facts: facts))
            }
            at += paragraph.components(separatedBy: "\n").count + 1
        }
        return found
    }
}
