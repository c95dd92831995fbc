import Probing

/// What became of a verdict over disturbed tables.
enum ProbeText {
    /// The line, after an empty one.
    static func line(_ count: Probe.Count) -> String {
        let said = count.isUnmoved ? "the verdict never changes: it is vacuous" : "the verdict changes in \(count.changed) of \(counted(count.runs, "run"))"
        let failed = count.failed > 0 ? "; \(counted(count.failed, "run")) gave none" : ""
        return "\nwith the cells of each column in other places, \(said)\(failed)\n"
    }
}
