import Catalog
import Diagnostics
import Values

// `isinstance` and `type`.
extension Call where Receiver == Builtins {
    func isInstance() throws(Failure) -> Bool {
        try isInstance(arguments.require("object"), of: arguments.require("classinfo"))
    }

    private func isInstance(_ value: Value, of classes: Value) throws(Failure) -> Bool {
        switch classes {
        case .type(let type): return value.isInstance(of: type)
        case .tuple(let types):
            for type in types where try isInstance(value, of: type) { return true }
            return false
        default: throw Failure(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
        }
    }

    func type() throws(Failure) -> PythonType {
        let value = try arguments.require("object")
        guard let type = value.pythonType else { throw Failure(.unsupportedValue, "the type of a \(value.typeName) is not supported as a value") }
        return type
    }
}

extension Value {
    /// Python's `type(value)`, where a query can name it.
    var pythonType: PythonType? {
        switch self {
        case .none: .noneType
        case .bool: .bool
        case .int: .int
        case .float: .float
        case .text: .str
        case .numpyBool: .numpyBool
        case .numpyInt: .numpyInt
        case .numpyFloat: .numpyFloat
        case .timestamp(let t): t == Column.missingTime ? nil : .timestamp
        case .timedelta(let t): t == Column.missingTime ? nil : .timedelta
        case .date: .date
        case .time: .time
        case .list: .list
        case .tuple: .tuple
        case .set: .set
        case .dict: .dict
        case .range: .range
        case .series: .series
        case .frame: .frame
        case .index(let index): index.typeName == "Index" ? .index : nil
        case .array: .array
        case .function(let function): function is Closure ? .function : nil
        case .interval, .slice, .iterator, .groupBy, .accessor, .type, .dtype, .module: nil
        }
    }

    /// Python's `isinstance`: bools are ints, numpy's floats are floats, Timestamps are datetimes and dates.
    func isInstance(of type: PythonType) -> Bool {
        switch type {
        case .object: true
        case .int: if case .int = self { true } else if case .bool = self { true } else { false }
        case .float: if case .float = self { true } else if case .numpyFloat = self { true } else { false }
        case .numpyInteger: if case .numpyInt = self { true } else { false }
        case .numpyFloating: if case .numpyFloat = self { true } else { false }
        case .numpyNumber: if case .numpyInt = self { true } else if case .numpyFloat = self { true } else { false }
        case .index: if case .index = self { true } else { false }
        case .datetime: isMoment
        case .date: if case .date = self { true } else { isMoment }
        case .span: pythonType == .timedelta
        case .str, .bool, .list, .tuple, .set, .dict, .noneType, .range, .series, .frame, .array, .timestamp, .timedelta, .numpyInt,
            .numpyFloat, .numpyBool, .time, .function:
            pythonType == type
        }
    }

    /// A Timestamp or NaT, which is a `datetime` too.
    private var isMoment: Bool {
        switch self {
        case .timestamp: true
        case .timedelta(let t): t == Column.missingTime
        default: false
        }
    }
}
