import Catalog
import Diagnostics
import Plan
import Values

// Interfaces whose bodies are being written elsewhere.
extension Interpreter {
    /// `type(…)` as a call: `int('3')`, `str(x)`, `list(x)`, `pd.Series(…)`, `pd.Timestamp(…)`.
    func construct(_ type: PythonType, _ positional: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        throw Failure(.unsupportedOperation, "'\(type.rawValue)' cannot be called yet")
    }
    /// `str.lower`, `pd.Timestamp.now` …: a member taken from a type.
    func member(_ name: String, of type: PythonType) throws(Failure) -> Value { throw Failure(.attributeError, "no attribute '\(name)'") }
    /// `pd.name`, `np.name` where the module itself is a value.
    func moduleMember(_ module: Module, _ name: String) throws(Failure) -> (operation: Operation?, value: Value) {
        throw Failure(.attributeError, "no attribute '\(name)'")
    }
    func pairs(of groups: GroupBy) throws(Failure) -> [Value] { throw Failure(.unsupportedOperation, "not yet") }
    /// Text of an f-string's parts.
    func formatted(_ parts: [Node.FormatPart]) throws(Failure) -> Text { throw Failure(.unsupportedOperation, "not yet") }
    func requireText(_ value: Value) throws(Failure) {}
    func requireTimes(_ value: Value) throws(Failure) {}
    /// A text beside timestamps, read as a date.
    func timestamp(reading text: Text) throws(Failure) -> Int? { throw Failure(.unsupportedOperation, "dates as text are not supported yet") }
    /// `series.str[key]`
    func strSubscript(_ accessor: AccessorValue, _ key: Value) throws(Failure) -> Value { throw Failure(.unsupportedOperation, "not yet") }
}
