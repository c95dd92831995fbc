/// Something about a clone of a data set that a reader should know before building on it.
public struct Finding: Hashable, Sendable {
    public let kind: Kind
    /// The file it is about, below the clone's folder; for a table its name.
    public let file: String
    /// What was found, in words.
    public let detail: String

    public init(_ kind: Kind, _ file: String, _ detail: String) {
        self.kind = kind
        self.file = file
        self.detail = detail
    }

    /// An error makes claims or questions unusable; a warning is what the data set is known to have, and what a builder should decide about.
    public enum Severity: String, Sendable { case error, warning }

    public enum Kind: String, CaseIterable, Sendable {
        case unreadableFile = "unreadable-file"
        case unreadableTable = "unreadable-table"
        case malformedEntry = "malformed-entry"
        case labelOutOfRange = "label-out-of-range"
        case claimWithoutTable = "claim-without-table"
        case questionWithoutTable = "question-without-table"
        case questionWithoutAnswer = "question-without-answer"
        case duplicateID = "duplicate-id"
        case tableInTwoSplits = "table-in-two-splits"

        case emptyStatement = "empty-statement"
        case contradictoryClaims = "contradictory-claims"
        case duplicateClaim = "duplicate-claim"
        case duplicateQuestion = "duplicate-question"
        case tableWithoutRows = "table-without-rows"
        case skippedRows = "skipped-rows"
        case cutCells = "cut-cells"
        case emptyHeader = "empty-header"
        case repeatedHeader = "repeated-header"
        case lineBreakInHeader = "line-break-in-header"
        case headerTooShort = "header-too-short"
        case idWithoutClaims = "id-without-claims"
        case idWithoutTable = "id-without-table"
        case tableWithoutClaims = "table-without-claims"
        case untaggedQuestion = "untagged-question"
        case taggedAnswerDiffers = "tagged-answer-differs"
    }
}

extension Finding.Kind {
    public var severity: Finding.Severity {
        switch self {
        case .unreadableFile, .unreadableTable, .malformedEntry, .labelOutOfRange, .claimWithoutTable, .questionWithoutTable,
            .questionWithoutAnswer, .duplicateID, .tableInTwoSplits:
            .error
        case .emptyStatement, .contradictoryClaims, .duplicateClaim, .duplicateQuestion, .tableWithoutRows, .skippedRows, .cutCells, .emptyHeader, .repeatedHeader,
            .lineBreakInHeader, .headerTooShort, .idWithoutClaims, .idWithoutTable, .tableWithoutClaims, .untaggedQuestion, .taggedAnswerDiffers:
            .warning
        }
    }
}
