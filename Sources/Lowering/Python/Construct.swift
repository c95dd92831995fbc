import Diagnostics
import SQL
import Values

extension Lowerer {
    /// Python's `int(x)`, `str(x)`, `list(x)` …
    func construct(_ type: PythonType, _ terms: [Term]) throws(Failure) -> Term {
        guard terms.count == 1, let term = terms.first else { throw refuse("\(type.rawValue)() of \(terms.count) values") }
        switch type {
        case .bool: return .cell(try truth(term))
        case .list: return try list(term, .list, .list)
        case .tuple: return try tuple(term)
        case .set: return try list(term, .set, .set)
        case .int: return .cell(try integer(scalar(term, type)))
        case .float: return .cell(try float(scalar(term, type)))
        case .str: return .cell(try string(scalar(term, type)))
        case .dict, .object, .noneType, .range, .series, .frame, .index, .array, .timestamp, .timedelta, .numpyInt, .numpyFloat, .numpyBool,
            .numpyInteger, .numpyFloating, .numpyNumber, .date, .time, .datetime, .span, .function:
            throw refuse("\(type.rawValue)()")
        }
    }

    private func tuple(_ term: Term) throws(Failure) -> Term {
        guard case .terms(let terms) = try iterate(term) else { throw refuse("a tuple of rows") }
        return .display(.tuple, terms)
    }

    private func scalar(_ term: Term, _ type: PythonType) throws(Failure) -> Cell {
        guard case .cell(let cell) = term else { throw refuse("\(type.rawValue)() of \(term.description)") }
        return cell
    }

    func integer(_ cell: Cell) throws(Failure) -> Cell {
        switch cell.type.kind {
        case .int where !cell.type.canBeMissing: return cell.with(isNumpy: false)
        case .bool where !cell.type.canBeMissing: return Cell.made(cell.settled.sql, .int, bounds: 0...1, of: cell)
        case .text, .float, .int: return Cell.made(.call("python_int", cell.sql), .int, of: cell).fallible()
        case .bool, .timestamp, .timedelta, .list: throw refuse("int() of a \(cell.type.kind)")
        }
    }

    func float(_ cell: Cell) throws(Failure) -> Cell {
        let type = CellType(.float, missing: .nan)
        switch cell.type.kind {
        case .float: return cell.with(isNumpy: false)
        case .int, .bool: return Cell.made(.cast(cell.settled.sql, .real), type, of: cell)
        case .text: return Cell.made(.call("python_float", cell.sql), type, of: cell).fallible()
        case .timestamp, .timedelta, .list: throw refuse("float() of a \(cell.type.kind)")
        }
    }

    func string(_ cell: Cell) throws(Failure) -> Cell {
        switch cell.type.kind {
        case .text where !cell.type.canBeMissing: return cell
        case .text: return .made(.call("ifnull", cell.sql, .text("nan")), .text, of: cell)
        case .int where !cell.type.canBeMissing && cell.type.doubt == nil: return .made(.cast(cell.sql, .text), .text, of: cell)
        case .float: return .made(.call("python_str", cell.sql), .text, of: cell)
        case .bool where !cell.type.canBeMissing:
            return .made(.choice([Expression.When(cell.sql, .text("True"))], otherwise: .text("False")), .text, of: cell)
        case .bool, .int, .timestamp, .timedelta, .list: throw refuse("str() of a \(cell.type.kind)")
        }
    }
}
