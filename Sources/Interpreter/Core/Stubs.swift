import Catalog
import Diagnostics
import Plan
import Values

// Interfaces whose bodies are being written elsewhere.
extension Interpreter {
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
