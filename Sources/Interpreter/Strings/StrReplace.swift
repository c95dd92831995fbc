import Diagnostics
import Kernels
import Values

// `replace` and `findall`.
extension Call where Receiver == StrAccessor {
    func replace() throws(Failure) -> Value {
        let replacement = try arguments.require("repl")
        let isRegex = try isTrue("regex", default: false)
        if case .some(.none) = arguments["regex"] { throw Failure(.unsupportedArgument, "regex=None is not supported by replace()") }
        let caseless = try arguments.given("case").map { value throws(Failure) in try !interpreter.truth(value) } ?? false
        switch replacement {
        case .text(let text): return try replace(with: text, isRegex: isRegex, caseless: caseless)
        case .function, .type:
            guard isRegex else { throw Failure(.valueError, "Cannot use a callable replacement when regex=False") }
            return try replace(calling: replacement, caseless: caseless)
        default: throw Failure(.typeError, "repl must be a string or callable")
        }
    }

    private func limit() throws(Failure) -> Int { try arguments["n"].map { value throws(Failure) in try interpreter.index(value) } ?? -1 }

    private func replace(with text: Text, isRegex: Bool, caseless: Bool) throws(Failure) -> Value {
        let limit = try limit()
        let hasFlags = try !flagBits().isEmpty
        guard isRegex || caseless || hasFlags else { return try replaceLiteral(with: text, limit) }
        let pattern = isRegex ? try pattern(caseless: caseless) : try escapedPattern(caseless: caseless)
        let template = try PatternTemplate(text, for: pattern)
        let matcher = pattern.matcher(.search, cells: receiver.column.count)
        return try texts { (cell, out) throws(Failure) in
            _ = try matcher.sub(template, in: cell, limit: max(limit, 0), into: &out)
        }
    }

    private func replaceLiteral(with new: Text, _ limit: Int) throws(Failure) -> Value {
        guard case .text(let old) = try arguments.require("pat") else { return try allFailed() }
        return try texts { (cell, out) throws(Failure) in try cell.replace(old, with: new, limit: limit, into: &out) }
    }

    /// The pattern that matches a text literally, as `re.escape` gives it.
    private func escapedPattern(caseless: Bool) throws(Failure) -> Pattern {
        let source = try interpreter.escaped(arguments.text("pat"))
        return try Pattern.compile(source, flags: flagBits().union(caseless ? .ignoreCase : []))
    }

    private func replace(calling function: Value, caseless: Bool) throws(Failure) -> Value {
        let limit = try limit()
        let pattern = try pattern(caseless: caseless)
        let matcher = pattern.matcher(.search, cells: receiver.column.count)
        return try texts { (cell, out) throws(Failure) in
            try interpreter.substitute(matcher, in: cell, limit: max(limit, 0), function, into: &out)
        }
    }

    func findAll() throws(Failure) -> Value {
        let matcher = try pattern().matcher(.search, cells: receiver.column.count)
        return try objects { (cell) throws(Failure) in
            guard case .text(let text) = cell else { return nil }
            let found = try matcher.findall(in: text)
            try interpreter.charge(bytes: found.count &* 40)
            return .list(found)
        }
    }
}

extension Interpreter {
    /// `re.escape`
    func escaped(_ text: Text) -> Text {
        let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{0B}\u{0C}".unicodeScalars)
        var out = TextBuilder(rows: 0, bytes: Int(text.count))
        for scalar in text.scalars {
            if special.contains(scalar) { out.append(byte: UInt8(ascii: "\\")) }
            out.append(scalar)
        }
        return out.finishText()
    }

    /// Writes the text with each match replaced by what a function makes of it; a limit of 0 is none.
    func substitute(_ matcher: Matcher, in text: Text, limit: Int, _ function: Value, into out: inout TextBuilder) throws(Failure) {
        var pieces: [Text] = []
        var from = 0
        var done = 0
        try matcher.forEachMatch(in: text) { () throws(Failure) in
            let match = matcher.match(in: text)
            let whole = matcher.range(0)
            pieces.append(text.slice(from, whole.start))
            let made = try call(function, [matchValue(match, matcher.pattern)])
            guard case .text(let replacement) = made else { throw Failure(.typeError, "expected str instance, \(made.typeName) found") }
            pieces.append(replacement)
            from = whole.end
            done += 1
            return done != limit
        }
        for piece in pieces { out.append(piece) }
        out.append(text.slice(from, Int(text.count)))
    }
}
