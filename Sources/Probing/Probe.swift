import Interpreter
import RePanda
import Random
import Tables
import Values

/// Asks whether a verdict rests on the table: the table is disturbed, seeded, and the query is run again.
///
///     let table = try Table(csv: "name,crowd\nmcg,20000\nscg,9000\n")
///     let query = try Query("df.loc[df['name'] == 'mcg', 'crowd'].max() > 15000", on: table)
///     Probe(runs: 8, seed: 1).count(.permutedCells, of: query, on: table, verdict: true)    // changed: some of 8
public struct Probe: Sendable {
    /// What is done to a table.
    public enum Disturbance: String, CaseIterable, Sendable {
        /// The cells of every column change places within their column, each column on its own: what stands beside what is lost, and what
        /// only asks for a column's cells as a whole (a sum, a maximum, a count) stays.
        case permutedCells = "permuted-cells"
        /// About half of the rows are left out.
        case omittedRows = "omitted-rows"
        /// As many rows are drawn as there are, so that some are left out and others are there twice: counts go up as well as down.
        case redrawnRows = "redrawn-rows"
    }

    /// How runs over disturbed tables ended.
    public struct Count: Hashable, Sendable {
        public let runs: Int
        /// Runs with the other verdict, or another value.
        public let changed: Int
        /// Runs without one: an error, a limit.
        public let failed: Int

        /// Whether there were verdicts, and each was the one over the table as it is. A run that failed says nothing: a row that a query
        /// looks for may be one of those left out.
        public var isUnmoved: Bool { changed == 0 && failed < runs }

        public init(runs: Int, changed: Int, failed: Int) {
            self.runs = runs
            self.changed = changed
            self.failed = failed
        }
    }

    public let runs: Int
    public let seed: UInt64
    public let budget: Budget

    /// - Parameters:
    ///   - runs: how many disturbed tables are tried.
    ///   - seed: decides the disturbances; the same seed gives the same counts.
    public init(runs: Int = 8, seed: UInt64 = 0, budget: Budget = .standard) {
        self.runs = runs
        self.seed = seed
        self.budget = budget
    }

    /// Runs the query over disturbed tables.
    ///
    /// - Parameters:
    ///   - table: the table that the query was checked against.
    ///   - verdict: what the query says of the table as it is.
    public func count(_ disturbance: Disturbance, of query: Query, on table: Table, verdict: Bool) -> Count {
        count(disturbance, on: table.frame) { try query.verdict(over: $0, budget: budget) == verdict }
    }

    /// - Parameter isSame: whether a disturbed table gives what the table as it is gives.
    func count(_ disturbance: Disturbance, on frame: Frame, isSame: (Frame) throws -> Bool) -> Count {
        var generator = SeededGenerator(seed: seed, name: disturbance.rawValue)
        var (changed, failed) = (0, 0)
        for _ in 0..<runs {
            switch try? isSame(frame.disturbed(disturbance, &generator)) {
            case true: break
            case false: changed += 1
            case nil: failed += 1
            }
        }
        return Count(runs: runs, changed: changed, failed: failed)
    }
}

extension Frame {
    fileprivate func disturbed(_ disturbance: Probe.Disturbance, _ generator: inout SeededGenerator) -> Frame {
        switch disturbance {
        case .permutedCells: permutingCells(&generator)
        case .omittedRows: omittingRows(&generator)
        case .redrawnRows: keeping((0..<rowCount).map { _ in generator.below(rowCount) })
        }
    }

    private func permutingCells(_ generator: inout SeededGenerator) -> Frame {
        let cells = allColumns.map { $0.gather(generator.permutation(rowCount)) }
        return Frame(cells, index: index, columns: columns)
    }

    /// Rows that were numbered are numbered anew, as in a file without the others.
    private func omittingRows(_ generator: inout SeededGenerator) -> Frame {
        keeping((0..<rowCount).filter { _ in generator.chance(2) })
    }

    private func keeping(_ kept: [Int]) -> Frame {
        let rest = gather(kept)
        if case .range = index.labels { return rest.with(index: Index(count: kept.count)) }
        return rest
    }
}
