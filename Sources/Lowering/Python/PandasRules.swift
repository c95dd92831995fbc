import Catalog
import Diagnostics
import SQL

/// The functions of the pandas module that SQLite is asked for.
let pandasRules = Rules<PandasOperation, Void>([
    Rule(.to_datetime, means: .functions) { lowerer, _, arguments in try lowerer.toDatetime(arguments) },
    Rule(.to_numeric, means: .functions) { lowerer, _, arguments in try lowerer.toNumeric(arguments) },
    Rule(.isna, .isnull) { lowerer, _, arguments in try lowerer.missing(arguments.require("obj"), isMissing: true) },
    Rule(.notna, .notnull) { lowerer, _, arguments in try lowerer.missing(arguments.require("obj"), isMissing: false) },
    Rule(.Series) { lowerer, _, arguments in
        try arguments.allow("data")
        guard case .series = try arguments.require("data") else { throw lowerer.refuse("pd.Series() of other than a Series") }
        return try arguments.require("data")
    },
    Rule(.unique) { lowerer, _, arguments in
        guard case .series(let series) = try arguments.require("values") else { throw lowerer.refuse("pd.unique() of other than a Series") }
        return .items(try lowerer.unique(series))
    },
    Rule(.value_counts, means: .functions) { lowerer, _, arguments in
        guard case .series(let series) = try arguments.require("values") else { throw lowerer.refuse("pd.value_counts() of other than a Series") }
        return .series(try lowerer.valueCounts(series, arguments.without("values")))
    },
])

extension Arguments {
    func without(_ name: String) -> Arguments {
        var out = self
        out.named[name] = nil
        return out
    }
}

extension Lowerer {
    func missing(_ term: Term, isMissing: Bool) throws(Failure) -> Term {
        switch term {
        case .none: return .cell(.bool(isMissing))
        case .series(let series): return .series(missing(series, isMissing: isMissing))
        case .cell(let cell):
            guard cell.type.canBeMissing else { return .cell(.bool(!isMissing)) }
            return .cell(.made(.test(cell.sql, isMissing ? .isNull : .isNotNull), .bool, of: cell))
        case .frame(let frame): return .frame(try missing(frame, isMissing: isMissing))
        default: throw refuse("pd.isna() of \(term.description)")
        }
    }

    func missing(_ frame: FrameTerm, isMissing: Bool) throws(Failure) -> FrameTerm {
        var out = frame
        for at in frame.columns.indices { out.columns[at].cell = missing(try series(frame, at), isMissing: isMissing).cell }
        return out
    }

    /// `pd.to_numeric`: texts as numbers, integers among themselves, else floats.
    func toNumeric(_ arguments: Arguments) throws(Failure) -> Term {
        try arguments.allow("arg", "errors")
        let errors = try arguments.word("errors", default: "raise")
        guard errors == "raise" || errors == "coerce" else { throw refuse("to_numeric() with errors='\(errors)'") }
        switch try arguments.require("arg") {
        case .series(let series):
            guard series.cell.type.kind == .text else {
                guard series.cell.type.isNumber, series.cell.type.isNumpy else { throw refuse("to_numeric() of a \(series.cell.type.kind) column") }
                return .series(series)
            }
            let wholes = Expression.call("sum", .call("is_integer_text", series.cell.sql))
            let doubt = CellType.Doubt(
                conditions: [pinned(series).relation.select(.binary(.equal, .countRows, .call("ifnull", wholes, .integer(0))))], held: .int, otherwise: .float)
            let cell = Cell.made(
                .call(errors == "raise" ? "to_numeric" : "to_numeric_coerce", series.cell.sql), CellType.float.doubting(doubt), of: series.cell)
            return .series(made(series.relation, cell.fallible(), series.name))
        case .cell(let cell) where cell.type.isNumber: return .cell(cell)
        case let term: throw refuse("to_numeric() of \(term.description)")
        }
    }
}
