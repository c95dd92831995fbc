import Diagnostics
import Values

extension Interpreter {
    /// The cells as a type that a query names, as numpy's `astype` makes them.
    func cast(_ column: Column, to type: Value, from operation: String) throws(Failure) -> Column {
        try charge(cells: column.count)
        try charge(bytes: column.count &* 16)
        switch try numpyTypeName(type) {
        case "int", "int64", "i8", "integer": return .int(try integers(column))
        case "float", "float64", "f8", "double": return .float(try floats(column))
        case "bool", "bool_": return .bool(try flags(column))
        case "str", "U": return try texts(column)
        case "object", "O": return column.asObject
        default: throw Failure(.unsupportedArgument, "this 'dtype' of \(operation)() is not supported")
        }
    }

    private func numpyTypeName(_ type: Value) throws(Failure) -> String {
        switch type {
        case .type(let type): return type.rawValue
        case .text(let text): return text.string
        case .dtype(let dtype): return dtype.rawValue
        default: throw Failure(.typeError, "Cannot interpret '\(Interpreter.brief(type))' as a data type")
        }
    }

    private func integers(_ column: Column) throws(Failure) -> [Int] {
        switch column {
        case .bool(let cells): return cells.map { $0 ? 1 : 0 }
        case .int(let cells), .timestamp(let cells), .timedelta(let cells): return cells
        // What does not fit becomes the least integer, as the processor's conversion has it.
        case .float(let cells): return cells.map { Int(exactly: $0.rounded(.towardZero)) ?? .min }
        case .text, .object, .categorical:
            var numbers: [Int] = []
            for value in column.values { numbers.append(try int(value)) }
            return numbers
        }
    }

    private func floats(_ column: Column) throws(Failure) -> [Double] {
        if let doubles = column.doubles { return doubles }
        var numbers: [Double] = []
        for value in column.values {
            if case .none = value { numbers.append(.nan) } else { numbers.append(try float(value)) }
        }
        return numbers
    }

    private func flags(_ column: Column) throws(Failure) -> [Bool] {
        var flags: [Bool] = []
        for value in column.values { flags.append(try truth(value)) }
        return flags
    }

    private func texts(_ column: Column) throws(Failure) -> Column {
        var texts: [Text?] = []
        for value in column.values { texts.append(try str(value)) }
        return .text(TextColumn(texts))
    }
}
