/// Everything that can be said against an input, each with a number and a name that never change.
///
/// The number's thousands are the phase, in the order of the pipeline: 0 translator, 1 syntax, 2 names, 3 types and shape,
/// 4 outside the subset, 5 running, 6 limits, 7 SQL lowering, 8 tables and data, 9 a fault of ours.
public enum Code: String, CaseIterable, Sendable {
    // Translator: who was to write the query did not answer, or not in a form that can be read
    case translatorUnreachable = "RP0001"
    case translatorTimeout = "RP0002"
    case translatorRefused = "RP0003"
    case translatorOverloaded = "RP0004"
    case translatorRedirected = "RP0005"
    case malformedAnswer = "RP0006"
    case emptyAnswer = "RP0007"
    case answerLimit = "RP0008"
    case missingExchange = "RP0009"
    case invalidTemplate = "RP0010"
    case missingLibrary = "RP0011"
    case translatorEnded = "RP0012"
    case translatorDenied = "RP0013"
    case cancelled = "RP0014"
    case invalidRanker = "RP0015"
    case noReading = "RP0016"

    // Syntax
    case unexpectedToken = "RP1001"
    case unexpectedCharacter = "RP1002"
    case unterminatedString = "RP1003"
    case unclosedBracket = "RP1004"
    case invalidNumber = "RP1005"
    case invalidEscape = "RP1006"
    case invalidIndentation = "RP1007"
    case invalidTarget = "RP1008"
    case emptyQuery = "RP1009"
    case noValue = "RP1010"
    case invalidArguments = "RP1011"
    case invalidEncoding = "RP1012"
    case foreignOperator = "RP1013"
    case invalidFormatString = "RP1014"
    case strippedText = "RP1101"

    // Names
    case unknownColumn = "RP2001"
    case unknownName = "RP2002"
    case unknownAttribute = "RP2003"
    case privateName = "RP2004"
    case unknownModule = "RP2005"

    // Types and shape
    case typeMismatch = "RP3001"
    case wrongArguments = "RP3002"
    case ambiguousTruth = "RP3003"
    case textComparedWithNumber = "RP3101"
    case alwaysFalse = "RP3102"
    case verdictIgnoresTable = "RP3103"
    case literalNotInColumn = "RP3104"
    case verdictNotBool = "RP3105"
    case deferredFailure = "RP3106"
    case loopHeavy = "RP3107"
    case emptySelection = "RP3108"
    case comparedWithItself = "RP3109"
    case alwaysTrue = "RP3110"
    case textOrder = "RP3111"
    case countOfCells = "RP3112"
    // What a query does beside its claim
    case unusedCell = "RP3201"
    case unusedNumber = "RP3202"
    case unclaimedText = "RP3203"
    case unclaimedNumber = "RP3204"
    case unusedSuperlative = "RP3205"
    case unusedCount = "RP3206"
    case unusedNegation = "RP3207"
    case unusedComparison = "RP3208"
    case unclaimedNegation = "RP3209"

    // Outside the subset
    case unsupportedOperation = "RP4001"
    case unsupportedSyntax = "RP4002"
    case unsupportedArgument = "RP4003"
    case unsupportedValue = "RP4004"

    // Running: pandas' own refusals, by Python's exception class
    case keyError = "RP5001"
    case indexError = "RP5002"
    case valueError = "RP5003"
    case typeError = "RP5004"
    case attributeError = "RP5005"
    case zeroDivision = "RP5006"
    case overflow = "RP5007"
    case nameError = "RP5008"
    case indexingError = "RP5009"
    case invalidPattern = "RP5010"
    case dateParse = "RP5011"
    case outOfBoundsDate = "RP5012"
    case assertion = "RP5013"
    case stopIteration = "RP5014"
    case notImplemented = "RP5015"

    // Limits
    case stepLimit = "RP6001"
    case byteLimit = "RP6002"
    case depthLimit = "RP6003"
    case outputLimit = "RP6004"
    case patternLimit = "RP6005"
    case inputLimit = "RP6006"

    // Lowering to SQL: what the in-memory engine can do and SQLite is not asked to
    case notLowered = "RP7001"
    case syntaxNotLowered = "RP7002"
    case typeNotLowered = "RP7003"
    case rowsNotLowered = "RP7004"
    case numberNotLowered = "RP7005"

    // Tables and data
    case unreadableFile = "RP8001"
    case malformedTable = "RP8002"
    case tableEncoding = "RP8003"
    case emptyTable = "RP8004"
    case skippedRows = "RP8005"
    case tableLimit = "RP8006"
    case unsupportedColumn = "RP8007"
    case cutCells = "RP8008"
    case mixedColumn = "RP8009"
    case invalidJSON = "RP8011"
    case missingKey = "RP8012"
    case wrongKeyType = "RP8013"
    case unknownKey = "RP8014"
    case duplicateKey = "RP8015"
    case pathOutsideRoot = "RP8016"
    case invalidOption = "RP8017"
    case malformedDataset = "RP8018"
    case unusableDatabase = "RP8031"
    case busyDatabase = "RP8032"
    case unknownTable = "RP8033"
    case changedFile = "RP8034"
    case unknownQuestion = "RP8035"

    // A fault of ours
    case internalFault = "RP9001"
}

/// What kind of trouble a code is; the reader's next step differs from one kind to the next.
public enum Phase: String, Sendable {
    case translator, syntax, names, types, subset, running, limits, lowering, tables, fault
}

extension Code {
    public var number: String { rawValue }

    /// The phase that the number's thousands stand for.
    public var phase: Phase {
        switch rawValue.utf8.dropFirst(2).first {
        case UInt8(ascii: "0"): .translator
        case UInt8(ascii: "1"): .syntax
        case UInt8(ascii: "2"): .names
        case UInt8(ascii: "3"): .types
        case UInt8(ascii: "4"): .subset
        case UInt8(ascii: "5"): .running
        case UInt8(ascii: "6"): .limits
        case UInt8(ascii: "7"): .lowering
        case UInt8(ascii: "8"): .tables
        default: .fault
        }
    }

    /// The stable name in words: `unknownColumn` is `unknown-column`, `invalidJSON` is `invalid-json`.
    public var name: String { Code.names[self] ?? rawValue }

    private static let names = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.spelledOut) })

    private var spelledOut: String {
        var out = ""
        var followsLowercase = false
        for character in "\(self)" {
            if character.isUppercase, followsLowercase { out.append("-") }
            followsLowercase = character.isLowercase
            out.append(contentsOf: character.lowercased())
        }
        return out
    }
}
