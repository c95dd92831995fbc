import Catalog
import Diagnostics
import Plan
import Values

extension Interpreter {
    /// What kind of receiver a value is, or nil where nothing can be asked of it (None, a module's name …).
    package static func receiver(of value: Value) -> Receiver? {
        switch value {
        case .series: .series
        case .frame: .frame
        case .groupBy: .groupBy
        case .index: .index
        case .array: .array
        case .accessor(let accessor): receiver(of: accessor.kind)
        case .text: .text
        case .list: .list
        case .tuple: .tuple
        case .set: .set
        case .dict: .dict
        case .int, .float, .bool, .numpyInt, .numpyFloat, .numpyBool: .number
        case .timestamp: .timestamp
        case .timedelta: .timedelta
        case .date, .time: .date
        case .module(.pandas): .pandas
        case .module(.numpy): .numpy
        case .module(.math), .module(.re), .module(.datetime), .module(.types): .standard
        case .interval: .interval
        case .none, .range, .slice, .iterator, .function, .type, .dtype: nil
        }
    }

    private static func receiver(of accessor: AccessorKind) -> Receiver? {
        switch accessor {
        case .str: .str
        case .dt: .dt
        case .rolling, .expanding: .rolling
        case .match: .match
        case .pattern: .pattern
        case .loc, .iloc, .at, .iat: nil
        }
    }

    /// Asks an operation of a value; the one door to every room.
    func perform(_ operation: Operation, on value: Value, _ arguments: Arguments) throws(Failure) -> Value {
        switch operation {
        case .series(let name): try call(value.series, arguments).performChecked(name)
        case .frame(let name): try call(value.frame, arguments).perform(name)
        case .groupBy(let name): try call(value.groupBy, arguments).perform(name)
        case .index(let name): try call(value.index, arguments).perform(name)
        case .array(let name): try call(value.array, arguments).perform(name)
        case .str(let name): try call(StrAccessor(value), arguments).perform(name)
        case .dt(let name): try call(DtAccessor(value), arguments).perform(name)
        case .text(let name): try call(value.text, arguments).perform(name)
        case .list(let name): try call(value.list, arguments).perform(name)
        case .tuple(let name): try call(value.tuple, arguments).perform(name)
        case .set(let name): try call(value.set, arguments).perform(name)
        case .dict(let name): try call(value.dict, arguments).perform(name)
        case .number(let name): try call(ScalarReceiver(value), arguments).perform(name)
        case .timestamp(let name): try call(TimestampReceiver(value), arguments).perform(name)
        case .timedelta(let name): try call(TimedeltaReceiver(value), arguments).perform(name)
        case .date(let name): try call(DateReceiver(value), arguments).perform(name)
        case .builtin(let name): try call(Builtins(), arguments).perform(name)
        case .pandas(let name): try call(NoReceiver(), arguments).perform(name)
        case .numpy(let name): try call(NumpyModule(), arguments).perform(name)
        case .standard(let name): try call(StandardModule(value), arguments).perform(name)
        case .interval(let name): try call(value.interval, arguments).perform(name)
        case .rolling(let name): try call(Windowed(value), arguments).perform(name)
        case .match(let name): try call(MatchReceiver(value), arguments).perform(name)
        case .pattern(let name): try call(PatternReceiver(value), arguments).perform(name)
        }
    }

    /// - Throws: `internalFault` where the value is not of the operation's receiver type, which name lookup rules out.
    private func call<R>(_ receiver: R?, _ arguments: Arguments) throws(Failure) -> Call<R> {
        guard let receiver else { throw Failure(.internalFault, "'\(arguments.operation)' was asked of another type") }
        return Call(interpreter: self, receiver: receiver, arguments: arguments)
    }

    /// The operation that a name means for a value.
    ///
    /// - Throws: `unsupportedOperation` where pandas has the name, `attributeError` where it has not.
    func operation(named name: String, of value: Value) throws(Failure) -> Operation {
        guard let receiver = Interpreter.receiver(of: value) else {
            throw Failure(.attributeError, "'\(value.typeName)' object has no attribute '\(name)'")
        }
        if let operation = receiver.operation(named: name) { return operation }
        if receiver.hasOutside(name) {
            throw Failure(.unsupportedOperation, "'\(name)' of \(receiver.label) is not supported")
        }
        throw Failure(.attributeError, "'\(value.typeName)' object has no attribute '\(name)'")
    }

    /// `value.name(arguments)`, as another operation asks for it: `agg('mean')`, `str.cat` …
    func invoke(_ name: String, on value: Value, _ positional: [Value] = [], keywords: [(String, Value)] = []) throws(Failure) -> Value {
        let operation = try operation(named: name, of: value)
        return try invoke(operation, on: value, positional, keywords: keywords)
    }

    func invoke(_ operation: Operation, on value: Value, _ positional: [Value], keywords: [(String, Value)] = []) throws(Failure) -> Value {
        let facts = operation.facts
        let binding = try facts.signature.bind(positional: positional.count, keywords: keywords.map(\.0), to: facts.name)
        var arguments = Arguments(operation: facts.name, signature: facts.signature, slots: Array(repeating: nil, count: facts.signature.parameters.count))
        for (at, value) in positional.enumerated() { arguments.place(value, slot: binding.slots[at], name: nil) }
        for (at, pair) in keywords.enumerated() { arguments.place(pair.1, slot: binding.slots[positional.count + at], name: pair.0) }
        return try perform(operation, on: value, arguments)
    }
}

extension Arguments {
    /// Puts a value into its slot; rest parameters collect.
    mutating func place(_ value: Value, slot: Int, name: String?) {
        switch signature.parameters[slot].kind {
        case .positionalOnly, .ordinary, .keywordOnly: slots[slot] = value
        case .rest: slots[slot] = .tuple((slots[slot].map(Arguments.items) ?? []) + [value])
        case .keywordRest: collect(value, slot: slot, name: name ?? "")
        }
    }

    private static func items(_ value: Value) -> [Value] {
        if case .tuple(let tuple) = value { tuple.items } else { [] }
    }

    private mutating func collect(_ value: Value, slot: Int, name: String) {
        if case .dict(let dict)? = slots[slot] {
            dict[.string(name)] = value
        } else {
            slots[slot] = .dict(DictValue([(Value.string(name), value)]))
        }
    }
}
