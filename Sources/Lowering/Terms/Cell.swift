import SQL
import Values

/// One value as SQL: a scalar of the query, or a cell of each row.
struct Cell: Hashable, Sendable {
    var sql: Expression
    var type: CellType
    /// The least and the greatest integer it can be, where that is known.
    var bounds: ClosedRange<Int>?
    /// Whether evaluating it can fail.
    var isFallible = false
    /// Whether it reads the row at hand rather than standing by itself.
    var readsRow = false
    /// Whether no two rows of the table have it.
    var isUnique = false
    /// The value itself, where the query spells it out.
    var literal: Literal?

    enum Literal: Hashable, Sendable {
        case bool(Bool), int(Int), float(Double), text(Text)
    }

    init(_ sql: Expression, _ type: CellType, bounds: ClosedRange<Int>? = nil) {
        self.sql = sql
        self.type = type
        self.bounds = bounds
    }

    static func int(_ number: Int) -> Cell {
        var cell = Cell(.integer(number), .int, bounds: number...number)
        cell.literal = .int(number)
        return cell
    }

    static func float(_ number: Double) -> Cell {
        var cell = Cell(number.isNaN ? .null : .real(number), CellType(.float, missing: number.isNaN ? .nan : nil))
        cell.literal = .float(number)
        return cell
    }

    static func bool(_ flag: Bool) -> Cell {
        var cell = Cell(.integer(flag ? 1 : 0), .bool, bounds: flag ? 1...1 : 0...0)
        cell.literal = .bool(flag)
        return cell
    }

    static func text(_ text: Text) -> Cell {
        var cell = Cell(.text(text), .text)
        cell.literal = .text(text)
        return cell
    }

    /// Another value made of this one and others: it can fail and reads rows where they do.
    static func made(_ sql: Expression, _ type: CellType, bounds: ClosedRange<Int>? = nil, of parts: Cell...) -> Cell {
        made(sql, type, bounds: bounds, ofAll: parts)
    }

    static func made(_ sql: Expression, _ type: CellType, bounds: ClosedRange<Int>? = nil, ofAll parts: [Cell]) -> Cell {
        var cell = Cell(sql, type, bounds: bounds)
        cell.isFallible = parts.contains(where: \.isFallible)
        cell.readsRow = parts.contains(where: \.readsRow)
        return cell
    }

    func fallible(_ isFallible: Bool = true) -> Cell {
        var cell = self
        cell.isFallible = self.isFallible || isFallible
        return cell
    }

    /// Whether a function in it can raise, even where a check has made sure that it will not on the rows asked for.
    var mayRaise: Bool {
        sql.contains { if case .call(let name, _, _) = $0 { Cell.isRaising(name) } else { false } }
    }

    private static func isRaising(_ name: String) -> Bool {
        name.hasPrefix("python_") || ["strptime", "to_datetime", "to_numeric", "to_numeric_coerce", "require_text", "regexp_extract_strict"].contains(name)
    }

    /// A value that is the same whatever the parts are, but for what fails in them.
    static func constant(_ answer: Bool, isNumpy: Bool, of parts: Cell...) -> Cell {
        let value = Expression.integer(answer ? 1 : 0)
        let sql = parts.filter(\.isFallible).reduce(value) { .choice([Expression.When(.test($1.sql, .isNull), value)], otherwise: $0) }
        return made(sql, CellType(.bool, isNumpy: isNumpy), ofAll: parts)
    }

    var integerLiteral: Int? {
        switch literal {
        case .int(let number)?: number
        case .bool(let flag)?: flag ? 1 : 0
        case .float?, .text?, nil: nil
        }
    }

    var textLiteral: Text? { if case .text(let text)? = literal { text } else { nil } }

    /// A condition for `where`, where NULL counts as false.
    var condition: Expression { sql }

    /// A truth value that is never NULL.
    var settled: Cell {
        guard type.missing == .isFalse else { return self }
        var cell = self
        cell.sql = sql.isTrue
        cell.type = type.with(missing: nil)
        return cell
    }
}

extension Expression {
    /// Whether a truth value is true, NULL being false.
    var isTrue: Expression { .test(self, .isTrue) }
}
