import ArgumentParser
import Diagnostics
import Display
import JSON
import RePanda
import Values

/// Where diagnostics go: standard error, as text with an excerpt or as one JSON object a line.
struct Complaints {
    let source: String?
    /// What stands for the text in places: `query`, a file's name.
    let name: String
    let isJSON: Bool

    init(of source: String? = nil, name: String = "query", json: Bool) {
        self.source = source
        self.name = name
        isJSON = json
    }

    func show(_ diagnostics: [Diagnostic]) {
        if isJSON { showJSON(diagnostics) } else { showText(diagnostics) }
    }

    /// Shows why there is no answer.
    ///
    /// - Returns: what the command ends with.
    func refuse(_ refusal: Refusal) -> ExitCode {
        show(refusal.diagnostics)
        return ExitStatus(refusal.first.code).error
    }

    func refuse(_ diagnostic: Diagnostic) -> ExitCode { refuse(Refusal([diagnostic])) }

    func refuse(_ diagnostic: Diagnostic, status: ExitStatus) -> ExitCode {
        show([diagnostic])
        return status.error
    }

    private func showText(_ diagnostics: [Diagnostic]) {
        let renderer = DiagnosticRenderer(source: source, name: name, color: StandardStreams.hasColor)
        for diagnostic in diagnostics { StandardStreams.err(renderer.render(diagnostic) + "\n") }
    }

    private func showJSON(_ diagnostics: [Diagnostic]) {
        var writer = JSONWriter()
        for diagnostic in diagnostics {
            writeDiagnostic(diagnostic, source: source.map { Text($0) }, to: &writer)
            writer.endLine()
        }
        StandardStreams.err(writer.bytes)
    }
}
