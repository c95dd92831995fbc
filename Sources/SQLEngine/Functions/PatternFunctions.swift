import Diagnostics
import Kernels
import SQLite
import Values

extension ScalarFunction {
    /// Python's regular expressions.
    static let patterns: [ScalarFunction] = [
        ScalarFunction("regexp", 2) { arguments throws(Failure) in try search(arguments, []) },
        ScalarFunction("iregexp", 2) { arguments throws(Failure) in try search(arguments, .ignoreCase) },
    ]

    private static func search(_ arguments: [Datum], _ flags: Pattern.Flags) throws(Failure) -> Datum {
        guard let source = arguments[0].text, let text = arguments[1].text else { return .null }
        return .integer(try Pattern.compile(source, flags: flags).matcher().contains(text) ? 1 : 0)
    }
}
