import ArgumentParser
import Building
import Diagnostics
import Display
import Translation

/// Runs a build: shows how far it is, lets the user interrupt it, and says what came of it.
struct Builder {
    let options: BuildOptions

    init(_ options: BuildOptions) { self.options = options }

    /// - Parameter corrector: what ends the build where it cannot go on.
    func run(_ corrector: TranslatorCorrector? = nil, _ build: (BuildObserver) throws(Diagnostic) -> Manifest?) throws {
        Interrupt.install()
        let progress = Progress("records")
        let observer = BuildObserver(progress: { progress.show($0, count: $1) }, isCancelled: { Interrupt.signal != 0 || corrector?.failure != nil })
        let manifest: Manifest?
        do throws(Diagnostic) {
            manifest = try build(observer)
        } catch {
            Progress.clear()
            throw Complaints(json: false).refuse(error, status: .badInput)
        }
        progress.finish()
        guard let manifest else { throw corrector?.failure.map { Complaints(json: false).refuse($0) } ?? interrupted() }
        if options.json { StandardStreams.out(manifest.json) } else { StandardStreams.text(report(manifest)) }
    }

    /// A shell takes 128 and the signal's number for a process that a signal ended.
    private func interrupted() -> ExitCode {
        StandardStreams.err("interrupted: nothing was written to \(options.output)\n")
        return ExitCode(128 + Interrupt.signal)
    }

    private func report(_ manifest: Manifest) -> String {
        var files = TextTable(["file", "rows"], alignments: [.left, .right])
        for file in manifest.files { files.append([file.name, String(file.rows)]) }
        var counts = TextTable(["counted", ""], alignments: [.left, .right])
        for entry in manifest.counts.entries { counts.append([entry.name, String(entry.count)]) }
        let listed = manifest.files.isEmpty ? "no record" : files.render()
        return "\(manifest.dataset) in \(options.output)\n\n\(listed)\n\n\(counts.render())\n"
    }
}
