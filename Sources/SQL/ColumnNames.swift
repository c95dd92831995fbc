/// Names for SQL out of headers: a header itself where SQLite can hold it, else the column's place.
///
/// SQLite folds ASCII case in names, has no empty ones, and ends at a NUL.
public struct ColumnNames {
    public let columns: [String]
    /// The name of the column of row labels.
    public let row: String

    /// The longest header that is taken as it is, in bytes.
    private static let longest = 200

    public init(headers: [String?]) {
        var taken: Set<String> = []
        var counts: [String: Int] = [:]
        for header in headers { counts[ColumnNames.folded(header ?? ""), default: 0] += 1 }
        var names: [String?] = headers.map { header in
            guard let header, ColumnNames.canBeHeld(header), counts[ColumnNames.folded(header)] == 1 else { return nil }
            taken.insert(ColumnNames.folded(header))
            return header
        }
        for at in names.indices where names[at] == nil { names[at] = ColumnNames.free("c\(at)", &taken) }
        columns = names.compactMap(\.self)
        row = ColumnNames.free("row", &taken)
    }

    private static func canBeHeld(_ header: String) -> Bool {
        !header.isEmpty && header.utf8.count <= longest && !header.unicodeScalars.contains { $0.value < 32 }
    }

    private static func folded(_ name: String) -> String {
        String(decoding: name.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }

    private static func free(_ wanted: String, _ taken: inout Set<String>) -> String {
        var name = wanted
        while !taken.insert(folded(name)).inserted { name += "_" }
        return name
    }
}
