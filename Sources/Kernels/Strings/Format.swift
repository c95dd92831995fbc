import Diagnostics
import Values

/// `format(value, spec)`, which f-strings use: CPython's rules for int, float, bool and str.
public enum PythonFormat {
    /// `format(value, spec)`
    public static func format(_ value: Value, _ spec: Text) throws(Failure) -> Text {
        if spec.isEmpty { return try PythonText.str(value) }
        switch value {
        case .int(let number), .numpyInt(let number): return try format(number, spec, typeName: "int")
        case .bool(let flag), .numpyBool(let flag): return try format(flag ? 1 : 0, spec, typeName: "bool")
        case .float(let number), .numpyFloat(let number): return try format(number, spec)
        case .text(let text): return try format(text, spec)
        case .timestamp, .timedelta, .date, .time, .interval:
            throw Failure(.unsupportedArgument, "a format specification for a \(value.typeName) is not supported")
        case .none, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .array, .groupBy, .accessor,
            .function, .type, .dtype, .module:
            throw Failure(.typeError, "unsupported format string passed to \(value.typeName).__format__")
        }
    }

    // MARK: Text

    private static func format(_ text: Text, _ source: Text) throws(Failure) -> Text {
        let spec = try FormatSpec(source, isText: true, typeName: "str")
        if let type = spec.type, type != "s" { throw unknown(type, "str") }
        if let grouping = spec.grouping { throw Failure(.valueError, "Cannot specify '\(grouping)' with 's'.") }
        let place = "not allowed in string format specifier"
        if let sign = spec.sign { throw Failure(.valueError, "\(sign == " " ? "Space" : "Sign") \(place)") }
        if spec.noNegativeZero { throw Failure(.valueError, "Negative zero coercion (z) \(place)") }
        if spec.alternate { throw Failure(.valueError, "Alternate form (#) \(place)") }
        if spec.align == "=" { throw Failure(.valueError, "'=' alignment \(place)") }
        let shown = try spec.precision.map { limit throws(Failure) in try text.sliced(nil, limit) } ?? text
        return pad(shown, spec)
    }

    static func pad(_ text: Text, _ spec: FormatSpec) -> Text {
        let missing = spec.width - text.length
        guard missing > 0 else { return text }
        let left = spec.align == ">" ? missing : spec.align == "^" ? missing / 2 : 0
        return Text.written(bytes: Int(text.count) + missing) { out in
            out.append(spec.fill, times: left)
            out.append(text)
            out.append(spec.fill, times: missing - left)
        }
    }

    // MARK: Integers

    private static func format(_ number: Int, _ source: Text, typeName: String) throws(Failure) -> Text {
        let spec = try FormatSpec(source, isText: false, typeName: typeName)
        switch spec.type {
        case nil, "d", "n", "b", "o", "x", "X": return try integer(number, spec).laid(spec)
        case "c": return try character(number, spec)
        case "e", "E", "f", "F", "g", "G", "%": return try float(Double(number), spec).laid(spec)
        case .some(let type): throw unknown(type, typeName)
        }
    }

    private static func checkInteger(_ spec: FormatSpec) throws(Failure) {
        if spec.precision != nil { throw Failure(.valueError, "Precision not allowed in integer format specifier") }
        if spec.noNegativeZero {
            throw Failure(.valueError, "Negative zero coercion (z) not allowed in integer format specifier")
        }
    }

    private static func integer(_ number: Int, _ spec: FormatSpec) throws(Failure) -> NumberLayout {
        try checkInteger(spec)
        let (radix, prefix) = base(spec.type)
        let digits = String(number.magnitude, radix: radix, uppercase: spec.type == "X")
        let sign = NumberLayout.sign(negative: number < 0, spec.sign)
        return NumberLayout(sign: sign, prefix: spec.alternate ? prefix : "", digits: Array(digits.utf8))
    }

    static func base(_ type: Unicode.Scalar?) -> (radix: Int, prefix: String) {
        switch type {
        case "b": (2, "0b")
        case "o": (8, "0o")
        case "x": (16, "0x")
        case "X": (16, "0X")
        default: (10, "")
        }
    }

    private static func character(_ number: Int, _ spec: FormatSpec) throws(Failure) -> Text {
        try checkInteger(spec)
        if spec.sign != nil { throw Failure(.valueError, "Sign not allowed with integer format specifier 'c'") }
        if spec.alternate { throw Failure(.valueError, "Alternate form (#) not allowed with integer format specifier 'c'") }
        guard number >= 0, number < 0x110000 else { throw Failure(.overflow, "%c arg not in range(0x110000)") }
        guard let scalar = Unicode.Scalar(UInt32(number)) else {
            throw Failure(.unsupportedValue, "a lone surrogate is not supported in a text")
        }
        var placed = spec
        if placed.align == nil || placed.align == "=" { placed.align = ">" }
        return pad(Text(String(scalar)), placed)
    }

    // MARK: Floats

    private static func format(_ number: Double, _ source: Text) throws(Failure) -> Text {
        let spec = try FormatSpec(source, isText: false, typeName: "float")
        switch spec.type {
        case nil, "e", "E", "f", "F", "g", "G", "n", "%": return try float(number, spec).laid(spec)
        case .some(let type): throw unknown(type, "float")
        }
    }

    private static func float(_ number: Double, _ spec: FormatSpec) throws(Failure) -> NumberLayout {
        let value = spec.type == "%" ? number * 100 : number
        var printed = finite(value.magnitude, spec)
        let zero = printed.allSatisfy { !ASCII.isDigit($0) || $0 == UInt8(ascii: "0") } || isZeroMantissa(printed)
        let negative = value.sign == .minus && !value.isNaN && !(spec.noNegativeZero && zero && value.isFinite)
        if spec.type == "%" { printed.append(UInt8(ascii: "%")) }
        return NumberLayout(sign: NumberLayout.sign(negative: negative, spec.sign), printed: printed)
    }

    /// Whether the digits before an exponent are all zeros.
    private static func isZeroMantissa(_ printed: [UInt8]) -> Bool {
        printed.prefix { $0 | 0x20 != UInt8(ascii: "e") }.allSatisfy { !ASCII.isDigit($0) || $0 == UInt8(ascii: "0") }
    }

    /// A magnitude's digits as the specification's type asks for them.
    private static func finite(_ size: Double, _ spec: FormatSpec) -> [UInt8] {
        let upper = spec.type == "E" || spec.type == "F" || spec.type == "G"
        if size.isNaN { return Array((upper ? "NAN" : "nan").utf8) }
        if size.isInfinite { return Array((upper ? "INF" : "inf").utf8) }
        let precision = spec.precision ?? 6
        switch spec.type {
        case "f", "F", "%": return Array(printed(size, precision: precision, conversion: "f", alternate: spec.alternate).utf8)
        case "e": return Array(printed(size, precision: precision, conversion: "e", alternate: spec.alternate).utf8)
        case "E": return Array(printed(size, precision: precision, conversion: "E", alternate: spec.alternate).utf8)
        case "g", "n": return Array(printed(size, precision: precision, conversion: "g", alternate: spec.alternate).utf8)
        case "G": return Array(printed(size, precision: precision, conversion: "G", alternate: spec.alternate).utf8)
        default: return untyped(size, spec)
        }
    }

    /// Without a type: as `repr` without a precision, otherwise like `g` with at least one digit behind the point.
    private static func untyped(_ size: Double, _ spec: FormatSpec) -> [UInt8] {
        let significant = spec.precision.map { max($0, 1) }
        let decimal = significant.map { Decimal(size, significant: $0) } ?? Decimal(shortest: size)
        let exponent = decimal.point <= -4 || decimal.point > significant.map { $0 - 1 } ?? 16
        guard let significant, spec.alternate else {
            return decimal.layout(exponent: exponent, places: exponent ? 0 : 1, pointAlways: spec.alternate)
        }
        let places = exponent ? significant - 1 : max(significant - decimal.point, 1)
        return decimal.layout(exponent: exponent, places: places, pointAlways: true)
    }

    static func unknown(_ type: Unicode.Scalar, _ typeName: String) -> Failure {
        Failure(.valueError, "Unknown format code '\(type)' for object of type '\(typeName)'")
    }
}
