import Diagnostics
import Values

/// Python's old formatting, `'%d of %s' % (1, 'x')`.
public enum PythonPercent {
    /// `template % argument`: a tuple is many arguments, a dict serves `%(name)s`, anything else is one argument.
    public static func format(_ template: Text, _ argument: Value) throws(Failure) -> Text {
        try Text.build { (out: inout TextBuilder) throws(Failure) in
            var run = Run(template.scalars, argument)
            while let scalar = run.next() {
                if scalar == "%" { try run.convert(to: &out) } else { out.append(scalar) }
                try Text.check(size: out.byteCount)
            }
            try run.checkAllUsed()
        }
    }

    /// One conversion: `%[(name)][flags][width][.precision][length]type`.
    fileprivate struct Conversion {
        var left = false
        var sign = false
        var blank = false
        var alternate = false
        var zero = false
        var width = 0
        var precision: Int?
    }

    fileprivate struct Run {
        private let scalars: [Unicode.Scalar]
        private var at = 0
        private let argument: Value
        private let items: [Value]
        private var used = 0
        private let isTuple: Bool
        private var usedName = false
        private var named: Value?

        init(_ scalars: [Unicode.Scalar], _ argument: Value) {
            self.scalars = scalars
            self.argument = argument
            if case .tuple(let items) = argument { (self.items, isTuple) = (items.items, true) } else { (items, isTuple) = ([argument], false) }
        }

        mutating func next() -> Unicode.Scalar? {
            guard at < scalars.count else { return nil }
            defer { at += 1 }
            return scalars[at]
        }

        /// A dict may stay unused, and one argument that is not a tuple may be a name's dict.
        func checkAllUsed() throws(Failure) {
            if usedName || used >= items.count { return }
            if case .dict = argument { return }
            if !isTuple, isMapping { return }
            throw Failure(.typeError, "not all arguments converted during string formatting")
        }

        /// Python takes everything with `[]` for a mapping here, numpy's scalars too, except tuples and texts.
        private var isMapping: Bool {
            switch argument {
            case .dict, .list, .range, .series, .frame, .index, .array, .numpyBool, .numpyInt, .numpyFloat: true
            case .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .time, .interval, .tuple,
                .set, .slice, .iterator, .groupBy, .accessor, .function, .type, .dtype, .module:
                false
            }
        }

        mutating func convert(to out: inout TextBuilder) throws(Failure) {
            named = nil
            if peek == "%" {
                at += 1
                return out.append(byte: UInt8(ascii: "%"))
            }
            if peek == "(" { try readName() }
            var conversion = readFlags()
            try readWidth(&conversion)
            if let length = peek, "hlL".unicodeScalars.contains(length) { at += 1 }
            guard let type = next() else { throw Failure(.valueError, "incomplete format") }
            try write(type, conversion, to: &out)
        }

        private var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

        private mutating func readName() throws(Failure) {
            guard case .dict(let dict) = argument else { throw Failure(.typeError, "format requires a mapping") }
            at += 1
            let start = at
            var depth = 1
            while depth > 0 {
                guard let scalar = next() else { throw Failure(.valueError, "incomplete format key") }
                depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
            }
            var name = String.UnicodeScalarView()
            name.append(contentsOf: scalars[start..<at - 1])
            let key = Text(String(name))
            guard let value = dict[.text(key)] else { throw Failure(.keyError, try PythonText.repr(.text(key)).string) }
            named = value
            usedName = true
        }

        private mutating func readFlags() -> Conversion {
            var conversion = Conversion()
            while let flag = peek {
                switch flag {
                case "-": conversion.left = true
                case "+": conversion.sign = true
                case " ": conversion.blank = true
                case "#": conversion.alternate = true
                case "0": conversion.zero = true
                default: return conversion
                }
                at += 1
            }
            return conversion
        }

        private mutating func readWidth(_ conversion: inout Conversion) throws(Failure) {
            let width = try number() ?? 0
            if width < 0 { conversion.left = true }
            conversion.width = Int(clamping: width.magnitude)
            if peek == "." {
                at += 1
                conversion.precision = max(try number() ?? 0, 0)
            }
            guard conversion.width <= FormatSpec.largest, conversion.precision ?? 0 <= FormatSpec.largest else {
                throw Failure(.outputLimit, "a width or precision of a format is at most \(FormatSpec.largest)")
            }
        }

        /// Digits, or `*`, which takes an argument.
        private mutating func number() throws(Failure) -> Int? {
            if peek == "*" {
                at += 1
                let value = try take()
                switch value {
                case .int(let number): return number
                case .bool(let flag): return flag ? 1 : 0
                default: throw Failure(.typeError, "* wants int")
                }
            }
            var value: Int?
            while let digit = peek, digit.value >= 48, digit.value < 58 {
                at += 1
                let (scaled, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
                guard !overflow else { throw Failure(.valueError, "width too big") }
                value = scaled.addingReportingOverflow(Int(digit.value) - 48).partialValue
            }
            return value
        }

        private mutating func take() throws(Failure) -> Value {
            if let named { return named }
            guard used < items.count else { throw Failure(.typeError, "not enough arguments for format string") }
            defer { used += 1 }
            return items[used]
        }

        private mutating func write(_ type: Unicode.Scalar, _ conversion: Conversion, to out: inout TextBuilder) throws(Failure) {
            switch type {
            case "s": try pad(PythonText.str(take()), conversion, to: &out)
            case "r": try pad(PythonText.repr(take()), conversion, to: &out)
            case "a": try pad(PythonText.ascii(take()), conversion, to: &out)
            case "c": try pad(character(take()), conversion, to: &out)
            case "d", "i", "u", "o", "x", "X": try out.append(integer(take(), type, conversion))
            case "e", "E", "f", "F", "g", "G": try out.append(float(take(), type, conversion))
            default:
                _ = try take()
                let shown = type.value < 128 && type.value >= 32 ? String(type) : "?"
                let code = String(type.value, radix: 16)
                throw Failure(.valueError, "unsupported format character '\(shown)' (0x\(code)) at index \(at - 1)")
            }
        }

        private func pad(_ text: Text, _ conversion: Conversion, to out: inout TextBuilder) throws(Failure) {
            let shown = try conversion.precision.map { limit throws(Failure) in try text.sliced(nil, limit) } ?? text
            let missing = conversion.width - shown.length
            if !conversion.left { out.append(" ", times: missing) }
            out.append(shown)
            if conversion.left { out.append(" ", times: missing) }
        }

        private func character(_ value: Value) throws(Failure) -> Text {
            if case .text(let text) = value, text.length == 1 { return text }
            guard let number = value.integer else { throw Failure(.typeError, "%c requires int or char") }
            guard number >= 0, number < 0x110000 else { throw Failure(.overflow, "%c arg not in range(0x110000)") }
            guard let scalar = Unicode.Scalar(UInt32(number)) else {
                throw Failure(.unsupportedValue, "a lone surrogate is not supported in a text")
            }
            return Text(String(scalar))
        }

        private func integer(_ value: Value, _ type: Unicode.Scalar, _ conversion: Conversion) throws(Failure) -> Text {
            let number = try whole(value, type)
            let (radix, prefix) = PythonFormat.base(type)
            var digits = String(number.magnitude, radix: radix, uppercase: type == "X")
            let least = conversion.precision ?? 0
            digits = String(repeating: "0", count: max(0, least - digits.utf8.count)) + digits
            return lay(negative: number < 0, prefix: conversion.alternate ? prefix : "", Array(digits.utf8), conversion)
        }

        private func whole(_ value: Value, _ type: Unicode.Scalar) throws(Failure) -> Int {
            if let number = value.integer { return number }
            let decimal = type == "d" || type == "i" || type == "u"
            guard decimal, let number = value.number else {
                let wanted = decimal ? "a real number" : "an integer"
                throw Failure(.typeError, "%\(type) format: \(wanted) is required, not \(value.typeName)")
            }
            return try Rounding.python(number.rounded(.towardZero))
        }

        private func float(_ value: Value, _ type: Unicode.Scalar, _ conversion: Conversion) throws(Failure) -> Text {
            guard let number = value.number else { throw Failure(.typeError, "must be real number, not \(value.typeName)") }
            let upper = type.properties.isUppercase
            let body: String
            if number.isNaN {
                body = upper ? "NAN" : "nan"
            } else if number.isInfinite {
                body = upper ? "INF" : "inf"
            } else {
                let precision = conversion.precision ?? 6
                body = printed(number.magnitude, precision: precision, conversion: Character(type), alternate: conversion.alternate)
            }
            return lay(negative: number.sign == .minus && !number.isNaN, prefix: "", Array(body.utf8), conversion)
        }

        private func lay(negative: Bool, prefix: String, _ digits: [UInt8], _ conversion: Conversion) -> Text {
            let sign = negative ? "-" : conversion.sign ? "+" : conversion.blank ? " " : ""
            let missing = conversion.width - sign.utf8.count - prefix.utf8.count - digits.count
            let zeros = conversion.zero && !conversion.left
            return Text.written { out in
                if !conversion.left && !zeros { out.append(" ", times: missing) }
                out.append(sign)
                out.append(prefix)
                if zeros { out.append("0", times: missing) }
                digits.withUnsafeBufferPointer { out.append($0) }
                if conversion.left { out.append(" ", times: missing) }
            }
        }
    }
}
