import Diagnostics
import Display
import Kernels
import Plan
import Values

extension Interpreter {
    /// `str(value)`; nothing is the empty text.
    func str(_ value: Value?) throws(Failure) -> Text {
        guard let value else { return .empty }
        let text = try printed(value)
        try charge(bytes: Int(text.count))
        return text
    }

    /// Labelled values read as pandas prints them, arrays as numpy does.
    private func printed(_ value: Value) throws(Failure) -> Text {
        switch value {
        case .series(let series): try charge(cells: series.count * 8)
        case .frame(let frame): try charge(cells: frame.rowCount.multipliedReportingOverflow(by: frame.columnCount * 8).partialValue)
        case .index(let index): try charge(cells: index.count * 8)
        case .array(let array): try charge(cells: array.column.count * 8)
        case .none, .bool, .int, .float, .text, .numpyBool, .numpyInt, .numpyFloat, .timestamp, .timedelta, .date, .time, .interval, .list, .tuple, .set,
            .dict, .range, .slice, .iterator, .groupBy, .accessor, .function, .type, .dtype, .module:
            return try PythonText.str(value)
        }
        return Text(try display(value, options: .read))
    }
}
