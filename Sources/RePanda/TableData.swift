import Diagnostics
@_exported import Loading
import Plan
import Semantics
import Values

/// Where the cells of a query's table are.
enum TableData: Sendable {
    case frame(Frame)
    case stored(StoredTable)

    /// The table in memory.
    func frame(limit: Int) throws(Failure) -> Frame {
        switch self {
        case .frame(let frame): frame
        case .stored(let table): try table.frame(limit: limit)
        }
    }
}

extension TableView {
    /// A table that stays in a database, as its import or its description has it.
    init(_ table: StoredTable) {
        self.init(
            table.layout.columns.indices.map { at in
                let column = table.layout.columns[at]
                let schema = table.schema.columns[at]
                let isText = column.facts.cells == .text && table.layout.rowCount > 0
                return Column(
                    label: column.label, element: isText ? .text : StaticType.Element(schema.type), hasText: isText && schema.missing < table.layout.rowCount)
            })
    }
}
