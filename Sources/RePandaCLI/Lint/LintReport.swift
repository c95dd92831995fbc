import Datasets
import Display
import JSON
import Values

/// What `lint` prints.
struct LintReport {
    private static let filesShown = 3

    let lint: Lint
    let folder: String

    init(_ lint: Lint, folder: String) {
        self.lint = lint
        self.folder = folder
    }

    /// Counts by kind, with the first few files.
    var summary: String {
        guard !lint.findings.isEmpty else { return headline + "\n\nnothing found\n" }
        var table = TextTable(["finding", "severity", "count", "files"], alignments: [.left, .left, .right, .left], maximumWidth: 100)
        for (kind, findings) in lint.byKind { table.append([kind.rawValue, kind.severity.rawValue, String(findings.count), files(of: findings)]) }
        return "\(headline)\n\n\(table.render())\n"
    }

    /// One line a finding.
    var everything: String {
        let lines = lint.byKind.flatMap { kind, findings in findings.map { "\($0.file): \(kind.severity.rawValue): \(kind.rawValue): \($0.detail)" } }
        return ([headline] + lines).joined(separator: "\n") + "\n"
    }

    private var headline: String {
        "\(lint.layout.rawValue) in \(folder): " + lint.counts.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    }

    private func files(of findings: [Finding]) -> String {
        let files = distinctFiles(findings)
        let shown = files.prefix(LintReport.filesShown).joined(separator: ", ")
        return files.count > LintReport.filesShown ? "\(shown), … (\(files.count) files)" : shown
    }

    private func distinctFiles(_ findings: [Finding]) -> [String] {
        var seen: Set<String> = []
        return findings.map(\.file).filter { seen.insert($0).inserted }
    }
}

extension LintReport {
    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("layout")
        writer.string(lint.layout.rawValue)
        writer.key("counts")
        writer.beginObject()
        for (name, count) in lint.counts {
            writer.key(text: Text(name))
            writer.int(count)
        }
        writer.endObject()
        writer.key("findings")
        writer.beginArray()
        for (kind, findings) in lint.byKind { write(kind, findings, &writer) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.string
    }

    private func write(_ kind: Finding.Kind, _ findings: [Finding], _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("kind")
        writer.string(kind.rawValue)
        writer.key("severity")
        writer.string(kind.severity.rawValue)
        writer.key("count")
        writer.int(findings.count)
        writer.key("places")
        writer.beginArray()
        for finding in findings {
            writer.beginObject()
            writer.key("file")
            writer.string(finding.file)
            writer.key("detail")
            writer.string(finding.detail)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }
}
