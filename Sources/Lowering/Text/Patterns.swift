import Diagnostics
import Kernels
import Values

extension Lowerer {
    /// What the lowering needs to know of a pattern.
    struct PatternFacts {
        let groupCount: Int
        /// Names of groups by number.
        let names: [Int: String]
    }

    /// A pattern that the query spells out; one that cannot be compiled fails here.
    func pattern(_ source: Text) throws(Failure) -> PatternFacts {
        let pattern = try Pattern.compile(source)
        return PatternFacts(
            groupCount: pattern.groupCount, names: Dictionary(pattern.groupNames.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first }))
    }
}
