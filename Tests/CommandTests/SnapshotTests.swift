import Glibc
import Testing

/// Every block of `Snapshots/*.cli`: the command line is run and must do what the block says.
///
/// With REPANDA_RECORD=1 the blocks are written anew, and the run fails so that nobody takes a recording for a test.
@Suite struct SnapshotTests {
    static let files = ["usage", "query", "database", "check", "schema", "verify", "batch", "eval", "lint", "build", "score", "grammar", "translate"]

    @Test(arguments: files) func behaves(_ name: String) throws {
        var file = SnapshotFile(besideTests("Snapshots/\(name).cli"))
        try #require(!file.snapshots.isEmpty, "Snapshots/\(name).cli has no block")
        let isRecording = getenv("REPANDA_RECORD") != nil
        for (at, expected) in file.snapshots.enumerated() {
            let found = try done(expected)
            if !isRecording { #expect(found.text == expected.text, "\(name): \(expected.title)") }
            file.snapshots[at] = found
        }
        guard isRecording else { return }
        file.save()
        Issue.record("recorded Snapshots/\(name).cli: read the difference, then run without REPANDA_RECORD")
    }

    private func done(_ snapshot: Snapshot) throws -> Snapshot {
        let shell = try Shell()
        let run = try shell.run(snapshot.command.joined(separator: "\n"), input: Array(snapshot.input.map { $0 + "\n" }.joined().utf8))
        var found = snapshot
        found.status = run.status
        found.out = lines(run.outText)
        found.err = lines(run.errText)
        return found
    }

    private func lines(_ text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        let whole = text.hasSuffix("\n") ? String(text.dropLast()) : text + " (no newline)"
        return whole.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).withoutEndBlanks }
    }
}
