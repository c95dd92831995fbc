import Catalog
import Diagnostics
import Kernels
import Values

// The functions of Python's `re`.
extension Call where Receiver == StandardModule {
    func text(_ name: StaticString) throws(Failure) -> Text { try interpreter.subject(arguments.require(name)) }

    /// The pattern of a call: its text, or what `re.compile` gave.
    func regex() throws(Failure) -> Regex {
        let value = try arguments.require("pattern")
        let flags = Pattern.Flags(rawValue: try arguments.int("flags", default: 0))
        if case .accessor(let accessor) = value, accessor.kind == .pattern {
            guard flags.isEmpty else { throw Failure(.valueError, "cannot process flags argument with a compiled pattern") }
            return try interpreter.regex(accessor)
        }
        guard case .text(let source) = value else { throw Failure(.typeError, "first argument must be string or compiled pattern") }
        return Regex(interpreter: interpreter, pattern: try Pattern.compile(source, flags: flags))
    }

    func compiled() throws(Failure) -> Value {
        let regex = try regex()
        return .accessor(AccessorValue(.pattern, .tuple([.text(regex.pattern.source), .int(try arguments.int("flags", default: 0))])))
    }
}

extension Interpreter {
    func subject(_ value: Value) throws(Failure) -> Text {
        guard case .text(let text) = value else { throw Failure(.typeError, "expected string or bytes-like object, got '\(value.typeName)'") }
        return text
    }

    func regex(_ accessor: AccessorValue) throws(Failure) -> Regex {
        guard let parts = accessor.receiver.tuple, parts.count == 2, let source = parts[0].text, let flags = parts[1].integer else {
            throw Failure(.internalFault, "a pattern without its text")
        }
        return Regex(interpreter: self, pattern: try Pattern.compile(source, flags: Pattern.Flags(rawValue: flags)))
    }

    func matchValue(_ match: Match, _ pattern: Pattern) -> Value {
        .accessor(AccessorValue(.match, .text(match.text), groups: MatchGroups(ranges: match.ranges, names: pattern.groupNames)))
    }
}

/// A pattern put to one text: the functions of `re` and the methods of a compiled pattern alike.
struct Regex {
    let interpreter: Interpreter
    let pattern: Pattern

    func find(_ mode: Pattern.Mode, _ text: Text) throws(Failure) -> Value {
        let matcher = pattern.matcher(mode)
        return try matcher.find(text) ? interpreter.matchValue(matcher.match(in: text), pattern) : .none
    }

    func all(_ text: Text) throws(Failure) -> Value {
        let found = try pattern.findall(in: text)
        try interpreter.charge(items: found.count)
        return .list(found)
    }

    func matches(_ text: Text) throws(Failure) -> Value {
        var found: [Value] = []
        let matcher = pattern.matcher()
        try matcher.forEachMatch(in: text) { () throws(Failure) in
            try interpreter.charge(items: 1 + pattern.groupCount)
            found.append(interpreter.matchValue(matcher.match(in: text), pattern))
            return true
        }
        return .iterator(IteratorValue(.iterator, found))
    }

    func substituted(_ replacement: Value, _ text: Text, limit: Int) throws(Failure) -> Value {
        switch replacement {
        case .text(let template): return .text(try pattern.sub(PatternTemplate(template, for: pattern), in: text, limit: limit))
        case .function, .type:
            var out = TextBuilder(rows: 0, bytes: Int(text.count))
            try interpreter.substitute(pattern.matcher(), in: text, limit: limit, replacement, into: &out)
            return .text(out.finishText())
        default: throw Failure(.typeError, "decoding to str: need a bytes-like object, \(replacement.typeName) found")
        }
    }

    func pieces(_ text: Text, limit: Int) throws(Failure) -> Value {
        let pieces = try pattern.split(text, limit: limit)
        try interpreter.charge(items: pieces.count)
        return .list(pieces.map { $0.map(Value.text) ?? .none })
    }
}
