import JSON
import RePanda
import Values

extension Probe {
    /// What disturbing a table did to a verdict or a value.
    public struct Finding: Hashable, Sendable {
        /// Over tables whose cells changed places within their columns.
        public let permuted: Count
        /// Over tables whose rows were drawn anew; asked for where changing places moves nothing, as with the largest of a column.
        public let redrawn: Count?

        public init(permuted: Count, redrawn: Count?) {
            self.permuted = permuted
            self.redrawn = redrawn
        }

        /// Whether nothing that was tried moves it.
        public var isVacuous: Bool { permuted.isUnmoved && redrawn?.isUnmoved == true }
    }

    /// Whether a verdict rests on the table.
    ///
    ///     Probe(runs: 20).weigh(query, on: table.frame, verdict: true).isVacuous      // for `len(df) >= 0`
    public func weigh(_ query: Query, on frame: Frame, verdict: Bool) -> Finding {
        weigh(on: frame) { try query.verdict(over: $0, budget: budget) == verdict }
    }

    /// Whether a value that is no verdict rests on the table; values are the same where their canonical JSON is.
    ///
    /// - Returns: nil where the value is too large to be compared.
    public func weigh(_ query: Query, on frame: Frame, value: Value) -> Finding? {
        guard let whole = try? canonical(value) else { return nil }
        return weigh(on: frame) { try canonical(query.value(over: $0, budget: budget)) == whole }
    }

    private func weigh(on frame: Frame, isSame: (Frame) throws -> Bool) -> Finding {
        let permuted = count(.permutedCells, on: frame, isSame: isSame)
        return Finding(permuted: permuted, redrawn: permuted.isUnmoved ? count(.redrawnRows, on: frame, isSame: isSame) : nil)
    }

    private func canonical(_ value: Value) throws -> [UInt8] {
        var writer = JSONWriter()
        try writeCanonical(value, to: &writer)
        return writer.bytes
    }
}
