import Catalog
import Diagnostics
import Plan
import Values

/// A lambda as a value.
final class Closure: Callable {
    let lambda: Node.Lambda
    /// The parameters' defaults, evaluated when the lambda was made.
    let defaults: [Value?]

    var typeName: String { "function" }

    init(_ lambda: Node.Lambda, defaults: [Value?]) {
        self.lambda = lambda
        self.defaults = defaults
    }
}

/// An operation as a value: `len` in `map(len)`, `np.mean` in `agg(np.mean)`, `str.lower` in `map(str.lower)`,
/// or a bound method such as `s.lower` in `f = s.lower`.
final class OperationValue: Callable {
    let operation: Operation
    /// The receiver of a bound method; nil where the first argument is the receiver, or there is none.
    let receiver: Value?
    /// A method taken from its type: its first argument is the receiver.
    let takesReceiver: Bool

    var typeName: String {
        switch operation.receiver {
        case .series, .frame, .groupBy, .index, .str, .dt, .rolling: receiver == nil ? "function" : "method"
        case .pandas: "function"
        case .numpy: "_ArrayFunctionDispatcher"
        case .builtin, .standard, .array, .text, .list, .tuple, .set, .dict, .number, .timestamp, .timedelta, .date, .interval, .match, .pattern:
            receiver == nil && takesReceiver ? "method_descriptor" : "builtin_function_or_method"
        }
    }

    init(_ operation: Operation, receiver: Value? = nil, takesReceiver: Bool = false) {
        self.operation = operation
        self.receiver = receiver
        self.takesReceiver = takesReceiver
    }
}

extension Interpreter {
    func closure(_ lambda: Node.Lambda) throws(Failure) -> any Callable {
        var defaults: [Value?] = []
        for parameter in lambda.parameters {
            guard let node = parameter.defaultValue else {
                defaults.append(nil)
                continue
            }
            defaults.append(try evaluate(node))
        }
        return Closure(lambda, defaults: defaults)
    }

    /// Calls a function value from inside an operation: `apply`, `map`, `sorted(key=…)`, `agg` …
    func call(_ function: Value, _ positional: [Value], keywords: [(String, Value)] = []) throws(Failure) -> Value {
        try meter.charge(steps: 1)
        switch function {
        case .function(let callable): return try call(callable, positional, keywords)
        case .type(let type): return try construct(type, positional, keywords)
        default: throw Failure(.typeError, "'\(function.typeName)' object is not callable")
        }
    }

    private func call(_ callable: any Callable, _ positional: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        if let closure = callable as? Closure { return try call(closure, positional, keywords) }
        guard let function = callable as? OperationValue else { throw Failure(.internalFault, "an unknown callable") }
        if let receiver = function.receiver { return try invoke(function.operation, on: receiver, positional, keywords: keywords) }
        guard function.takesReceiver else { return try invoke(function.operation, on: .none, positional, keywords: keywords) }
        guard let receiver = positional.first else { throw Failure(.typeError, "unbound method \(function.operation.name)() needs an argument") }
        guard Interpreter.receiver(of: receiver) == function.operation.receiver else {
            throw Failure(.typeError, "descriptor '\(function.operation.name)' for '\(function.operation.receiver.label)' objects doesn't apply to a '\(receiver.typeName)' object")
        }
        return try invoke(function.operation, on: receiver, Array(positional.dropFirst()), keywords: keywords)
    }

    /// Parameters are variables of the program: they are set for the call and put back after it.
    private func call(_ closure: Closure, _ positional: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        let parameters = closure.lambda.parameters
        guard positional.count <= parameters.count else {
            throw Failure(.typeError, "<lambda>() takes \(parameters.count) positional arguments but \(positional.count) were given")
        }
        let saved = parameters.map { slots[$0.slot] }
        defer { for (at, parameter) in parameters.enumerated() { slots[parameter.slot] = saved[at] } }
        for (at, parameter) in parameters.enumerated() {
            let keyword = keywords.first { $0.0 == parameter.name }?.1
            guard let value = at < positional.count ? positional[at] : keyword ?? closure.defaults[at] else {
                throw Failure(.typeError, "<lambda>() missing 1 required positional argument: '\(parameter.name)'")
            }
            slots[parameter.slot] = value
        }
        if let stray = keywords.first(where: { pair in !parameters.contains { $0.name == pair.0 } }) {
            throw Failure(.typeError, "<lambda>() got an unexpected keyword argument '\(stray.0)'")
        }
        return try evaluate(closure.lambda.body)
    }

    /// A builtin or a module's function, called by its own name.
    func function(_ operation: Operation, _ arguments: Node.Arguments) throws(Failure) -> Value {
        try charged(perform(operation, on: .none, evaluate(arguments, for: operation)))
    }

    /// A text that has been made counts once it is there too, so that no operation is free.
    func charged(_ value: Value) throws(Failure) -> Value {
        if case .text(let text) = value { try meter.charge(bytes: Int(text.count)) }
        return value
    }

    /// What goes into a list, a dict or a set.
    private func checkKept(_ arguments: Arguments, by receiver: Value) throws(Failure) {
        switch receiver {
        case .list(let list): try checkKept(arguments, by: list)
        case .dict(let dict): try checkKept(arguments, by: dict)
        default: return
        }
    }

    /// `x.extend(x)` and `x.update(x)` take the items, not the container.
    private func checkKept(_ arguments: Arguments, by owner: AnyObject) throws(Failure) {
        let unpacks = arguments.operation == "extend" || arguments.operation == "update"
        for value in arguments.slots.compactMap(\.self) { try checkNesting(value, in: unpacks ? nil : owner) }
    }

    /// `receiver.name(…)`
    func method(_ receiver: Node, _ attribute: Node.Attribute, _ arguments: Node.Arguments) throws(Failure) -> Value {
        let value = try evaluate(receiver)
        guard let operation = try operation(attribute, of: value) else {
            return try call(property(attribute, of: value), arguments)
        }
        if operation.facts.isProperty { return try call(property(attribute, of: value), arguments) }
        let evaluated = try evaluate(arguments, for: operation, known: operation == attribute.operation)
        try checkKept(evaluated, by: value)
        let result = try charged(perform(operation, on: value, evaluated))
        return try rebinding(receiver, operation, value, evaluated, result)
    }

    /// Calling a value: what `callee` gives.
    func call(_ callee: Node, _ arguments: Node.Arguments) throws(Failure) -> Value {
        try call(evaluate(callee), arguments)
    }

    private func call(_ function: Value, _ arguments: Node.Arguments) throws(Failure) -> Value {
        let positional = try values(of: arguments.positional)
        return try call(function, positional, keywords: keywords(arguments))
    }

    private func keywords(_ arguments: Node.Arguments) throws(Failure) -> [(String, Value)] {
        var pairs: [(String, Value)] = []
        for keyword in arguments.keywords { pairs.append((keyword.name, try evaluate(keyword.value))) }
        for node in arguments.merged {
            guard case .dict(let dict) = try evaluate(node) else { throw Failure(.typeError, "argument after ** must be a mapping") }
            for (key, value) in zip(dict.keys, dict.values) {
                guard case .text(let name) = key else { throw Failure(.typeError, "keywords must be strings") }
                pairs.append((name.string, value))
            }
        }
        return pairs
    }

    /// Evaluates arguments into the slots of the operation's parameters, in source order.
    private func evaluate(_ arguments: Node.Arguments, for operation: Operation, known: Bool = true) throws(Failure) -> Arguments {
        let facts = operation.facts
        var result = Arguments(
            operation: facts.name, signature: facts.signature, slots: Array(repeating: nil, count: facts.signature.parameters.count))
        if known, let binding = arguments.binding {
            for (at, node) in arguments.positional.enumerated() { result.place(try evaluate(node), slot: binding.slots[at], name: nil) }
            for (at, keyword) in arguments.keywords.enumerated() {
                result.place(try evaluate(keyword.value), slot: binding.slots[arguments.positional.count + at], name: keyword.name)
            }
            return result
        }
        let positional = try values(of: arguments.positional)
        let keywords = try keywords(arguments)
        let binding = try facts.signature.bind(positional: positional.count, keywords: keywords.map(\.0), to: facts.name)
        for (at, value) in positional.enumerated() { result.place(value, slot: binding.slots[at], name: nil) }
        for (at, pair) in keywords.enumerated() { result.place(pair.1, slot: binding.slots[positional.count + at], name: pair.0) }
        return result
    }

    /// The operation an attribute means for this value: the checker's, where it fits, else by name; nil where a frame's column or a
    /// series' label of that name is meant.
    private func operation(_ attribute: Node.Attribute, of value: Value) throws(Failure) -> Operation? {
        if let operation = attribute.operation, operation.receiver == Interpreter.receiver(of: value) { return operation }
        if let receiver = Interpreter.receiver(of: value), let operation = receiver.operation(named: attribute.name) { return operation }
        if labelled(attribute.name, of: value) != nil { return nil }
        if case .type = value { return nil }
        if case .module(let module) = value { return try moduleMember(module, attribute.name).operation }
        return try operation(named: attribute.name, of: value)
    }

    /// The value of `value.name` that is not called: a property, a column, a row's label, a bound method.
    func property(_ attribute: Node.Attribute, of value: Value) throws(Failure) -> Value {
        if case .frame(let frame) = value, attribute.name == "name", let key = frame.groupName { return key }
        if let known = try accessor(attribute.name, of: value) { return known }
        if case .type(let type) = value { return try member(attribute.name, of: type) }
        if case .module(let module) = value { return try moduleMember(module, attribute.name).value }
        guard let operation = try operation(attribute, of: value) else {
            guard let column = labelled(attribute.name, of: value) else { throw Failure(.attributeError, "no attribute '\(attribute.name)'") }
            return column
        }
        if operation.facts.isProperty { return try invoke(operation, on: value, []) }
        if case .number(let name) = operation { try ScalarReceiver(value).require(name) }
        return .function(OperationValue(operation, receiver: value))
    }

    /// `df.name` as a column, `row.name` as a label.
    private func labelled(_ name: String, of value: Value) -> Value? {
        switch value {
        case .frame(let frame):
            let positions = frame.columns.positions(of: .string(name))
            if positions.count > 1 { return .frame(frame.select(positions)) }
            return positions.first.map { .series(frame.series($0)) }
        case .series(let series):
            guard case .range = series.index.labels else { return series.index.position(of: .string(name)).map { series.column[$0] } }
            return nil
        case .tuple(let tuple): return tuple.field(name)
        case .dtype(let dtype): return dtype.member(name)
        case .groupBy(let groups):
            guard !groups.isSeries else { return nil }
            return groups.frame.columns.position(of: .string(name)).map { .groupBy(groups.selecting([$0], asSeries: true)) }
        default: return nil
        }
    }

    /// `.str`, `.dt`, `.loc` and their kin.
    ///
    /// - Throws: `attributeError` where the data are not text (`.str`) or not times (`.dt`), as pandas checks at once.
    private func accessor(_ name: String, of value: Value) throws(Failure) -> Value? {
        guard let kind = AccessorKind(rawValue: name) else { return nil }
        switch (kind, value) {
        case (.loc, .series), (.loc, .frame), (.iloc, .series), (.iloc, .frame), (.at, .series), (.at, .frame), (.iat, .series), (.iat, .frame):
            return .accessor(AccessorValue(kind, value))
        case (.str, .series), (.str, .index):
            try requireText(value)
            return .accessor(AccessorValue(kind, value))
        case (.dt, .series):
            try requireTimes(value)
            return .accessor(AccessorValue(kind, value))
        default: return nil
        }
    }
}
