import Diagnostics
import Kernels
import Values

extension Printer {
    /// Python's `str(value)`.
    mutating func str(_ value: Value) throws(Failure) -> String {
        switch value {
        case .text(let text): try charged(text.string)
        case .numpyBool(let flag): flag ? "True" : "False"
        case .numpyInt(let number): String(number)
        case .numpyFloat(let number): pythonFloat(number)
        case .timestamp(let time): timestampText(time)
        case .timedelta(let time): timedeltaText(time)
        case .date(let days): dateText(days)
        case .time(let time): timeText(time)
        case .interval: try charged(PythonText.str(value).string)
        case .array(let array): try nested { (printer) throws(Failure) in try printer.arrayText(array, style: .str) }
        case .dtype(let dtype): dtype.rawValue
        case .none, .bool, .int, .float, .list, .tuple, .set, .dict, .range, .slice, .iterator, .series, .frame, .index, .groupBy,
            .accessor, .function, .type, .module:
            try repr(value)
        }
    }

    /// Python's `repr(value)`.
    mutating func repr(_ value: Value) throws(Failure) -> String {
        try charge(8)
        switch value {
        case .none: return "None"
        case .bool(let flag): return flag ? "True" : "False"
        case .int(let number): return String(number)
        case .float(let number): return pythonFloat(number)
        case .text(let text): return try charged(textRepr(text.string))
        case .numpyBool(let flag): return flag ? "np.True_" : "np.False_"
        case .numpyInt(let number): return "np.int64(\(number))"
        case .numpyFloat(let number): return "np.float64(\(pythonFloat(number)))"
        case .timestamp(let time): return wrapped("Timestamp", timestampText(time))
        case .timedelta(let time): return wrapped("Timedelta", timedeltaText(time))
        case .date(let days): return dateRepr(days)
        case .time(let time): return timeRepr(time)
        case .interval: return try charged(PythonText.repr(value).string)
        case .list(let list): return try repr(list)
        case .tuple(let tuple): return try repr(tuple: tuple.items)
        case .set(let set): return try repr(set)
        case .dict(let dict): return try repr(dict)
        case .range(let range): return rangeRepr(range)
        case .slice(let slice): return try repr(slice)
        case .iterator(let iterator): return try repr(iterator)
        case .series(let series): return try nested { (printer) throws(Failure) in try printer.seriesText(series) }
        case .frame(let frame): return try nested { (printer) throws(Failure) in try printer.frameText(frame) }
        case .index(let index): return try nested { (printer) throws(Failure) in try printer.indexRepr(index) }
        case .array(let array): return try nested { (printer) throws(Failure) in try printer.arrayText(array, style: .repr) }
        case .groupBy: return "<pandas.core.groupby.generic.\(value.typeName) object>"
        case .accessor(let accessor): return accessorRepr(accessor.kind)
        case .function: return "<function>"
        case .type(let type): return "<class '\(type.qualifiedName)'>"
        case .dtype(let dtype): return "dtype('\(dtype.numpyCode)')"
        case .module(let module): return "<module '\(module.rawValue)'>"
        }
    }

    private mutating func repr(_ list: ListValue) throws(Failure) -> String {
        guard try enter(list) else { return "[...]" }
        defer { leave() }
        return "[" + (try joined(list.items)) + "]"
    }

    private mutating func repr(tuple items: [Value]) throws(Failure) -> String {
        let body = try nested { (printer) throws(Failure) in try printer.joined(items) }
        return "(" + body + (items.count == 1 ? ",)" : ")")
    }

    private mutating func repr(_ set: SetValue) throws(Failure) -> String {
        guard !set.items.isEmpty else { return "set()" }
        guard try enter(set) else { return "set(...)" }
        defer { leave() }
        return "{" + (try joined(set.items)) + "}"
    }

    private mutating func repr(_ dict: DictValue) throws(Failure) -> String {
        guard try enter(dict) else { return "{...}" }
        defer { leave() }
        var pairs: [String] = []
        for (key, value) in zip(dict.keys, dict.values) { pairs.append(try repr(key) + ": " + repr(value)) }
        return "{" + pairs.joined(separator: ", ") + "}"
    }

    private mutating func repr(_ slice: SliceValue) throws(Failure) -> String {
        "slice(" + (try joined([slice.lower, slice.upper, slice.step])) + ")"
    }

    /// Views of a dict show their items; iterators only their type (Python adds an address that means nothing here).
    private mutating func repr(_ iterator: IteratorValue) throws(Failure) -> String {
        switch iterator.kind {
        case .keys, .values, .items: "\(iterator.kind.rawValue)([" + (try joined(iterator.take())) + "])"
        case .zip, .map, .filter, .enumerate, .generator, .reversed, .iterator: "<\(iterator.kind.rawValue) object>"
        }
    }

    private mutating func joined(_ items: [Value]) throws(Failure) -> String {
        var texts: [String] = []
        texts.reserveCapacity(items.count)
        for item in items { texts.append(try repr(item)) }
        return texts.joined(separator: ", ")
    }
}

private func wrapped(_ type: String, _ text: String) -> String { text == "NaT" ? text : "\(type)('\(text)')" }

private func dateRepr(_ days: Int) -> String {
    let (year, month, day) = Calendar.civil(days)
    return "datetime.date(\(year), \(month), \(day))"
}

private func rangeRepr(_ range: RangeValue) -> String {
    let stop = range[range.count]
    return range.step == 1 ? "range(\(range.start), \(stop))" : "range(\(range.start), \(stop), \(range.step))"
}

private func accessorRepr(_ kind: AccessorKind) -> String {
    switch kind {
    case .str: "<pandas.core.strings.accessor.StringMethods object>"
    case .dt: "<pandas.core.indexes.accessors.DatetimeProperties object>"
    case .loc, .iloc, .at, .iat: "<pandas.core.indexing.\(kind.typeName) object>"
    case .rolling, .expanding: "\(kind.typeName) []"
    case .match, .pattern: "<re.\(kind.typeName) object>"
    }
}

/// Python's `repr(str)`: single quotes unless the text has some and no double ones, what cannot be printed escaped.
func textRepr(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let quote: Unicode.Scalar = scalars.contains("'") && !scalars.contains("\"") ? "\"" : "'"
    var out = String.UnicodeScalarView()
    out.append(quote)
    for scalar in scalars { appendRepr(of: scalar, quote, to: &out) }
    out.append(quote)
    return String(out)
}

private func appendRepr(of scalar: Unicode.Scalar, _ quote: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
    switch scalar {
    case quote, "\\": out.append(contentsOf: ["\\", scalar])
    case "\n": out.append(contentsOf: ["\\", "n"])
    case "\r": out.append(contentsOf: ["\\", "r"])
    case "\t": out.append(contentsOf: ["\\", "t"])
    case " "..."~": out.append(scalar)
    default: out.append(contentsOf: isPrintable(scalar) ? [scalar] : Array(escapeText(scalar).unicodeScalars))
    }
}

/// Python's `str.isprintable` for one code point.
func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: scalar == " "
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
        .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
        .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol:
        true
    @unknown default: false
    }
}

/// `\x1b`, `\u202e`, `\U000e0001`: Python's escapes.
func escapeText(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(letter)" + String(repeating: "0", count: width - hex.count) + hex
}

extension PythonType {
    /// The name in `<class '…'>`.
    var qualifiedName: String {
        switch self {
        case .int, .float, .str, .bool, .list, .tuple, .set, .dict, .object, .noneType, .range, .function: rawValue
        case .series: "pandas.core.series.Series"
        case .frame: "pandas.core.frame.DataFrame"
        case .index: "pandas.core.indexes.base.Index"
        case .array: "numpy.ndarray"
        case .timestamp: "pandas._libs.tslibs.timestamps.Timestamp"
        case .timedelta: "pandas._libs.tslibs.timedeltas.Timedelta"
        case .numpyBool: "numpy.bool"
        case .numpyInt, .numpyFloat, .numpyInteger, .numpyFloating, .numpyNumber: "numpy.\(rawValue)"
        case .date, .time, .datetime: "datetime.\(rawValue)"
        }
    }
}

extension DType {
    /// The code inside `dtype('…')`.
    var numpyCode: String {
        switch self {
        case .bool, .int64, .float64: rawValue
        case .object: "O"
        case .datetime: "<M8[ns]"
        case .timedelta: "<m8[ns]"
        case .category: rawValue
        }
    }
}
