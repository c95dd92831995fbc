import Catalog
import Diagnostics
import Kernels
import Values

extension Interpreter {
    /// `type(…)` as a call: `int('3')`, `str(x)`, `list(x)`, `pd.Series(…)`, `pd.Timestamp(…)`.
    func construct(_ type: PythonType, _ positional: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        switch type {
        case .int: try int(positional, keywords)
        case .float: .float(try float(only(positional, keywords, type)))
        case .str: .text(try str(only(positional, keywords, type, keyword: "object")))
        case .bool: .bool(try only(positional, keywords, type).map { value throws(Failure) in try truth(value) } ?? false)
        case .list: .list(try items(only(positional, keywords, type)))
        case .tuple: .tuple(try items(only(positional, keywords, type)))
        case .set: try set(only(positional, keywords, type))
        case .dict: try dict(positional, keywords)
        case .range: .range(try range(positional, keywords))
        case .series, .frame, .index, .timestamp, .timedelta: try invokeNamesake(type, .pandas, positional, keywords)
        case .numpyInt, .numpyFloat, .numpyBool: try numpyScalar(type, only(positional, keywords, type))
        case .date, .datetime, .time, .span: try invokeNamesake(type, .standard, positional, keywords)
        case .object, .noneType, .array, .numpyInteger, .numpyFloating, .numpyNumber, .function:
            throw Failure(.unsupportedOperation, "calling '\(type.rawValue)' is not supported")
        }
    }

    private func invokeNamesake(_ type: PythonType, _ module: Receiver, _ positional: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        guard let operation = module.operation(named: type.rawValue) else {
            throw Failure(.unsupportedOperation, "calling '\(type.rawValue)' is not supported")
        }
        return try invoke(operation, on: .none, positional, keywords: keywords)
    }

    /// The one argument that the type takes, or nil.
    private func only(
        _ positional: [Value], _ keywords: [(String, Value)], _ type: PythonType, keyword: String? = nil
    ) throws(Failure) -> Value? {
        if let first = keywords.first {
            guard keywords.count == 1, positional.isEmpty, first.0 == keyword else {
                throw Failure(.wrongArguments, "\(type.rawValue)() takes no keyword arguments")
            }
            return first.1
        }
        guard positional.count <= 1 else {
            throw Failure(.wrongArguments, "\(type.rawValue) expected at most 1 argument, got \(positional.count)")
        }
        return positional.first
    }

    private func items(_ value: Value?) throws(Failure) -> [Value] {
        guard let value else { return [] }
        let items = try iterate(value)
        try charge(bytes: items.count &* 24)
        return items
    }

    private func set(_ value: Value?) throws(Failure) -> Value {
        guard let value else { return .set(SetValue([])) }
        return .set(SetValue(try set(of: value).items))
    }

    private func dict(_ positional: [Value], _ keywords: [(String, Value)]) throws(Failure) -> Value {
        guard positional.count <= 1 else { throw Failure(.wrongArguments, "dict expected at most 1 argument, got \(positional.count)") }
        let dict = DictValue()
        if let source = positional.first { try add(source, to: dict) }
        for (name, value) in keywords { dict[.string(name)] = value }
        return .dict(dict)
    }

    private func range(_ positional: [Value], _ keywords: [(String, Value)]) throws(Failure) -> RangeValue {
        guard keywords.isEmpty else { throw Failure(.wrongArguments, "range() takes no keyword arguments") }
        var parts: [Int] = []
        for value in positional { parts.append(try index(value)) }
        switch parts.count {
        case 1: return try range(0, parts[0], 1)
        case 2: return try range(parts[0], parts[1], 1)
        case 3: return try range(parts[0], parts[1], parts[2])
        default: throw Failure(.wrongArguments, "range expected 1 to 3 arguments, got \(parts.count)")
        }
    }

    func range(_ start: Int, _ stop: Int, _ step: Int) throws(Failure) -> RangeValue {
        guard step != 0 else { throw Failure(.valueError, "range() arg 3 must not be zero") }
        guard step > 0 ? start < stop : start > stop else { return RangeValue(start: start, step: step, count: 0) }
        let (span, overflow) = (step > 0 ? stop : start).subtractingReportingOverflow(step > 0 ? start : stop)
        guard !overflow, step != .min else { throw Failure(.stepLimit, "a range this long is not supported") }
        return RangeValue(start: start, step: step, count: (span - 1) / abs(step) + 1)
    }
}
