import JSON

/// The data-set card: `README.md` with the header that Hugging Face reads.
struct Card {
    struct Column {
        let name: String
        let type: String
        let meaning: String
    }

    let manifest: Manifest
    let summary: String
    /// An SPDX-like name that Hugging Face knows: `cc-by-4.0`.
    let license: String
    let licensing: String
    /// Hugging Face's configurations, the first one its default: a name, and the folder that its splits lie in.
    let configurations: [(name: String, folder: String)]
    let columns: [Column]

    var text: String {
        [header, "# \(manifest.dataset)\n\n\(summary)\n", files, counts, schema, "## Licence\n\n\(licensing)\n"].joined(separator: "\n")
    }

    private var header: String {
        var lines = ["---", "license: \(license)", "language:", "- en", "pretty_name: \(manifest.dataset)", "tags:", "- table-fact-verification", "- pandas"]
        lines += ["configs:"]
        lines += configurations.flatMap { configuration($0.name, in: $0.folder) }
        return (lines + ["---", ""]).joined(separator: "\n")
    }

    private func configuration(_ name: String, in folder: String) -> [String] {
        let inside = manifest.files.map(\.name).filter { $0.hasPrefix(folder) && !$0.dropFirst(folder.utf8.count).contains("/") }
        guard !inside.isEmpty else { return [] }
        let listed = Card.splits.flatMap { split -> [String] in
            let file = "\(folder)\(split).jsonl"
            return inside.contains(file) ? ["  - split: \(split)", "    path: \(file)"] : []
        }
        return ["- config_name: \(name)", "  data_files:"] + listed
    }

    static let recordsAndChat = [(name: "default", folder: ""), (name: "chat", folder: "chat/")]

    private static let splits = ["train", "validation", "test"]

    private var files: String {
        let rows = manifest.files.map { "| `\($0.name)` | \($0.rows) |" }
        return (["## Files", "", "| file | rows |", "|---|---|"] + rows + ["", "`manifest.json` has the hash of every file and of every source.", ""]).joined(separator: "\n")
    }

    private var counts: String {
        let rows = manifest.counts.entries.map { "| \($0.name) | \($0.count) |" }
        let options = manifest.options.map { "`\($0.name)` \(Card.shown($0.value))" }.joined(separator: ", ")
        return (["## How it was built", "", "\(manifest.origin), by `repanda build`: \(options).", "", "| counted | |", "|---|---|"] + rows + [""]).joined(separator: "\n")
    }

    private static func shown(_ value: JSONValue) -> String {
        switch value {
        case .bool(let flag): flag ? "on" : "off"
        case .int(let number): String(number)
        case .string(let text): text.string
        case .null, .double, .array, .object: ""
        }
    }

    private var schema: String {
        let rows = columns.map { "| `\($0.name)` | \($0.type) | \($0.meaning) |" }
        return (["## Columns", "", "| key | type | meaning |", "|---|---|---|"] + rows + [""]).joined(separator: "\n")
    }
}
