import Diagnostics
import Files

/// What a clone of a data set holds, and what is wrong with it.
public struct Lint: Sendable {
    public enum Layout: String, Sendable {
        case tabfact = "TabFact"
        case wikiTableQuestions = "WikiTableQuestions"
    }

    public let layout: Layout
    /// What was counted, in the order to be told: tables, then each file of claims or questions.
    public internal(set) var counts: [(name: String, count: Int)] = []
    public internal(set) var findings: [Finding] = []

    /// Looks at a whole clone; its layout says which data set it is.
    ///
    /// - Parameter progress: told the share done.
    /// - Throws: `malformedDataset` where the folder has neither layout.
    public init(folder: String, progress: (Double) -> Void = { _ in }) throws(Diagnostic) {
        layout = try Lint.layout(of: folder)
        switch layout {
        case .tabfact: lintTabFact(TabFactFolder(folder), progress)
        case .wikiTableQuestions: lintQuestions(QuestionFolder(folder), progress)
        }
    }

    public var hasErrors: Bool { findings.contains { $0.kind.severity == .error } }

    /// The findings by kind, the kinds in their own order, errors first.
    public var byKind: [(kind: Finding.Kind, findings: [Finding])] {
        let groups = Dictionary(grouping: findings, by: \.kind)
        return Finding.Kind.allCases.compactMap { kind in groups[kind].map { (kind, $0) } }
    }

    private static func layout(of folder: String) throws(Diagnostic) -> Layout {
        if isFolder(folder + "/data/all_csv") || isFolder(folder + "/tokenized_data") { return .tabfact }
        if isFolder(folder + "/csv"), isFolder(folder + "/data") { return .wikiTableQuestions }
        guard isFolder(folder) else { throw Diagnostic(.unreadableFile, "there is no folder '\(folder)'") }
        throw Diagnostic(
            .malformedDataset, "'\(folder)' is neither TabFact nor WikiTableQuestions",
            helps: ["TabFact has data/all_csv and tokenized_data", "WikiTableQuestions has csv and data/*.tsv"])
    }

    mutating func add(_ kind: Finding.Kind, _ file: String, _ detail: String) { findings.append(Finding(kind, file, detail)) }

    mutating func add(unreadable file: String, _ diagnostic: Diagnostic) {
        add(.unreadableFile, file, ([diagnostic.message] + diagnostic.notes).joined(separator: "; "))
    }
}
