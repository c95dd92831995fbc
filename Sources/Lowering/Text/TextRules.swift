import Catalog
import Diagnostics
import SQL
import Values

/// What one text can be asked in SQLite. A gap is a float, which has none of these.
let textRules = Rules<TextOperation, Cell>([
    Rule(.lower, .upper, .title, .capitalize, .casefold, .swapcase, means: .functions) { lowerer, text, arguments in
        try lowerer.asked(text) { .call(arguments.operation.name, $0) }
    },
    Rule(.strip, .lstrip, .rstrip, means: .functions) { lowerer, text, arguments in
        guard arguments.given("chars") != nil else { return try lowerer.asked(text) { .call(arguments.operation.name, $0) } }
        let characters = try arguments.text("chars")
        return try lowerer.asked(text) { .call(arguments.operation.name, $0, .text(characters)) }
    },
    Rule(.isalpha, .isdigit, .isdecimal, .isnumeric, .isalnum, .isspace, .isupper, .islower, .istitle, means: .functions) { lowerer, text, arguments in
        try lowerer.asked(text, .bool) { .call(arguments.operation.name, $0) }
    },
    Rule(.startswith, .endswith) { lowerer, text, arguments in
        try arguments.allow(arguments.operation == .text(.startswith) ? "prefix" : "suffix")
        guard case .cell(let cell)? = arguments.named.values.first, let part = cell.textLiteral, !part.isEmpty else {
            throw lowerer.refuse("this prefix")
        }
        return try lowerer.asked(text, .bool) { lowerer.affix($0, part, isPrefix: arguments.operation == .text(.startswith)) }
    },
    Rule(.split, means: .functions) { lowerer, text, arguments in
        let type = CellType(.list)
        guard arguments.given("sep") != nil else { return try lowerer.asked(text, type) { .call("split", $0) } }
        let separator = try arguments.text("sep"), limit = try arguments.int("maxsplit", default: -1)
        return try lowerer.asked(text, type) { .call("split", $0, .text(separator), .integer(limit)) }
    },
    Rule(.replace, means: .functions) { lowerer, text, arguments in
        try arguments.allow("old", "new")
        let old = try arguments.text("old"), new = try arguments.text("new")
        return try lowerer.asked(text) { .call("python_replace", $0, .text(old), .text(new)) }
    },
    Rule(.count, means: .functions) { lowerer, text, arguments in
        try arguments.allow("sub")
        let part = try arguments.text("sub")
        return try lowerer.asked(text, .int) { .call("text_count", $0, .text(part)) }
    },
    Rule(.find, means: .functions) { lowerer, text, arguments in
        try arguments.allow("sub")
        let part = try arguments.text("sub")
        return try lowerer.asked(text, .int) { .binary(.subtract, .call("instr", $0, .text(part)), .integer(1)) }
    },
])

extension Lowerer {
    /// A method of a text. Where the text may be a gap, asking it fails as Python's float would.
    func asked(_ text: Cell, _ type: CellType = .text, _ make: (Expression) -> Expression) throws(Failure) -> Term {
        guard text.type.canBeMissing else { return .cell(.made(make(text.sql), type, of: text)) }
        return .cell(Cell.made(make(.call("require_text", text.sql)), type, of: text).fallible())
    }

    /// `text[2]`, `text[:3]`
    func subscripted(_ text: Cell, by key: Term) throws(Failure) -> Term {
        switch key {
        case .slice(let lower, let upper, let step):
            let (from, to, by) = (try bound(lower), try bound(upper), try bound(step))
            return try asked(text) { .call("text_slice", $0, from, to, by) }
        case .cell(let cell):
            guard cell.type.kind == .int, cell.readsRow == text.readsRow || !cell.readsRow else { throw refuse("this subscript of a text") }
            return .cell(Cell.made(.call("python_char_at", text.sql, cell.sql), .text, of: text, cell).fallible())
        default: throw refuse("a text subscripted by \(key.description)")
        }
    }

    /// `text.split()[0]`
    func subscripted(list: Cell, by key: Term) throws(Failure) -> Term {
        guard case .cell(let cell) = key, cell.type.kind == .int else { throw refuse("a list subscripted by \(key.description)") }
        return .cell(Cell.made(.call("python_list_item", list.sql, cell.sql), .text, of: list, cell).fallible())
    }
}
