import Diagnostics
import Kernels
import SQLite
import Values

extension ScalarFunction {
    /// Python's methods of texts, where SQL's own differ: SQL's `lower` knows ASCII only.
    static let texts: [ScalarFunction] = [
        text("lower") { $0.lower() },
        text("upper") { $0.upper() },
        text("title") { $0.title() },
        text("capitalize") { $0.capitalize() },
        text("casefold") { $0.casefold() },
        text("swapcase") { $0.swapcase() },
        text("strip") { $0.strip() },
        text("lstrip") { $0.lstrip() },
        text("rstrip") { $0.rstrip() },
        text("strip", of: 2) { $0.strip($1) },
        text("lstrip", of: 2) { $0.lstrip($1) },
        text("rstrip", of: 2) { $0.rstrip($1) },
        flag("isalpha", \.isAlpha),
        flag("isdigit", \.isDigit),
        flag("isdecimal", \.isDecimal),
        flag("isnumeric", \.isNumeric),
        flag("isalnum", \.isAlnum),
        flag("isspace", \.isSpace),
        flag("isupper", \.isUpper),
        flag("islower", \.isLower),
        flag("istitle", \.isTitle),
        ScalarFunction("length", 1) { arguments throws(Failure) in arguments[0].text.map { .integer($0.length) } ?? .null },
        ScalarFunction("python_order", 2) { arguments throws(Failure) in try order(arguments[0], arguments[1]) },
        ScalarFunction("python_replace", 3) { arguments throws(Failure) in
            guard let text = arguments[0].text, let old = arguments[1].text, let new = arguments[2].text else { return .null }
            return .text(try text.replace(old, with: new))
        },
        ScalarFunction("text_count", 2) { arguments throws(Failure) in
            guard let text = arguments[0].text, let part = arguments[1].text else { return .null }
            return .integer(text.occurrences(of: part))
        },
        ScalarFunction("zfill", 2) { arguments throws(Failure) in
            guard let text = arguments[0].text else { return .null }
            return .text(try text.zfill(arguments[1].integer ?? 0))
        },
        ScalarFunction("text_slice", 4) { arguments throws(Failure) in
            guard let text = arguments[0].text else { return .null }
            return .text(try text.sliced(arguments[1].integer, arguments[2].integer, arguments[3].integer))
        },
        ScalarFunction("char_at", 2) { arguments throws(Failure) in
            guard let text = arguments[0].text, let position = arguments[1].integer else { return .null }
            return text.characterIfPresent(position).map(Datum.text) ?? .null
        },
        ScalarFunction("python_char_at", 2) { arguments throws(Failure) in
            guard let text = arguments[0].text else { throw Failure(.typeError, "'float' object is not subscriptable") }
            return .text(try text.character(arguments[1].integer ?? 0))
        },
        ScalarFunction("require_text", 1) { arguments throws(Failure) in
            guard let text = arguments[0].text else { throw Failure(.attributeError, "'float' object has no such attribute") }
            return .text(text)
        },
    ]

    private static func text(_ name: String, _ body: @escaping @Sendable (Text) -> Text) -> ScalarFunction {
        ScalarFunction(name, 1) { arguments throws(Failure) in arguments[0].text.map { .text(body($0)) } ?? .null }
    }

    private static func text(_ name: String, of arity: Int, _ body: @escaping @Sendable (Text, Text) -> Text) -> ScalarFunction {
        ScalarFunction(name, arity) { arguments throws(Failure) in
            guard let text = arguments[0].text, let other = arguments[1].text else { return .null }
            return .text(body(text, other))
        }
    }

    private static func flag(_ name: String, _ property: KeyPath<Text, Bool> & Sendable) -> ScalarFunction {
        ScalarFunction(name, 1) { arguments throws(Failure) in
            arguments[0].text.map { .integer($0[keyPath: property] ? 1 : 0) } ?? .null
        }
    }

    /// -1, 0 or 1, or NULL where a gap is compared with a number or a gap; neither orders with text.
    private static func order(_ left: Datum, _ right: Datum) throws(Failure) -> Datum {
        if left.text == nil, right.text == nil { return .null }
        guard let a = left.text, let b = right.text else {
            let names = [left, right].map { $0.text == nil ? "float" : "str" }
            throw Failure(.typeError, "'<' not supported between instances of '\(names[0])' and '\(names[1])'")
        }
        return .integer(a == b ? 0 : a < b ? -1 : 1)
    }
}
