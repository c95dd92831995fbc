import Catalog
import Diagnostics
import Kernels
import Values

/// What `astype` makes of cells.
enum CastTarget {
    case dtype(DType)
    /// Every cell as `str` writes it.
    case text
}

// Cells of other types, and Series as Python values.
extension Call where Receiver == Series {
    func toList() throws(Failure) -> Value {
        try interpreter.charge(bytes: receiver.count * 24)
        return .list(try interpreter.iterate(.series(receiver)))
    }

    func toDict() throws(Failure) -> Value {
        try interpreter.charge(bytes: receiver.count * 48)
        return .dict(DictValue(Swift.zip(try interpreter.iterate(.index(receiver.index)), receiver.column.values.map(\.asPython))))
    }

    func toNumpy() throws(Failure) -> Value {
        guard let type = arguments.given("dtype") else { return .array(NDArray(receiver.column)) }
        return .array(NDArray(try interpreter.cast(receiver.column, to: interpreter.castTarget(type))))
    }

    func astype() throws(Failure) -> Value {
        var type = try arguments.require("dtype")
        if case .dict(let dict) = type {
            guard dict.count == 1, let only = dict[receiver.name] else {
                throw Failure(.keyError, "Only the Series name can be used for the key in Series dtype mappings.")
            }
            type = only
        }
        let ignores = try arguments.word("errors", default: "raise") == "ignore"
        let target = try interpreter.castTarget(type)
        do {
            return .series(receiver.with(try interpreter.cast(receiver.column, to: target)))
        } catch {
            guard ignores, error.code.phase == .running else { throw error }
            return .series(receiver.copied)
        }
    }

    func equals() throws(Failure) -> Value {
        guard case .series(let other) = try arguments.require("other") else { return .bool(false) }
        guard receiver.column.dtype == other.column.dtype, receiver.index.equals(other.index) else { return .bool(false) }
        return .bool((0..<receiver.count).allSatisfy { HashKey(receiver.column[$0]) == HashKey(other.column[$0]) })
    }
}

extension Interpreter {
    /// The type that `astype` was given.
    ///
    /// - Throws: `unsupportedValue` for types that a column here cannot have, `typeError` for words that name none.
    func castTarget(_ value: Value) throws(Failure) -> CastTarget {
        switch value {
        case .dtype(let dtype): return .dtype(dtype)
        case .type(let type): return try castTarget(type)
        case .text(let word): return try castTarget(word.string)
        default: throw Failure(.typeError, "Cannot interpret \(Interpreter.brief(value)) as a data type")
        }
    }

    private func castTarget(_ type: PythonType) throws(Failure) -> CastTarget {
        switch type {
        case .int, .numpyInt: .dtype(.int64)
        case .float, .numpyFloat: .dtype(.float64)
        case .bool, .numpyBool: .dtype(.bool)
        case .str: .text
        case .object: .dtype(.object)
        case .list, .tuple, .set, .dict, .noneType, .range, .series, .frame, .index, .array, .timestamp, .timedelta, .numpyInteger,
            .numpyFloating, .numpyNumber, .date, .time, .datetime, .span, .function:
            throw Failure(.unsupportedValue, "astype(\(type.rawValue)) is not supported")
        }
    }

    private func castTarget(_ word: String) throws(Failure) -> CastTarget {
        switch word {
        case "int", "int64", "i8": return .dtype(.int64)
        case "float", "float64", "f8", "double": return .dtype(.float64)
        case "bool": return .dtype(.bool)
        case "str": return .text
        case "object", "O": return .dtype(.object)
        case "datetime64[ns]", "M8[ns]", "<M8[ns]": return .dtype(.datetime)
        case "timedelta64[ns]", "m8[ns]", "<m8[ns]": return .dtype(.timedelta)
        default:
            let known = ["category", "string", "boolean", "datetime64", "int8", "int16", "int32", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "Int64", "Int32", "Float64", "complex", "timedelta64"]
            guard known.contains(where: word.hasPrefix) else { throw Failure(.typeError, "data type '\(word)' not understood") }
            throw Failure(.unsupportedValue, "astype('\(word)') is not supported")
        }
    }

    func cast(_ column: Column, to target: CastTarget) throws(Failure) -> Column {
        try charge(cells: column.count)
        switch target {
        case .text: return try texts(column)
        case .dtype(let type):
            if type == column.dtype { return column }
            switch type {
            case .int64: return .int(try integers(column))
            case .float64: return .float(try floats(column))
            case .bool: return .bool(try flags(column))
            case .object: return column.asObject
            case .category: throw Failure(.unsupportedValue, "astype('category') is not supported")
            case .datetime: return try times(of: column)
            case .timedelta: return try spans(of: column)
            }
        }
    }

    /// Cells that are text already stay as they are; a gap becomes the word `nan`.
    private func texts(_ column: Column) throws(Failure) -> Column {
        if case .text(let cells) = column, !column.missing.contains(true) { return .text(cells) }
        if case .timestamp(let cells) = column { return try texts(ofTimes: cells) }
        if case .timedelta(let cells) = column { return try texts(ofSpans: cells) }
        if case .categorical(let cells) = column { return try texts(cells.decoded) }
        var out = TextBuilder(rows: column.count)
        for cell in column.asObject.values { out.appendCell(try str(cell)) }
        return .text(out.finish())
    }

    private func integers(_ column: Column) throws(Failure) -> [Int] {
        switch column {
        case .bool(let cells): return cells.map { $0 ? 1 : 0 }
        case .int(let cells): return cells
        case .float(let cells):
            guard cells.allSatisfy(\.isFinite) else { throw Failure(.valueError, "Cannot convert non-finite values (NA or inf) to integer") }
            var out: [Int] = []
            for cell in cells { out.append(try truncated(cell)) }
            return out
        case .text, .object, .categorical:
            var out: [Int] = []
            for cell in column.values { out.append(try int(cell)) }
            return out
        case .timestamp(let cells), .timedelta(let cells): return cells
        }
    }

    private func floats(_ column: Column) throws(Failure) -> [Double] {
        if let doubles = column.doubles { return doubles }
        switch column {
        case .timestamp, .timedelta: throw Failure(.typeError, "Cannot cast \(column.dtype.rawValue) to dtype float64")
        case .bool, .int, .float, .text, .object, .categorical:
            var out: [Double] = []
            for cell in column.values {
                if case .none = cell { throw Failure(.typeError, "float() argument must be a string or a real number, not 'NoneType'") }
                out.append(try float(cell))
            }
            return out
        }
    }

    private func flags(_ column: Column) throws(Failure) -> [Bool] {
        var out: [Bool] = []
        for cell in column.values { out.append(try truth(cell)) }
        return out
    }
}
