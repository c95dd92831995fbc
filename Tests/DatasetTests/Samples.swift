import Evaluation
import Files
import Foundation
import JSON

/// The shipped samples, found from the place of this source file.
enum Samples {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Datasets")

    static let sets = ["tabfact/pantabfact.jsonl", "wikitablequestions/claims.jsonl"]

    static func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    static func text(_ name: String) throws -> String { try String(contentsOf: folder.appending(path: name), encoding: .utf8) }

    static func documents(_ set: String) throws -> [JSONValue] {
        try text(set).split(separator: "\n").map { try JSONValue.parse(String($0)) }
    }

    static func records(_ set: String) throws -> [ClaimRecord] { try documents(set).map { try ClaimRecord($0) } }

    static func single(_ name: String) throws -> ClaimRecord { try ClaimRecord(JSONValue.parse(text("claims/\(name).json"))) }

    /// The tables of the single claims; the records of the sets bring their own.
    static let tables = TableCache(folder: TableFolder(path("claims")))

    /// Every file, as paths from the folder.
    static var files: [String] {
        let walker = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
        return walker?.compactMap { $0 as? String } ?? []
    }

    static func size(_ file: String) throws -> Int {
        try folder.appending(path: file).resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey]).fileSize ?? 0
    }
}

extension ClaimRecord {
    var name: String { id.string ?? "?" }

    /// What tells one inline table from another.
    var inlineTable: String {
        switch source {
        case .text(let text): text.string
        case .path(let path): path
        }
    }
}
