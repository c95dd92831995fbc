import Catalog
import Diagnostics
import Kernels
import Values

// The arguments of Python's `str` methods, refused as Python refuses them.
extension Call where Receiver == Text {
    func part(_ name: StaticString) throws(Failure) -> Text {
        let value = try arguments.require(name)
        guard case .text(let text) = value else { throw Failure(.typeError, "must be str, not \(value.typeName)") }
        return text
    }

    /// One text or a tuple of them.
    func parts(_ name: StaticString) throws(Failure) -> [Text] {
        let value = try arguments.require(name)
        guard let parts = value.texts else {
            throw Failure(.typeError, "\(arguments.operation) first arg must be str or a tuple of str, not \(value.typeName)")
        }
        return parts
    }

    /// A place in the text, or nil for None.
    func bound(_ name: StaticString) throws(Failure) -> Int? {
        guard let value = arguments.given(name) else { return nil }
        return try interpreter.index(value)
    }

    func number(_ name: StaticString) throws(Failure) -> Int? {
        try arguments[name].map { value throws(Failure) in try interpreter.index(value) }
    }

    func width() throws(Failure) -> Int {
        let width = try interpreter.index(arguments.require("width"))
        try interpreter.charge(bytes: max(width, 0))
        return width
    }

    func fill() throws(Failure) -> Text {
        guard let value = arguments["fillchar"] else { return " " }
        guard case .text(let text) = value else {
            throw Failure(.typeError, "The fill character must be a unicode character, not \(value.typeName)")
        }
        return text
    }

    func characters() throws(Failure) -> Text? {
        guard let value = arguments.given("chars") else { return nil }
        guard case .text(let text) = value else { throw Failure(.typeError, "\(arguments.operation) arg must be None or str") }
        return text
    }

    func separator() throws(Failure) -> Text? {
        guard let value = arguments.given("sep") else { return nil }
        guard case .text(let text) = value else { throw Failure(.typeError, "must be str or None, not \(value.typeName)") }
        return text
    }

    func keepsEnds() throws(Failure) -> Bool {
        try arguments["keepends"].map { value throws(Failure) in try interpreter.truth(value) } ?? false
    }

    func list(_ texts: [Text]) throws(Failure) -> Value {
        try interpreter.charge(bytes: texts.count * 24)
        return .list(texts.map(Value.text))
    }

    func triple(_ parts: (Text, Text, Text)) -> Value { .tuple([.text(parts.0), .text(parts.1), .text(parts.2)]) }

    func join() throws(Failure) -> Text {
        let items = try interpreter.iterate(arguments.require("iterable"))
        return try interpreter.join(items, with: receiver)
    }

    func replaced() throws(Failure) -> Text {
        let (old, new) = (try part("old"), try part("new"))
        let result = try receiver.replace(old, with: new, limit: number("count") ?? -1)
        try interpreter.charge(bytes: Int(result.count))
        return result
    }

    /// `str.maketrans`: code points to code points, texts or None.
    func table() throws(Failure) -> Value {
        guard let second = arguments.given("y") else { return try tableOfDict() }
        guard case .text(let from) = try arguments.require("x"), case .text(let to) = second else {
            throw Failure(.typeError, "maketrans() arguments must be texts")
        }
        let (keys, values) = (from.scalars, to.scalars)
        guard keys.count == values.count else {
            throw Failure(.valueError, "the first two maketrans arguments must have equal length")
        }
        var pairs = Swift.zip(keys, values).map { (Value.int(Int($0.value)), Value.int(Int($1.value))) }
        if case .text(let drop)? = arguments.given("z") { pairs += drop.scalars.map { (.int(Int($0.value)), .none) } }
        return .dict(DictValue(pairs))
    }

    private func tableOfDict() throws(Failure) -> Value {
        guard case .dict(let dict) = try arguments.require("x") else {
            throw Failure(.typeError, "if you give only one argument to maketrans it must be a dict")
        }
        let table = DictValue()
        for (key, value) in Swift.zip(dict.keys, dict.values) { table[try codePoint(key)] = value }
        return .dict(table)
    }

    private func codePoint(_ key: Value) throws(Failure) -> Value {
        switch key {
        case .int: return key
        case .text(let text):
            guard let scalar = text.scalars.first, text.length == 1 else {
                throw Failure(.valueError, "string keys in translate table must be of length 1")
            }
            return .int(Int(scalar.value))
        default: throw Failure(.typeError, "keys in translate table must be strings or integers")
        }
    }
}

extension Value {
    /// One text or a tuple of texts; nil for anything else.
    var texts: [Text]? {
        switch self {
        case .text(let text): return [text]
        case .tuple(let items):
            let texts = items.compactMap(\.text)
            return texts.count == items.count ? texts : nil
        default: return nil
        }
    }
}

extension Interpreter {
    /// `separator.join(items)`
    func join(_ items: [Value], with separator: Text) throws(Failure) -> Text {
        var texts: [Text] = []
        texts.reserveCapacity(items.count)
        var bytes = items.count &* Int(separator.count)
        for (at, item) in items.enumerated() {
            guard case .text(let text) = item else {
                throw Failure(.typeError, "sequence item \(at): expected str instance, \(item.typeName) found")
            }
            bytes += Int(text.count)
            texts.append(text)
        }
        try charge(bytes: bytes)
        return try separator.join(texts)
    }

    /// A table of `translate`: a dict of code points to code points, texts or None.
    func translation(_ value: Value) throws(Failure) -> [Unicode.Scalar: Text] {
        guard case .dict(let dict) = value else { throw Failure(.unsupportedOperation, "translate() by a \(value.typeName) is not supported") }
        var table: [Unicode.Scalar: Text] = [:]
        for (key, replacement) in zip(dict.keys, dict.values) {
            guard case .int(let code) = key, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { continue }
            table[scalar] = try substitute(replacement)
        }
        return table
    }

    private func substitute(_ value: Value) throws(Failure) -> Text {
        switch value {
        case .none: return .empty
        case .text(let text): return text
        case .int(let code):
            guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
                throw Failure(.valueError, "character mapping must be in range(0x110000)")
            }
            return Text(String(Character(scalar)))
        default: throw Failure(.typeError, "character mapping must return integer, None or str")
        }
    }
}
