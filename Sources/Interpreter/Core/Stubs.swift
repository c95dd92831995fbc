import Catalog
import Diagnostics
import Plan
import Values

// Interfaces whose bodies are being written elsewhere.
extension Interpreter {
    func pairs(of groups: GroupBy) throws(Failure) -> [Value] { throw Failure(.unsupportedOperation, "not yet") }
    /// A text beside timestamps, read as a date.
    func timestamp(reading text: Text) throws(Failure) -> Int? { throw Failure(.unsupportedOperation, "dates as text are not supported yet") }
}
