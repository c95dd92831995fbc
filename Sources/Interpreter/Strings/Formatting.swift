import Diagnostics
import Kernels
import Plan
import Values

extension Interpreter {
    /// Text of an f-string's parts.
    func formatted(_ parts: [Node.FormatPart]) throws(Failure) -> Text {
        var out = TextBuilder(rows: 0)
        for part in parts {
            switch part {
            case .text(let text): out.append(text)
            case .value(let node, let conversion, let spec):
                let text = try format(converted(evaluate(node), conversion), formatted(spec))
                try charge(bytes: Int(text.count))
                out.append(text)
            }
        }
        return out.finishText()
    }

    private func converted(_ value: Value, _ conversion: Character?) throws(Failure) -> Value {
        switch conversion {
        case "r": .text(try PythonText.repr(value))
        case "s": .text(try str(value))
        case "a": .text(try PythonText.ascii(value))
        default: value
        }
    }

    /// `format(value, spec)`
    private func format(_ value: Value, _ spec: Text) throws(Failure) -> Text {
        guard !spec.isEmpty else { return try str(value) }
        switch value {
        case .timestamp, .date, .time: return try formattedTime(value, spec)
        default: return try PythonFormat.format(value, spec)
        }
    }

    /// A time's format specification is one of `strftime`.
    private func formattedTime(_ value: Value, _ spec: Text) throws(Failure) -> Text {
        guard case .text(let text) = try invoke("strftime", on: value, [.text(spec)]) else {
            throw Failure(.internalFault, "strftime gave no text")
        }
        return text
    }
}
