import Diagnostics
import Kernels
import Plan
import Values

extension Interpreter {
    /// `str(value)`; nothing is the empty text.
    func str(_ value: Value?) throws(Failure) -> Text {
        guard let value else { return .empty }
        let text = try PythonText.str(value)
        try charge(bytes: Int(text.count))
        return text
    }
}
