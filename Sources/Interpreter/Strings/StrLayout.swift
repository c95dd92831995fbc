import Diagnostics
import Kernels
import Values

// Methods that lengthen or shorten the cells: padding, stripping, repetition, translation.
extension Call where Receiver == StrAccessor {
    private func width() throws(Failure) -> Int {
        let value = try arguments.require("width")
        switch value {
        case .int(let i), .numpyInt(let i): return i
        default: throw Failure(.typeError, "width must be of integer type, not \(value.typeName)")
        }
    }

    private func fill() throws(Failure) -> Text {
        guard let value = arguments["fillchar"] else { return " " }
        guard case .text(let text) = value else {
            throw Failure(.typeError, "fillchar must be a character, not \(value.typeName)")
        }
        guard text.length == 1 else { throw Failure(.typeError, "fillchar must be a character, not str") }
        return text
    }

    /// Charges for cells of a width before they are made.
    private func charge(width: Int, fill: Text) throws(Failure) {
        let (one, over) = max(width, 0).multipliedReportingOverflow(by: Int(fill.count))
        let (all, more) = one.multipliedReportingOverflow(by: receiver.column.count)
        try interpreter.charge(bytes: over || more ? .max : all)
    }

    func padded(side: String) throws(Failure) -> Value {
        let (fill, width) = (try fill(), try width())
        try charge(width: width, fill: fill)
        switch side {
        case "left": return try texts { (text, out) throws(Failure) in out.append(try text.rjust(width, fill: fill)) }
        case "right": return try texts { (text, out) throws(Failure) in out.append(try text.ljust(width, fill: fill)) }
        case "both": return try texts { (text, out) throws(Failure) in out.append(try text.center(width, fill: fill)) }
        default: throw Failure(.valueError, "Invalid side")
        }
    }

    func zfill() throws(Failure) -> Value {
        let width = try width()
        try charge(width: width, fill: "0")
        return try texts { (text, out) throws(Failure) in out.append(try text.zfill(width)) }
    }

    func stripped(_ strip: (Text, Text?) -> Text) throws(Failure) -> Value {
        guard let value = arguments.given("to_strip") else { return try slices { strip($0, nil) } }
        guard case .text(let characters) = value else { return try allFailed() }
        return try slices { strip($0, characters) }
    }

    /// `removeprefix` and `removesuffix`.
    func shortened(_ name: StaticString, _ cut: (Text, Text) -> Text) throws(Failure) -> Value {
        guard case .text(let part) = try arguments.require(name) else { return try allFailed() }
        return try slices { cut($0, part) }
    }

    func repeated() throws(Failure) -> Value {
        let value = try arguments.require("repeats")
        switch value {
        case .int(let times), .numpyInt(let times): return try repeated(times)
        case .list, .tuple, .series, .array, .index: return try repeated(each: interpreter.iterate(value))
        default: throw Failure(.typeError, "repeats must be an integer or a list of integers")
        }
    }

    private func repeated(_ times: Int) throws(Failure) -> Value {
        try texts { (text, out) throws(Failure) in
            let (bytes, over) = Int(text.count).multipliedReportingOverflow(by: max(times, 0))
            try interpreter.charge(bytes: over ? .max : bytes)
            out.append(try text.repeated(times))
        }
    }

    private func repeated(each counts: [Value]) throws(Failure) -> Value {
        let cells = receiver.column.values
        guard counts.count == cells.count else { throw Failure(.valueError, "arrays were of different lengths: \(cells.count) vs \(counts.count)") }
        var results: [Value] = []
        for (cell, count) in Swift.zip(cells, counts) {
            guard case .text(let text) = cell else {
                results.append(.float(.nan))
                continue
            }
            let times = try interpreter.index(count)
            let (bytes, over) = Int(text.count).multipliedReportingOverflow(by: max(times, 0))
            try interpreter.charge(bytes: over ? .max : bytes)
            results.append(.text(try text.repeated(times)))
        }
        return receiver.wrapped(converted(results))
    }

    func translate() throws(Failure) -> Value {
        let table = try interpreter.translation(arguments.require("table"))
        return try texts { (text, out) throws(Failure) in out.append(try text.translate(table)) }
    }
}
