import RePanda

/// What a value rests on, apart from the run that told it: written into lines of predictions and read back from them.
public struct Evidence: Sendable {
    public struct Step: Sendable {
        public let words: String
        public let outcome: String
        /// The bytes of the query that it stands for.
        public let bytes: Range<Int>
        public let cells: [CellSet.Cell]
    }

    /// The value is a function of these cells, row by row.
    public let read: [CellSet.Cell]
    /// The cells to look at first.
    public let deciding: [CellSet.Cell]
    public let steps: [Step]
    /// Who told it, where another engine gave the value.
    let by: Engine?

    public init(_ account: Account, answeredBy engine: Engine = .memory) {
        read = account.support.read.cells
        deciding = account.support.deciding.cells
        steps = account.steps.map(Step.init)
        by = engine == .memory ? nil : .memory
    }

    init(read: [CellSet.Cell], deciding: [CellSet.Cell], steps: [Step], by: Engine?) {
        self.read = read
        self.deciding = deciding
        self.steps = steps
        self.by = by
    }
}

extension Evidence.Step {
    init(_ step: AccountStep) {
        words = step.words
        outcome = step.outcome
        bytes = step.span.start..<max(step.span.start, step.span.end)
        cells = step.cells.cells
    }
}
