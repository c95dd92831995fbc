import RePanda

/// One query over one table, with the answer of real pandas.
struct Block: Sendable {
    enum Expectation: Sendable, Equatable {
        /// The value in the canonical form.
        case value(String)
        /// pandas refuses with this class of exception; with the name of our code where a block says it.
        case raises(String, code: String?)
        /// We refuse what pandas can do, with this code.
        case refused(String)
    }

    enum Source: Sendable, Hashable {
        case named(String)
        case inline(String)
    }

    let file: String
    /// The line of the query, from 1.
    let line: Int
    let query: String
    let source: Source
    let dialect: Dialect
    let expectation: Expectation
    /// `true`, `false`, `none`, or nil where the block does not ask.
    let verdict: String?
    /// Whether dtypes and names are left out of the comparison.
    let isLoose: Bool
    let isPending: Bool

    var place: String { "\(file).ptest:\(line)" }
}
