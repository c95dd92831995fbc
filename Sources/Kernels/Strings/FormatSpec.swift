import Diagnostics
import Values

/// A format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpec {
    var fill: Unicode.Scalar = " "
    var align: Unicode.Scalar?
    var sign: Unicode.Scalar?
    var noNegativeZero = false
    var alternate = false
    var width = 0
    var grouping: Unicode.Scalar?
    var precision: Int?
    var type: Unicode.Scalar?

    /// The largest width and precision; beyond it a query could ask for gigabytes with ten characters.
    static let largest = 10_000

    /// Reads a specification as CPython does. `isText` decides the default alignment, `typeName` only the words of an error.
    init(_ text: Text, isText: Bool, typeName: String) throws(Failure) {
        var reader = Reader(text.scalars)
        readAlignment(&reader)
        if let mark = reader.take(" ", "+", "-") { sign = mark }
        noNegativeZero = reader.take("z") != nil
        alternate = reader.take("#") != nil
        readZero(&reader, isText: isText)
        width = try reader.number() ?? 0
        try readGrouping(&reader)
        if reader.take(".") != nil {
            precision = try reader.number()
            if precision == nil { throw Failure(.valueError, "Format specifier missing precision") }
        }
        type = reader.take()
        guard reader.isAtEnd else {
            throw Failure(.valueError, "Invalid format specifier '\(text.string)' for object of type '\(typeName)'")
        }
        try checkGrouping()
        guard width <= FormatSpec.largest, precision ?? 0 <= FormatSpec.largest else {
            throw Failure(.outputLimit, "a width or precision of a format specification is at most \(FormatSpec.largest)")
        }
    }

    private mutating func readAlignment(_ reader: inout Reader) {
        if FormatSpec.isAlignment(reader.peek(1)) {
            fill = reader.take() ?? " "
            align = reader.take()
            fillGiven = true
        } else if FormatSpec.isAlignment(reader.peek(0)) {
            align = reader.take()
        }
    }

    private var fillGiven = false

    /// A zero before the width fills with zeros, between sign and digits for numbers without an alignment.
    private mutating func readZero(_ reader: inout Reader, isText: Bool) {
        guard !fillGiven, reader.take("0") != nil else { return }
        fill = "0"
        if align == nil && !isText { align = "=" }
    }

    private mutating func readGrouping(_ reader: inout Reader) throws(Failure) {
        let both = Failure(.valueError, "Cannot specify both ',' and '_'.")
        if let mark = reader.take(",") { grouping = mark }
        if let mark = reader.take("_") {
            if grouping != nil { throw both }
            grouping = mark
        }
        if grouping == "_", reader.peek(0) == "," { throw both }
    }

    private func checkGrouping() throws(Failure) {
        guard let grouping, let type else { return }
        switch type {
        case "d", "e", "f", "g", "E", "G", "%", "F": return
        case "b", "o", "x", "X": if grouping == "_" { return }
        default: break
        }
        throw Failure(.valueError, "Cannot specify '\(grouping)' with '\(type)'.")
    }

    private static func isAlignment(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "<", ">", "=", "^": true
        default: false
        }
    }

    /// Reads code points from the left.
    private struct Reader {
        private var rest: ArraySlice<Unicode.Scalar>

        init(_ scalars: [Unicode.Scalar]) { rest = scalars[...] }

        var isAtEnd: Bool { rest.isEmpty }

        func peek(_ distance: Int) -> Unicode.Scalar? { rest.dropFirst(distance).first }

        mutating func take() -> Unicode.Scalar? { rest.popFirst() }

        mutating func take(_ wanted: Unicode.Scalar...) -> Unicode.Scalar? {
            guard let next = rest.first, wanted.contains(next) else { return nil }
            rest.removeFirst()
            return next
        }

        /// Decimal digits of any script, as CPython takes them.
        mutating func number() throws(Failure) -> Int? {
            var value: Int?
            while let next = rest.first, Unicode14.isDecimal(next), let digit = next.properties.numericValue {
                rest.removeFirst()
                let (scaled, tooLarge) = (value ?? 0).multipliedReportingOverflow(by: 10)
                let (sum, overflow) = scaled.addingReportingOverflow(Int(digit))
                guard !tooLarge, !overflow else { throw Failure(.valueError, "Too many decimal digits in format string") }
                value = sum
            }
            return value
        }
    }
}
