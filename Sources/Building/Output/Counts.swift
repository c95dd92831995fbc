import JSON
import Values

/// What a build counted, by name, in the order in which it is to be told.
public struct Counts: Sendable {
    public private(set) var entries: [(name: String, count: Int)]

    /// - Parameter names: every name that may be counted; each is told even where it is 0.
    init(_ names: [String]) { entries = names.map { ($0, 0) } }

    public subscript(name: String) -> Int { entries.first { $0.name == name }?.count ?? 0 }

    mutating func add(_ name: String, _ count: Int = 1) {
        if let at = entries.firstIndex(where: { $0.name == name }) { entries[at].count += count } else { entries.append((name, count)) }
    }

    mutating func add(_ other: Counts) { for entry in other.entries { add(entry.name, entry.count) } }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for entry in entries {
            writer.key(text: Text(entry.name))
            writer.int(entry.count)
        }
        writer.endObject()
    }
}
