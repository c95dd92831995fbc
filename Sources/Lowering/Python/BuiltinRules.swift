import Catalog
import Diagnostics
import SQL

/// The builtin functions that SQLite is asked for.
let builtinRules = Rules<BuiltinOperation, Void>([
    Rule(.len) { lowerer, _, arguments in .cell(try lowerer.length(arguments.require("object"))) },
])

extension Lowerer {
    func length(_ term: Term) throws(Failure) -> Cell {
        switch term {
        case .series(let series): return series.relation.size
        case .frame(let frame): return frame.relation.size
        case .items(let items) where items.kind != .iterator && items.kind != .set: return items.relation.size
        case .record(let record): return .int(record.cells.count)
        case .display(let display, let items) where display != .set: return .int(items.count)
        case .cell(let cell) where cell.type.kind == .text && !cell.type.canBeMissing:
            return .made(.call("length", cell.sql), .int, bounds: 0...(1 << 31), of: cell)
        default: throw refuse("len() of \(term.description)")
        }
    }
}
