import Probing

/// What became of a verdict or a value over disturbed tables.
enum ProbeText {
    /// - Parameter what: `verdict` or `value`.
    static func line(_ finding: Probe.Finding, _ what: String = "verdict") -> String {
        let moved = told(finding.permuted, what)
        guard let redrawn = finding.redrawn else { return "with the cells of each column in other places, \(moved)" }
        return "with the cells of each column in other places, \(moved); with rows drawn anew, \(told(redrawn, "it"))\(finding.isVacuous ? ": it is vacuous" : "")"
    }

    private static func told(_ count: Probe.Count, _ what: String) -> String {
        let subject = what == "it" ? what : "the \(what)"
        let failed = count.failed > 0 ? " (\(counted(count.failed, "run")) gave none)" : ""
        return count.isUnmoved ? "\(subject) never changes\(failed)" : "\(subject) changes in \(count.changed) of \(counted(count.runs, "run"))\(failed)"
    }
}
