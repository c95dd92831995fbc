import Datasets
import Diagnostics
import Files
import JSON
import Values

/// Builds PanTabFact's records from TabFact's claims and candidate queries, in RePanda's three stages: a logical filter (the verdict is the
/// label), syntactic correction (a corrector mends what was refused), and filtering (what still fails or disagrees is dropped).
///
/// Of several queries that pass, one becomes the record: as they were written before corrected ones, then in the candidates' order, the
/// first that nothing is doubtful about; where each is doubtful, the first.
public struct PanTabFact: Sendable {
    private let folder: TabFactFolder
    private let queries: [String]
    private let isRaw: Bool
    private let settings: BuildSettings
    private let observer: BuildObserver

    /// - Parameters:
    ///   - folder: a clone of TabFact.
    ///   - queries: files of candidates, one object a line with `table`, `statement` and `query`.
    ///   - isRaw: whether the claims are taken as they were written instead of tokenised.
    public init(_ folder: TabFactFolder, queries: [String], isRaw: Bool = false, settings: BuildSettings, observer: BuildObserver = BuildObserver()) {
        self.folder = folder
        self.queries = queries
        self.isRaw = isRaw
        self.settings = settings
        self.observer = observer
    }

    /// Writes the data set's folder.
    ///
    /// - Returns: its manifest; nil where the build was cancelled, which leaves nothing behind.
    /// - Throws: where the clone or the candidates cannot be read, or the place cannot be written.
    public func build(_ place: BuildPlace) throws(Diagnostic) -> Manifest? {
        let output = try DatasetFolder(place.path, replaces: place.replaces)
        var candidates = try CandidateFile(queries, by: "statement")
        let claims = try ClaimTables(folder, isRaw: isRaw, &candidates)
        let worker = PanTabFactWorker(folder: TableFolder(folder.tables), settings: settings, isCancelled: observer.isCancelled)
        guard var counts = try Assembly(threads: settings.threads, observer: observer).run(claims.tables, into: output, counting: PanTabFact.counts, worker.build)
        else { return nil }
        counts.add("candidates of other claims", candidates.unused)
        counts.add("claims outside every split", claims.withoutSplit)
        let manifest = try manifest(counts, output.contents)
        try output.finish(manifest, card: PanTabFact.card(manifest))
        return manifest
    }

    private func manifest(_ counts: Counts, _ entries: [FileEntry]) throws(Diagnostic) -> Manifest {
        var sources: [FileEntry] = []
        for source in folder.sources where isRaw == source.isRaw { sources.append(try .source("\(folder.path)/\(folder.file(source))", name: folder.file(source))) }
        for path in queries { sources.append(try .source(path, name: path.split(separator: "/").last.map(String.init) ?? path)) }
        let options: [(String, JSONValue)] = [
            ("statements", .string(isRaw ? "raw" : "tokenized")), ("seed", .int(Int(truncatingIfNeeded: settings.seed))), ("probes", .int(settings.probes)),
            ("rounds", .int(settings.rounds)), ("strict", .bool(settings.isStrict)), ("all", .bool(settings.keepsAll)),
        ]
        return Manifest(
            dataset: "PanTabFact", origin: "From the claims of TabFact and candidate queries", schemaVersion: PanTabFactRecord.schemaVersion,
            options: options + settings.proposing, sources: sources, counts: counts, entries: entries)
    }

    private static let statuses: [Status] = [.asWritten, .corrected, .disagrees, .failed, .refused, .noCandidate]

    static let counts = Counts(
        ["claims", "candidates", "records"] + statuses.map(\.counted) + ["doubtful"] + Support.Doubt.allCases.map { "doubtful: \($0.rawValue)" }
            + ["left out as doubtful", "claims whose table cannot be read"])
}
