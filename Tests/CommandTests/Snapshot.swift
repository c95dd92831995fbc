/// One command line and what it does, as a block of a `.cli` file:
///
///     ## an unknown column is refused with a near name
///     $ repanda query crowds.csv "df['crowdd'].max()"
///     ? 3
///     > what goes to standard output
///     ! what goes to standard error
///
/// `< ` before the status is a line of standard input, `$ ` again a further line of the command. Lines before the first block are notes.
struct Snapshot: Sendable {
    var title: String
    var command: [String] = []
    var input: [String] = []
    var status: Int32?
    var out: [String] = []
    var err: [String] = []

    var text: String {
        let lines = ["## \(title)"] + command.map { "$ " + $0 } + input.map { ("< " + $0).withoutEndBlanks } + ["? \(status ?? 0)"]
        return (lines + out.map { ("> " + $0).withoutEndBlanks } + err.map { ("! " + $0).withoutEndBlanks }).joined(separator: "\n") + "\n"
    }

    mutating func add(_ line: Substring) {
        let rest = String(line.dropFirst(2))
        switch line.first {
        case "$": command.append(rest)
        case "<": input.append(rest)
        case "?": status = Int32(rest)
        case ">": out.append(rest)
        case "!": err.append(rest)
        default: break
        }
    }
}

/// A file of blocks.
struct SnapshotFile {
    let path: String
    var notes: [String] = []
    var snapshots: [Snapshot] = []

    init(_ path: String) {
        self.path = path
        for line in String(decoding: contents(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") {
                snapshots.append(Snapshot(title: String(line.dropFirst(3))))
            } else if snapshots.isEmpty {
                notes.append(String(line))
            } else {
                snapshots[snapshots.count - 1].add(line)
            }
        }
    }

    func save() {
        let head = notes.joined(separator: "\n").withoutEndBlanks + "\n"
        write(Array((([head] + snapshots.map(\.text)).joined(separator: "\n")).utf8), to: path)
    }
}

extension String {
    var withoutEndBlanks: String {
        var text = self[...]
        while let last = text.last, last == " " || last == "\n" { text.removeLast() }
        return String(text)
    }
}
