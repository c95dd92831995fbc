import Datasets
import Diagnostics
import Values

/// The sets of tables that TabFact's authors report apart.
public enum Subset: String, CaseIterable, Sendable {
    /// The two channels that claims were collected over.
    case simple, complex
    /// The small test, for comparison with people.
    case small

    /// The file of table names in `data/`.
    var ids: String {
        switch self {
        case .simple: "simple_ids"
        case .complex: "complex_ids"
        case .small: "small_test_id"
        }
    }
}

/// Which sets a table of TabFact is in, by the official files of names.
struct SubsetTables {
    private var tables: [Subset: Set<Text>] = [:]

    /// - Throws: where a file of names is there but cannot be read. Sets without a file have no tables.
    init(_ folder: TabFactFolder) throws(Diagnostic) {
        for subset in Subset.allCases { tables[subset] = Set(try folder.ids(subset.ids) ?? []) }
    }

    func subsets(of table: Text) -> [Subset] { Subset.allCases.filter { tables[$0]?.contains(table) ?? false } }
}
