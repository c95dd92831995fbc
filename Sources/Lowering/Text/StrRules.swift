import Catalog
import Diagnostics
import SQL
import Values

/// What `.str` can be asked in SQLite.
let strRules = Rules<StrOperation, SeriesTerm>([
    Rule(.contains, means: .functions) { lowerer, series, arguments in .series(try lowerer.contains(series, arguments)) },
    Rule(.match, means: .functions) { lowerer, series, arguments in .series(try lowerer.matches(series, "match", arguments)) },
    Rule(.fullmatch, means: .functions) { lowerer, series, arguments in .series(try lowerer.matches(series, "fullmatch", arguments)) },
    Rule(.startswith) { lowerer, series, arguments in .series(try lowerer.affix(series, arguments, isPrefix: true)) },
    Rule(.endswith) { lowerer, series, arguments in .series(try lowerer.affix(series, arguments, isPrefix: false)) },
    Rule(.lower, .upper, .title, .capitalize, .casefold, .swapcase, means: .functions) { lowerer, series, arguments in
        .series(lowerer.mapped(series, arguments.operation.name))
    },
    Rule(.strip, .lstrip, .rstrip, means: .functions) { lowerer, series, arguments in
        .series(try lowerer.stripped(series, arguments.operation.name, arguments))
    },
    Rule(.isalpha, .isdigit, .isdecimal, .isnumeric, .isalnum, .isspace, .isupper, .islower, .istitle, means: .functions) { lowerer, series, arguments in
        .series(lowerer.flags(series, .call(arguments.operation.name, series.cell.sql)))
    },
    Rule(.len, means: .functions) { lowerer, series, _ in .series(lowerer.numbers(series, .call(series.cell.type.kind == .list ? "list_count" : "length", series.cell.sql), 0...(1 << 31))) },
    Rule(.count, means: .functions) { lowerer, series, arguments in .series(try lowerer.occurrences(series, arguments)) },
    Rule(.find, means: .functions) { lowerer, series, arguments in .series(try lowerer.found(series, arguments)) },
    Rule(.replace, means: .functions) { lowerer, series, arguments in .series(try lowerer.replaced(series, arguments)) },
    Rule(.extract, means: .functions) { lowerer, series, arguments in try lowerer.extract(series, arguments) },
    Rule(.split, means: .functions) { lowerer, series, arguments in try lowerer.split(series, arguments) },
    Rule(.get, means: .functions) { lowerer, series, arguments in .series(try lowerer.item(of: series, arguments.int("i", default: 0))) },
    Rule(.slice, means: .functions) { lowerer, series, arguments in
        .series(try lowerer.slice(of: series, arguments["start"], arguments["stop"], arguments["step"]))
    },
    Rule(.zfill, means: .functions) { lowerer, series, arguments in
        .series(lowerer.mapped(series, "zfill", .integer(try arguments.int("width", default: 0))))
    },
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

    /// A truth value of each text: bools, or objects where a cell is a gap.
    func flags(_ series: SeriesTerm, _ sql: Expression) -> SeriesTerm {
        made(series.relation, .made(sql, CellType(.bool, isNumpy: true, missing: series.cell.type.missing), of: series.cell), series.name)
    }

    /// A number of each text: integers, or floats where a cell is a gap.
    func numbers(_ series: SeriesTerm, _ sql: Expression, _ bounds: ClosedRange<Int>) -> SeriesTerm {
        let doubt = series.cell.type.canBeMissing ? unlessMissing(series.cell.sql, series.relation) : nil
        let type = CellType(.int, isNumpy: true, missing: series.cell.type.missing).doubting(doubt)
        return made(series.relation, .made(sql, type, bounds: bounds, of: series.cell), series.name)
    }

    /// `na=` says what a gap gives; otherwise it stays a gap.
    private func flags(_ series: SeriesTerm, _ sql: Expression, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        guard series.cell.type.canBeMissing, let na = arguments.given("na") else { return flags(series, sql) }
        guard case .cell(let filler) = na, case .bool(let flag)? = filler.literal else { throw refuse("'na' of \(arguments.operation.name)() other than a bool") }
        let filled: Expression = flag ? .call("ifnull", sql, .integer(1)) : sql
        let type = CellType(.bool, isNumpy: true, missing: flag ? nil : .isFalse)
        return made(series.relation, .made(filled, type, of: series.cell), series.name)
    }

    // MARK: Patterns

    func contains(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("pat", "case", "na", "regex", "flags")
        let source = try arguments.text("pat")
        let isCase = try arguments.flag("case", default: true), isPattern = try arguments.flag("regex", default: true)
        guard try arguments.int("flags", default: 0) == 0 else { throw refuse("'flags' of contains()") }
        if isCase, !isPattern || source.isPlainPattern {
            return try flags(series, .binary(.greater, .call("instr", series.cell.sql, .text(source)), .integer(0)), arguments)
        }
        guard isPattern else { throw refuse("contains() without regard to case") }
        _ = try pattern(source)
        return try flags(series, .call(isCase ? "regexp" : "iregexp", .text(source), series.cell.sql), arguments)
    }

    func matches(_ series: SeriesTerm, _ function: String, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("pat", "na")
        let source = try arguments.text("pat")
        _ = try pattern(source)
        return try flags(series, .call("regexp_" + function, .text(source), series.cell.sql), arguments)
    }

    func affix(_ series: SeriesTerm, _ arguments: Arguments, isPrefix: Bool) throws(Failure) -> SeriesTerm {
        try arguments.allow("pat", "na")
        let part = try arguments.text("pat")
        guard !part.isEmpty else { throw refuse("an empty prefix") }
        return try flags(series, affix(series.cell.sql, part, isPrefix: isPrefix), arguments)
    }

    func affix(_ text: Expression, _ part: Text, isPrefix: Bool) -> Expression {
        isPrefix
            ? .binary(.equal, .call("instr", text, .text(part)), .integer(1))
            : .binary(.equal, .call("substr", text, .integer(-part.length)), .text(part))
    }

    func occurrences(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("pat")
        let source = try arguments.text("pat")
        _ = try pattern(source)
        return numbers(series, .call("regexp_count", .text(source), series.cell.sql), 0...(1 << 31))
    }

    func found(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("sub")
        let part = try arguments.text("sub")
        return numbers(series, .binary(.subtract, .call("instr", series.cell.sql, .text(part)), .integer(1)), -1...(1 << 31))
    }

    func replaced(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> SeriesTerm {
        try arguments.allow("pat", "repl", "regex")
        let source = try arguments.text("pat"), replacement = try arguments.text("repl")
        guard try arguments.flag("regex", default: false) else { return mapped(series, "python_replace", .text(source), .text(replacement)) }
        _ = try pattern(source)
        return mapped(series, "regexp_replace", .text(source), .text(replacement))
    }

    /// The groups of a pattern's first match.
    func extract(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Term {
        try arguments.allow("pat", "expand")
        let source = try arguments.text("pat")
        let pattern = try pattern(source)
        guard pattern.groupCount > 0 else { throw reached(Failure(.valueError, "pattern contains no capture groups")) }
        func group(_ number: Int, _ name: Labels.Name) -> SeriesTerm {
            let sql = Expression.call("regexp_extract", .text(source), series.cell.sql, .integer(number))
            return made(series.relation, .made(sql, CellType(.text, missing: .nan), of: series.cell), name)
        }
        guard try arguments.flag("expand", default: true) || pattern.groupCount > 1 else {
            var series = group(1, pattern.names.first.map { .text($0.value) } ?? series.name)
            series.cell.sql = Lowerer.strict(series.cell.sql)
            return .series(series)
        }
        var columns: [FrameTerm.Column] = []
        for number in 1...pattern.groupCount {
            let label: Labels.Name = pattern.names[number].map { .text($0) } ?? .int(number - 1)
            columns.append(FrameTerm.Column(label: label, cell: group(number, label).cell))
        }
        return .frame(FrameTerm(relation: series.relation, columns: columns))
    }

    /// A Series of one group has None where the group took no part in a match, which SQL cannot tell from NaN.
    private static func strict(_ sql: Expression) -> Expression {
        guard case .call(_, let arguments, _) = sql else { return sql }
        return .call("regexp_extract_strict", arguments)
    }

    // MARK: Parts

    func split(_ series: SeriesTerm, _ arguments: Arguments) throws(Failure) -> Term {
        try arguments.allow("pat", "n")
        let type = CellType(.list, missing: series.cell.type.missing)
        guard arguments.given("pat") != nil else {
            return .series(made(series.relation, .made(.call("split", series.cell.sql), type, of: series.cell), series.name))
        }
        let separator = try arguments.text("pat"), limit = try arguments.int("n", default: -1)
        guard separator.length == 1 || separator.isPlainPattern else { throw refuse("split() by a pattern") }
        let sql = Expression.call("split", series.cell.sql, .text(separator), .integer(limit == 0 ? -1 : limit))
        return .series(made(series.relation, .made(sql, type, of: series.cell), series.name))
    }

    /// One character or item of each cell; a gap where there is none.
    func item(of series: SeriesTerm, _ position: Int) throws(Failure) -> SeriesTerm {
        let function = series.cell.type.kind == .list ? "list_item" : "char_at"
        let sql = Expression.call(function, series.cell.sql, .integer(position))
        // Nothing but gaps is a column of floats.
        let found = series.relation.select(.binary(.or, .call("count", sql), .binary(.equal, .call("count", series.cell.sql), .integer(0))))
        let doubt = CellType.Doubt(conditions: [found], held: .text, otherwise: .float)
        return made(series.relation, .made(sql, CellType(.text, missing: .nan).doubting(doubt), of: series.cell), series.name)
    }

    func slice(of series: SeriesTerm, _ lower: Term?, _ upper: Term?, _ step: Term?) throws(Failure) -> SeriesTerm {
        guard series.cell.type.kind == .text else { throw refuse("a slice of lists") }
        return mapped(series, "text_slice", try bound(lower), try bound(upper), try bound(step))
    }

    func bound(_ term: Term?) throws(Failure) -> Expression {
        switch term {
        case nil, Term.none?: return .null
        case .cell(let cell)?:
            guard let number = cell.integerLiteral else { throw refuse("a computed slice") }
            return .integer(number)
        default: throw refuse("a computed slice")
        }
    }
}

extension Text {
    /// Whether every character of a pattern stands for itself.
    var isPlainPattern: Bool {
        withBytes { bytes in !bytes.contains { "\\.^$*+?{}[]|()".utf8.contains($0) } }
    }
}
