import Datasets
import Diagnostics
import Files
import Tables
import Values

/// A table of TabFact with its claims and their candidates: one job of a build.
struct ClaimTable: Sendable {
    struct Entry: Sendable {
        /// `TABLE/NUMBER`.
        let id: String
        let claim: TabFactClaim
        let candidates: [Candidate]
    }

    let file: String
    let caption: String
    /// `train`, `validation` or `test`.
    let split: String
    /// `simple`, `complex`, or nothing where no file of ids says.
    let channel: String
    let isSmallTest: Bool
    let entries: [Entry]
}

/// The claims of a clone, each with its split.
struct ClaimTables {
    private(set) var tables: [ClaimTable] = []
    /// Claims whose table no file of ids puts in a split.
    private(set) var withoutSplit = 0
    private let channels: [Text: String]
    private let small: Set<Text>

    private static let splits = ["train": "train", "val": "validation", "test": "test"]

    /// - Parameters:
    ///   - isRaw: whether the claims are taken as they were written (`collected_data`) instead of tokenised.
    ///   - candidates: the queries; those taken count as used.
    init(_ folder: TabFactFolder, isRaw: Bool, _ candidates: inout CandidateFile) throws(Diagnostic) {
        channels = try ClaimTables.channels(folder)
        small = Set(try folder.ids("small_test_id") ?? [])
        let sources = folder.sources.filter { $0.isRaw == isRaw }
        guard !sources.isEmpty else {
            throw Diagnostic(
                .malformedDataset, "'\(folder.path)' has no file of claims",
                notes: [isRaw ? "collected_data/r1_training_all.json and r2_training_all.json" : "tokenized_data/{train,val,test}_examples.json"])
        }
        let splits = isRaw ? try ClaimTables.splits(folder) : [:]
        for source in sources { try add(source, folder, splits, &candidates) }
    }

    private mutating func add(
        _ source: TabFactFolder.Source, _ folder: TabFactFolder, _ splits: [Text: String], _ candidates: inout CandidateFile
    ) throws(Diagnostic) {
        for table in try folder.claims(source) {
            let split: String?
            let mark: String
            switch source {
            case .tokenized(let name): (split, mark) = (ClaimTables.splits[name], "")
            case .raw(let round): (split, mark) = (splits[table.file], "r\(round)/")
            }
            guard let split else {
                withoutSplit += table.claims.count
                continue
            }
            add(table, split, mark, &candidates)
        }
    }

    private mutating func add(_ table: TabFactTable, _ split: String, _ mark: String, _ candidates: inout CandidateFile) {
        let file = table.file.string
        let name = file.hasSuffix(".html.csv") ? String(file.dropLast(".html.csv".count)) : file
        let entries = table.claims.map { claim in
            ClaimTable.Entry(id: "\(name)/\(mark)\(claim.number)", claim: claim, candidates: candidates.take(table: table.file, claim.statement))
        }
        tables.append(
            ClaimTable(
                file: file, caption: table.caption.string, split: split, channel: channels[table.file] ?? "", isSmallTest: small.contains(table.file),
                entries: entries))
    }

    private static func channels(_ folder: TabFactFolder) throws(Diagnostic) -> [Text: String] {
        var channels: [Text: String] = [:]
        for channel in ["simple", "complex"] {
            for id in try folder.ids("\(channel)_ids") ?? [] { channels[id] = channel }
        }
        return channels
    }

    private static func splits(_ folder: TabFactFolder) throws(Diagnostic) -> [Text: String] {
        var splits: [Text: String] = [:]
        for name in TabFactFolder.splits {
            for id in try folder.ids("\(name)_id") ?? [] { splits[id] = ClaimTables.splits[name] }
        }
        return splits
    }
}
