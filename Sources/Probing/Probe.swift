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
    }

    /// How runs over disturbed tables ended.
    public struct Count: Hashable, Sendable {
        public let runs: Int
        /// Runs with the other verdict.
        public let changed: Int
        /// Runs without a verdict: an error, a limit.
        public let failed: Int

        /// Whether there were verdicts, and each was the one over the table as it is. A run that failed says nothing: a row that a query
        /// looks for may be one of those left out.
        public var isUnmoved: Bool { changed == 0 && failed < runs }
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
        var generator = SeededGenerator(seed: seed, name: disturbance.rawValue)
        var (changed, failed) = (0, 0)
        for _ in 0..<runs {
            switch try? query.verdict(over: table.frame.disturbed(disturbance, &generator), budget: budget) {
            case verdict: break
            case nil: failed += 1
            default: changed += 1
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
        }
    }

    private func permutingCells(_ generator: inout SeededGenerator) -> Frame {
        let cells = allColumns.map { $0.gather(generator.permutation(rowCount)) }
        return Frame(cells, index: index, columns: columns)
    }

    /// Rows that were numbered are numbered anew, as in a file without the others.
    private func omittingRows(_ generator: inout SeededGenerator) -> Frame {
        let kept = (0..<rowCount).filter { _ in generator.chance(2) }
        let rest = gather(kept)
        if case .range = index.labels { return rest.with(index: Index(count: kept.count)) }
        return rest
    }
}
