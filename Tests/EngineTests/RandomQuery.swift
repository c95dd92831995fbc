/// Random queries that the checker mostly accepts: each rule gives text of one kind of value.
struct RandomQuery {
    private let table: RandomTable
    private var dice: Dice
    private var depth = 0

    static func make(_ table: RandomTable, _ dice: inout Dice) -> String {
        var query = RandomQuery(table: table, dice: dice)
        let text = query.value()
        dice = query.dice
        return text
    }

    private init(table: RandomTable, dice: Dice) {
        self.table = table
        self.dice = dice
    }

    private typealias Kind = RandomTable.Column.Kind

    private mutating func value() -> String {
        switch dice.roll(10) {
        case 0...3: return truth()
        case 4...5: return number()
        case 6...7: return series(dice.pick(Kind.allCases))
        case 8: return frame()
        default: return list()
        }
    }

    private mutating func nested(_ body: (inout RandomQuery) -> String, else leaf: (inout RandomQuery) -> String) -> String {
        guard depth < 3 else { return leaf(&self) }
        depth += 1
        defer { depth -= 1 }
        return body(&self)
    }

    // MARK: Tables and columns

    private mutating func frame() -> String {
        nested({ query in
            switch query.dice.roll(12) {
            case 0...4: return "df[\(query.mask("df"))]"
            case 5: return "df.sort_values(\(query.column(nil)), ascending=\(query.dice.pick(["True", "False"])))"
            case 6: return "df.head(\(query.dice.roll(6)))"
            case 7: return "df.tail(\(query.dice.roll(6)))"
            case 8: return "df.iloc[\(query.dice.roll(4)):\(query.dice.roll(9))]"
            case 9: return "df.drop_duplicates()"
            case 10: return "df.loc[\(query.mask("df"))]"
            default: return "df"
            }
        }, else: { _ in "df" })
    }

    private mutating func column(_ kind: Kind?) -> String {
        let fitting = table.columns.filter { kind == nil || $0.kind == kind }
        return literal(dice.pick(fitting.isEmpty ? table.columns : fitting).name)
    }

    private mutating func series(_ kind: Kind) -> String {
        nested({ query in
            let base = "\(query.frame())[\(query.column(kind))]"
            switch kind {
            case .text: return base + query.dice.pick(["", "", ".str.lower()", ".str.upper()", ".str.strip()", ".str[0]", ".str[:2]", ".dropna()", ".fillna('x')", ".astype(str)"])
            case .int, .float: return query.numbers(base)
            case .bool: return base
            }
        }, else: { query in "df[\(query.column(kind))]" })
    }

    private mutating func numbers(_ base: String) -> String {
        switch dice.roll(16) {
        case 0: return "(\(base) + \(literalNumber()))"
        case 1: return "(\(base) * \(literalNumber()))"
        case 2: return "(\(base) / \(literalNumber()))"
        case 3: return "(\(base) // \(dice.pick(["2", "3", "-2"])))"
        case 4: return "(\(base) % \(dice.pick(["2", "3", "-2"])))"
        case 5: return base + ".shift()"
        case 6: return base + ".diff()"
        case 7: return base + ".cumsum()"
        case 8: return base + ".abs()"
        case 9: return base + ".round(1)"
        case 10: return base + ".nlargest(\(1 + dice.roll(4)))"
        case 11: return base + ".fillna(0)"
        case 12: return base + ".apply(lambda x: x > \(literalNumber()))"
        default: return base
        }
    }

    private mutating func list() -> String {
        let base = series(dice.pick(Kind.allCases))
        switch dice.roll(6) {
        case 0: return base + ".unique().tolist()"
        case 1: return base + ".value_counts()"
        case 2: return base + ".tolist()"
        case 3: return "df.groupby(\(column(nil)))[\(column(nil))].\(dice.pick(["count", "sum", "mean", "max", "nunique", "first", "size"]))()"
        case 4: return base + ".mode()"
        default: return base + ".sort_values()"
        }
    }

    // MARK: Masks

    private mutating func mask(_ frame: String) -> String {
        nested({ query in
            switch query.dice.roll(6) {
            case 0: return "(\(query.mask(frame))) & (\(query.mask(frame)))"
            case 1: return "(\(query.mask(frame))) | (\(query.mask(frame)))"
            case 2: return "~(\(query.mask(frame)))"
            default: return query.test(frame)
            }
        }, else: { query in query.test(frame) })
    }

    private mutating func test(_ frame: String) -> String {
        let kind = dice.pick(Kind.allCases)
        let cells = "\(frame)[\(column(kind))]"
        switch kind {
        case .text: return textTest(cells)
        case .int, .float: return numberTest(cells)
        case .bool: return dice.pick(["\(cells) == True", "\(cells).isna()", "\(cells) != False"])
        }
    }

    private mutating func textTest(_ cells: String) -> String {
        switch dice.roll(7) {
        case 0: return "\(cells).str.contains(\(literal(dice.pick(["m", "g$", "[a-m]", "Ä", "1|2", "."]))), na=False)"
        case 1: return "\(cells).str.startswith(\(literal(dice.pick(["m", "M", "ä"]))), na=False)"
        case 2: return "\(cells).isin(['mcg', 'scg', 'é'])"
        case 3: return "\(cells).isna()"
        case 4: return "\(cells) != \(literalText())"
        case 5: return "\(cells) > \(literalText())"
        default: return "\(cells) == \(literalText())"
        }
    }

    private mutating func numberTest(_ cells: String) -> String {
        switch dice.roll(8) {
        case 0: return "\(cells).isin([1, 2, 5])"
        case 1: return "\(cells).notna()"
        case 2: return "\(cells).between(0, 3)"
        case 3: return "\(cells) == \(cells).max()"
        case 4: return "\(cells) > \(cells).mean()"
        default: return "\(cells) \(dice.pick(["==", "!=", "<", "<=", ">", ">="])) \(literalNumber())"
        }
    }

    // MARK: Scalars

    private mutating func number() -> String {
        let kind: Kind = dice.pick([.int, .float])
        switch dice.roll(12) {
        case 0: return "len(\(frame()))"
        case 1: return "\(series(dice.pick(Kind.allCases))).nunique()"
        case 2: return "\(series(dice.pick(Kind.allCases))).count()"
        case 3: return "(\(mask("df"))).sum()"
        case 4: return "\(series(kind)).idxmax()"
        case 5: return "\(series(kind)).iloc[\(dice.roll(5) - 2)]"
        case 6: return "sum(\(series(kind)))"
        case 7: return "max(\(series(kind)))"
        default: return "\(series(kind)).\(dice.pick(["sum", "mean", "max", "min", "median", "std"]))()"
        }
    }

    private mutating func truth() -> String {
        nested({ query in
            switch query.dice.roll(9) {
            case 0: return "(\(query.truth())) and (\(query.truth()))"
            case 1: return "(\(query.truth())) or (\(query.truth()))"
            case 2: return "not (\(query.truth()))"
            case 3: return "\(query.series(.text)).iloc[\(query.dice.roll(4) - 1)] == \(query.literalText())"
            case 4: return "(\(query.mask("df"))).any()"
            case 5: return "(\(query.mask("df"))).all()"
            case 6: return "\(query.literalText()) in \(query.series(.text)).values"
            default: return "\(query.number()) \(query.dice.pick(["==", ">", "<=", "!="])) \(query.number())"
            }
        }, else: { query in "len(df) > \(query.dice.roll(9))" })
    }

    private mutating func literalNumber() -> String { dice.pick(["0", "1", "2", "-1", "3", "0.5", "2.0", "1e308"]) }

    private mutating func literalText() -> String { literal(dice.pick(["mcg", "MCG", "", "ärger", "x'y", "zz"])) }

    private func literal(_ text: String) -> String { "'" + text.replacing("'", with: "\\'") + "'" }
}
