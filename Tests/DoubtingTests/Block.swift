import Testing
import Foundation
import RePanda
import Testing

/// A claim, a query, and what is to be doubtful.
struct Block: CustomTestStringConvertible, Sendable {
    let caption: String
    let table: String
    var claim = ""
    var query = ""
    var codes: [String] = []
    var edits: [String] = []

    var testDescription: String { "\(claim): \(query)" }

    /// Blocks of a file: lines with `|` are the table, `claim`, `>`, `doubts` and `edit` a block's.
    static func all(_ name: String) -> [Block] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(name)").path(percentEncoded: false)
        let lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
        let table = lines.filter { $0.hasPrefix("| ") }.map { $0.dropFirst(2) + "\n" }.joined()
        let caption = lines.first { $0.hasPrefix("caption ") }.map { String($0.dropFirst(8)) } ?? ""
        var blocks: [Block] = []
        for line in lines {
            if line.hasPrefix("claim ") { blocks.append(Block(caption: caption, table: table, claim: String(line.dropFirst(6)))) }
            if !blocks.isEmpty { blocks[blocks.count - 1].add(line) }
        }
        return blocks
    }

    private init(caption: String, table: String, claim: String) {
        self.caption = caption
        self.table = table
        self.claim = claim
    }

    private mutating func add(_ line: Substring) {
        if line.hasPrefix("> ") { query = String(line.dropFirst(2)) }
        if line.hasPrefix("doubts ") { codes = line.dropFirst(7).split(separator: " ").map(String.init) }
        if line.hasPrefix("edit ") { edits.append(String(line.dropFirst(5))) }
    }
}
