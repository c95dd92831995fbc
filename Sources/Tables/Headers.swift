import Values

/// The labels that pandas makes of a header row.
struct Headers {
    /// The header as the file has it.
    let raw: TextColumn
    let names: TextColumn

    /// Copies the header out of the file, so that a label does not keep a whole file in memory.
    init(_ cells: UnsafeBufferPointer<TextColumn.Cell>, storage: TextStorage) {
        var builder = TextBuilder(rows: cells.count, bytes: cells.reduce(0) { $0 + Int($1.count) })
        for cell in cells {
            builder.append(UnsafeBufferPointer(start: storage.base + Int(cell.start), count: Int(cell.count)))
            builder.endCell()
        }
        raw = builder.finish()
        names = Headers.needRenaming(raw) ? TextColumn(Headers.renamed(raw)) : raw
    }

    private static func needRenaming(_ raw: TextColumn) -> Bool {
        // A few headers are compared pair by pair; a set would cost more than it saves.
        guard raw.count <= 16 else { return true }
        for at in 0..<raw.count {
            if raw.cells[at].count == 0 { return true }
            for before in 0..<at where raw.cells[before].count == raw.cells[at].count && raw[before] == raw[at] { return true }
        }
        return false
    }

    /// Empty headers become `Unnamed: 3`; then repeats become `a.1`, `a.2`, past labels that are there already.
    private static func renamed(_ raw: TextColumn) -> [Text?] {
        let named = (0..<raw.count).map { raw[$0] ?? .empty }
        let labels = named.enumerated().map { $1.isEmpty ? Text("Unnamed: \($0)") : $1 }
        return withoutRepeats(mangled(labels, unnamed: named.map(\.isEmpty)))
    }

    /// `TextReader._get_header`: headers keep their names before invented ones do.
    private static func mangled(_ labels: [Text], unnamed: [Bool]) -> [Text] {
        var labels = labels
        var present: [Text: Int] = [:]
        for label in labels { present[label, default: 0] += 1 }
        var counts: [Text: Int] = [:]
        for at in labels.indices.filter({ !unnamed[$0] }) + labels.indices.filter({ unnamed[$0] }) {
            let original = labels[at]
            var label = original
            var count = counts[label, default: 0]
            if count > 0 {
                while count > 0 {
                    counts[original] = count + 1
                    label = Text("\(original.string).\(count)")
                    count = present[label] != nil ? count + 1 : counts[label, default: 0]
                }
                present[original] = present[original].flatMap { $0 > 1 ? $0 - 1 : nil }
                present[label, default: 0] += 1
                labels[at] = label
            }
            counts[label] = count + 1
        }
        return labels
    }

    /// `pandas.io.common.dedup_names`, which `read_csv` runs over the outcome once more.
    private static func withoutRepeats(_ labels: [Text]) -> [Text?] {
        var counts: [Text: Int] = [:]
        return labels.map { original in
            var label = original
            var count = counts[label, default: 0]
            while count > 0 {
                counts[label] = count + 1
                label = Text("\(label.string).\(count)")
                count = counts[label, default: 0]
            }
            counts[label] = count + 1
            return label
        }
    }
}
