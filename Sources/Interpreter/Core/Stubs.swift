import Catalog
import Diagnostics
import Plan
import Values

// Interfaces whose bodies are being written elsewhere.
extension Interpreter {
    /// A text beside timestamps, read as a date.
    func timestamp(reading text: Text) throws(Failure) -> Int? { throw Failure(.unsupportedOperation, "dates as text are not supported yet") }
}
