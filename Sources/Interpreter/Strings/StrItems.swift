import Diagnostics
import Kernels
import Values

// Items and slices of the cells: `.str[…]`, `get`, `slice`, `len`, `join`.
extension Interpreter {
    /// `series.str[key]`
    func strSubscript(_ accessor: AccessorValue, _ key: Value) throws(Failure) -> Value {
        guard let receiver = StrAccessor(.accessor(accessor)) else { throw Failure(.internalFault, "a subscript of another accessor") }
        let signature = Arguments(operation: "str", signature: .init(""), slots: [])
        let call = Call(interpreter: self, receiver: receiver, arguments: signature)
        guard case .slice(let slice) = key else { return try call.item(key) }
        return try call.slice(slice.lower, slice.upper, slice.step)
    }
}

extension Call where Receiver == StrAccessor {
    /// One item of each cell: a character, a list's item, a dict's value.
    func item(_ key: Value) throws(Failure) -> Value {
        guard case .text = receiver.column, let position = position(key) else {
            return try objects { (cell) throws(Failure) in try item(key, of: cell) }
        }
        return try slices { $0.characterIfPresent(position) }
    }

    /// The integer that a key is, for keys that Python can subscript a text with.
    private func position(_ key: Value) -> Int? {
        switch key {
        case .int(let i), .numpyInt(let i): i
        case .bool(let b): b ? 1 : 0
        default: nil
        }
    }

    private func item(_ key: Value, of cell: Value) throws(Failure) -> Value? {
        if case .dict(let dict) = cell { return dict[try interpreter.hashable(key)] ?? Value.none }
        guard let position = position(key) else {
            // pandas asks whether the key is within the item's length, which a column cannot say.
            if cell.text != nil || cell.sequenceItems != nil, case .series = key { _ = try interpreter.truth(key) }
            return nil
        }
        switch cell {
        case .text(let text): return text.characterIfPresent(position).map(Value.text)
        case .list(let list): return item(position, of: list.items)
        case .tuple(let tuple): return item(position, of: tuple.items)
        default: return nil
        }
    }

    private func item(_ position: Int, of items: [Value]) -> Value? {
        let at = position < 0 ? position &+ items.count : position
        return items.indices.contains(at) ? items[at] : nil
    }

    func slice(_ start: Value, _ stop: Value, _ step: Value) throws(Failure) -> Value {
        guard let lower = bound(start), let upper = bound(stop), let stride = bound(step) else { return try allFailed() }
        if case .text = receiver.column {
            return try slices { (text) throws(Failure) in try text.sliced(lower.value, upper.value, stride.value) }
        }
        return try objects { (cell) throws(Failure) in
            switch cell {
            case .text(let text): .text(try text.sliced(lower.value, upper.value, stride.value))
            case .list(let list): .list(try sliced(list.items, lower.value, upper.value, stride.value))
            case .tuple(let tuple): .tuple(try sliced(tuple.items, lower.value, upper.value, stride.value))
            default: nil
            }
        }
    }

    /// A bound of a slice, which may be None; nil where it is neither that nor an integer.
    private func bound(_ value: Value) -> (value: Int?, Void)? {
        if case .none = value { return (nil, ()) }
        return position(value).map { ($0, ()) }
    }

    private func sliced(_ items: [Value], _ lower: Int?, _ upper: Int?, _ step: Int?) throws(Failure) -> [Value] {
        let bounds = try SliceBounds(lower, upper, step, length: items.count)
        try interpreter.charge(bytes: bounds.count * 24)
        return (0..<bounds.count).map { items[bounds.start + $0 * bounds.step] }
    }

    func lengths() throws(Failure) -> Value {
        try numbers({ $0.length }) { (value) in
            switch value {
            case .list(let list): .int(list.items.count)
            case .tuple(let items): .int(items.count)
            case .dict(let dict): .int(dict.count)
            case .set(let set): .int(set.items.count)
            default: nil
            }
        }
    }

    /// `sep.join(cell)`: the items of a list, or the characters of a text.
    func join() throws(Failure) -> Value {
        let value = try arguments.require("sep")
        guard case .text(let separator) = value else { throw Failure(.attributeError, "'\(value.typeName)' object has no attribute 'join'") }
        return try objects { (cell) throws(Failure) in
            switch cell {
            case .text(let text): .text(try interpreter.join(text.characters.map(Value.text), with: separator))
            default: .text(try interpreter.join(interpreter.iterate(cell), with: separator))
            }
        }
    }

    func sliceReplace() throws(Failure) -> Value {
        let start = try arguments.given("start").map { value throws(Failure) in try interpreter.index(value) }
        let stop = try arguments.given("stop").map { value throws(Failure) in try interpreter.index(value) }
        let replacement = try arguments.given("repl") == nil ? Text.empty : arguments.text("repl")
        return try texts { (text, out) throws(Failure) in
            let end = try text.sliced(start, stop).isEmpty ? start : stop
            if start != nil { out.append(try text.sliced(nil, start)) }
            out.append(replacement)
            if stop != nil { out.append(try text.sliced(end, nil)) }
        }
    }
}
