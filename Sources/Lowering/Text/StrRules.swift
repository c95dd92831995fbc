import Catalog
import Diagnostics
import SQL
import Values

/// What `.str` can be asked in SQLite.
let strRules = Rules<StrOperation, SeriesTerm>([
    Rule(.contains, means: .functions) { lowerer, series, arguments in .series(try lowerer.contains(series, arguments)) },
    Rule(.startswith) { lowerer, series, arguments in .series(try lowerer.affix(series, arguments, isPrefix: true)) },
    Rule(.endswith) { lowerer, series, arguments in .series(try lowerer.affix(series, arguments, isPrefix: false)) },
    Rule(.lower, means: .functions) { lowerer, series, _ in .series(lowerer.mapped(series, "lower")) },
    Rule(.upper, means: .functions) { lowerer, series, _ in .series(lowerer.mapped(series, "upper")) },
    Rule(.strip, means: .functions) { lowerer, series, arguments in .series(try lowerer.stripped(series, "strip", arguments)) },
    Rule(.lstrip, means: .functions) { lowerer, series, arguments in .series(try lowerer.stripped(series, "lstrip", arguments)) },
    Rule(.rstrip, means: .functions) { lowerer, series, arguments in .series(try lowerer.stripped(series, "rstrip", arguments)) },
])

extension Lowerer {
    /// Text of text; a gap stays one.
    func mapped(_ series: SeriesTerm, _ function: String, _ more: Expression...) -> SeriesTerm {
        made(series.relation, .made(.call(function, [series.cell.sql] + more), series.cell.type, of: series.cell), series.name)
    }

    func stripped(_ series: SeriesTerm, _ function: String, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        guard arguments.given("to_strip") != nil else { return mapped(series, function) }
        return mapped(series, function, .text(try arguments.text("to_strip")))
    }

    /// `na=` says what a gap gives; otherwise it stays a gap, and the flags are objects.
    private func flags(_ series: SeriesTerm, _ sql: Expression, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        guard series.cell.type.canBeMissing else {
            return made(series.relation, .made(sql, CellType(.bool, isNumpy: true), of: series.cell), series.name)
        }
        guard let na = arguments.given("na") else {
            return made(series.relation, .made(sql, CellType(.bool, missing: .nan), of: series.cell), series.name)
        }
        guard case .cell(let filler) = na, case .bool(let flag)? = filler.literal else { throw refuse("'na' of \(arguments.operation.name)() other than a bool") }
        let filled: Expression = flag ? .call("ifnull", sql, .integer(1)) : sql
        let type = CellType(.bool, isNumpy: true, missing: flag ? nil : .isFalse)
        return made(series.relation, .made(filled, type, of: series.cell), series.name)
    }

    func contains(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("pat", "case", "na", "regex", "flags")
        let pattern = try arguments.text("pat")
        let isCase = try arguments.flag("case", default: true), isPattern = try arguments.flag("regex", default: true)
        guard try arguments.int("flags", default: 0) == 0 else { throw refuse("'flags' of contains()") }
        if isCase, !isPattern || pattern.isPlainPattern {
            return try flags(series, .binary(.greater, .call("instr", series.cell.sql, .text(pattern)), .integer(0)), arguments)
        }
        guard isPattern else { throw refuse("contains() without regard to case") }
        return try flags(series, .call(isCase ? "regexp" : "iregexp", .text(pattern), series.cell.sql), arguments)
    }

    func affix(_ series: SeriesTerm, _ arguments: Arguments, isPrefix: Bool) throws(Failure) -> SeriesTerm {
        try arguments.allow("pat", "na")
        let pattern = try arguments.text("pat")
        guard !pattern.isEmpty else { throw refuse("an empty prefix") }
        let text = series.cell.sql
        let sql: Expression = isPrefix
            ? .binary(.equal, .call("instr", text, .text(pattern)), .integer(1))
            : .binary(.equal, .call("substr", text, .integer(-pattern.length)), .text(pattern))
        return try flags(series, sql, arguments)
    }
}

extension Text {
    /// Whether every character of a pattern stands for itself.
    var isPlainPattern: Bool {
        withBytes { bytes in !bytes.contains { "\\.^$*+?{}[]|()".utf8.contains($0) } }
    }
}
