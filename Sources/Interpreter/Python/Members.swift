import Catalog
import Diagnostics
import Values

extension Interpreter {
    /// `str.lower`, `dict.fromkeys`, `pd.Timestamp.max` …: a member taken from a type.
    func member(_ name: String, of type: PythonType) throws(Failure) -> Value {
        if let constant = try constant(name, of: type) { return constant }
        if let operation = StandardOperation(classMethod: name, of: type) {
            return .function(OperationValue(.standard(operation), receiver: .type(type)))
        }
        guard let receiver = type.receiver else { throw missing(name, type) }
        if let operation = receiver.operation(named: name) {
            guard !operation.facts.isProperty else { throw Failure(.unsupportedOperation, "'\(type.rawValue).\(name)' is not supported") }
            // A static method: it has no receiver of its own.
            if operation == .text(.maketrans) { return .function(OperationValue(operation, receiver: .text(.empty))) }
            return .function(OperationValue(operation, takesReceiver: true))
        }
        guard !receiver.hasOutside(name) else { throw Failure(.unsupportedOperation, "'\(name)' of \(type.rawValue) is not supported") }
        throw missing(name, type)
    }

    private func missing(_ name: String, _ type: PythonType) -> Failure {
        Failure(.attributeError, "type object '\(type.rawValue)' has no attribute '\(name)'")
    }

    /// Members that need no instance.
    private func constant(_ name: String, of type: PythonType) throws(Failure) -> Value? {
        switch (type, name) {
        case (.dict, "fromkeys"): return .function(OperationValue(.dict(.fromkeys), receiver: .dict(DictValue())))
        case (.timestamp, "min"): return .timestamp(.min + 1)
        case (.timestamp, "max"): return .timestamp(.max)
        case (.timedelta, "min"): return .timedelta(.min + 1)
        case (.timedelta, "max"): return .timedelta(.max)
        case (.timestamp, "now"), (.timestamp, "today"), (.timestamp, "utcnow"), (.datetime, "now"), (.datetime, "today"),
            (.datetime, "utcnow"), (.date, "today"):
            throw Failure(.unsupportedOperation, "'\(type.rawValue).\(name)' is not supported: an answer may not depend on the day")
        default: return nil
        }
    }
}

extension PythonType {
    /// Whose methods a query can take from the type.
    var receiver: Receiver? {
        switch self {
        case .int, .float, .bool, .numpyInt, .numpyFloat, .numpyBool: .number
        case .str: .text
        case .list: .list
        case .tuple: .tuple
        case .set: .set
        case .dict: .dict
        case .series: .series
        case .frame: .frame
        case .index: .index
        case .array: .array
        case .timestamp, .datetime: .timestamp
        case .timedelta, .span: .timedelta
        case .date, .time: .date
        case .object, .noneType, .range, .numpyInteger, .numpyFloating, .numpyNumber, .function: nil
        }
    }
}
