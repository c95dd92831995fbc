import Diagnostics
import Kernels
import Values

// `replace` (`pandas.core.generic.NDFrame.replace`, `pandas.core.internals.Block.replace`).
extension Call where Receiver == Series {
    /// What is looked for, cell by cell, and what stands in its place.
    private struct Rule {
        let old: Value
        let new: Value
        let pattern: Pattern?
    }

    func replace() throws(Failure) -> Value {
        try interpreter.charge(cells: receiver.count)
        var rules: [Rule] = []
        for (old, new) in try pairs() { rules.append(Rule(old: old, new: new, pattern: try pattern(old))) }
        guard let only = rules.first else { return .series(receiver.copied) }
        let isSingle = rules.count == 1 && !isList(arguments["to_replace"])
        var column = receiver.column
        let masks = try rules.map { (rule) throws(Failure) in try found(rule, in: receiver.column) }
        guard masks.contains(where: { $0.contains(true) }) || (!isSingle && column.dtype == .object) else { return .series(receiver.copied) }
        for (rule, mask) in Swift.zip(rules, masks) where mask.contains(true) { column = try replaced(column, mask, rule) }
        let allNone = rules.allSatisfy { if case .none = $0.new { true } else { false } }
        return .series(receiver.with(allNone || only.pattern != nil && isSingle && isUnchanged(column) ? column : column.inferred))
    }

    private func isUnchanged(_ column: Column) -> Bool { if case .text = column { true } else { false } }

    private func isList(_ value: Value?) -> Bool {
        switch value {
        case .list, .tuple, .dict, .series, .array, .index: true
        default: false
        }
    }

    /// The pairs of old and new value that the arguments mean.
    private func pairs() throws(Failure) -> [(Value, Value)] {
        var old = arguments.given("to_replace")
        if let regex = arguments["regex"], regex.integer == nil {
            guard old == nil else { throw Failure(.valueError, "'to_replace' must be 'None' if 'regex' is not a bool") }
            old = regex
        }
        guard let old else { throw Failure(.unsupportedArgument, "replace() of None is not supported") }
        if case .dict(let dict) = old {
            guard arguments["value"] == nil else { throw Failure(.valueError, "Series.replace cannot use dict-value and non-None to_replace") }
            return Array(Swift.zip(dict.keys, dict.values))
        }
        guard let new = arguments["value"] else { throw Failure(.unsupportedArgument, "replace() without a value is not supported") }
        guard isList(old) else {
            guard !isList(new) else { throw Failure(.typeError, "Invalid \"to_replace\" type: '\(old.typeName)'") }
            return [(old, new)]
        }
        let olds = try interpreter.iterate(old)
        guard isList(new) else { return olds.map { ($0, new) } }
        if case .dict = new { throw Failure(.typeError, "Invalid \"to_replace\" type: '\(old.typeName)'") }
        let news = try interpreter.iterate(new)
        guard olds.count == news.count else {
            throw Failure(.valueError, "Replacement lists must match in length. Expecting \(olds.count) got \(news.count)")
        }
        return Array(Swift.zip(olds, news))
    }

    private func pattern(_ old: Value) throws(Failure) -> Pattern? {
        guard let regex = arguments["regex"], regex.integer != 0 || regex.integer == nil, case .text(let source) = old else { return nil }
        return try Pattern.compile(source, flags: [])
    }

    /// The rows whose cell is the old value; bools and numbers are not taken for each other between columns of those types.
    private func found(_ rule: Rule, in column: Column) throws(Failure) -> [Bool] {
        if let pattern = rule.pattern { return try matches(pattern, column) }
        if rule.old.isMissing { return column.missing }
        let isBool = if case .bool = rule.old { true } else { false }
        switch column {
        case .bool: guard isBool else { return none }
        case .int, .float: guard !isBool, rule.old.number != nil else { return none }
        case .text: guard rule.old.text != nil else { return none }
        case .timestamp, .timedelta, .object, .categorical: break
        }
        if case .text(let cells) = column, case .text(let old) = rule.old { return (0..<cells.count).map { cells[$0] == old } }
        let wanted = HashKey(rule.old)
        return column.values.map { $0.isHashable && HashKey($0) == wanted }
    }

    private var none: [Bool] { Array(repeating: false, count: receiver.count) }

    private func matches(_ pattern: Pattern, _ column: Column) throws(Failure) -> [Bool] {
        guard column.dtype == .object else { return none }
        let matcher = pattern.matcher(.search, cells: column.count)
        var flags: [Bool] = []
        for cell in column.values {
            guard case .text(let text) = cell else {
                flags.append(false)
                continue
            }
            flags.append(try matcher.contains(text))
        }
        return flags
    }

    private func replaced(_ column: Column, _ mask: [Bool], _ rule: Rule) throws(Failure) -> Column {
        if let pattern = rule.pattern, case .text(let new) = rule.new { return try substituted(column, mask, pattern, new) }
        if case .none = rule.new {
            return .object(mask.indices.map { mask[$0] ? .none : column[$0].asPython })
        }
        return try interpreter.chosen(column, mask.map { !$0 }, .scalar(rule.new))
    }

    /// Each match within a cell is replaced, as `re.sub` replaces it.
    private func substituted(_ column: Column, _ mask: [Bool], _ pattern: Pattern, _ new: Text) throws(Failure) -> Column {
        let template = try PatternTemplate(new, for: pattern)
        var cells = column.values
        for row in cells.indices where mask[row] {
            guard case .text(let text) = cells[row] else { continue }
            cells[row] = .text(try pattern.sub(template, in: text))
        }
        return Column.objects(cells)
    }
}
