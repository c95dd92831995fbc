import Catalog
import Diagnostics
import Plan
import Values

extension Interpreter {
    /// Puts a value where a target says. Frames and series are never changed: the variables that hold one get the new one.
    func assign(_ target: Target, _ value: Value) throws(Failure) {
        switch target {
        case .local(let slot): try keep(value, in: slot)
        case .tuple(let targets, let starred): try unpack(value, into: targets, starred: starred)
        case .subscripted(let base, let key): try assign(base, key, value)
        case .attribute(let base, let attribute): try assign(base, attribute: attribute, value)
        }
    }

    /// Binds a variable.
    func keep(_ value: Value, in slot: Int) throws(Failure) {
        try checkNesting(value)
        slots[slot] = value
    }

    private func unpack(_ value: Value, into targets: [Target], starred: Int?) throws(Failure) {
        let items = try iterate(value)
        guard let starred else {
            guard items.count == targets.count else {
                let few = items.count < targets.count
                throw Failure(.valueError, few ? "not enough values to unpack (expected \(targets.count), got \(items.count))" : "too many values to unpack (expected \(targets.count))")
            }
            for (target, item) in zip(targets, items) { try assign(target, item) }
            return
        }
        let after = targets.count - starred - 1
        guard items.count >= targets.count - 1 else { throw Failure(.valueError, "not enough values to unpack") }
        for at in 0..<starred { try assign(targets[at], items[at]) }
        try assign(targets[starred], .list(Array(items[starred..<(items.count - after)])))
        for at in 0..<after { try assign(targets[starred + 1 + at], items[items.count - after + at]) }
    }

    private func assign(_ base: Node, _ key: Node, _ value: Value) throws(Failure) {
        let key = try evaluate(key)
        if case .property(let owner, let attribute) = base.kind, let kind = AccessorKind(rawValue: attribute.name) {
            let old = try evaluate(owner)
            if old.frame != nil || old.series != nil {
                return try replace(owner, old, with: written(kind, old, key, value))
            }
        }
        let old = try evaluate(base)
        switch old {
        case .list(let list): try assign(list, key, value)
        case .dict(let dict): try assign(dict, key, value)
        case .frame(let frame): try replace(base, old, with: .frame(assigned(frame, key, value)))
        case .series(let series): try replace(base, old, with: written(.loc, .series(series), key, value))
        default: throw Failure(.typeError, "'\(old.typeName)' object does not support item assignment")
        }
    }

    private func assign(_ dict: DictValue, _ key: Value, _ value: Value) throws(Failure) {
        try checkNesting(value, in: dict)
        dict[try hashable(key)] = value
    }

    private func assign(_ list: ListValue, _ key: Value, _ value: Value) throws(Failure) {
        try checkNesting(value, in: list)
        guard let number = key.integer else { throw Failure(.typeError, "list indices must be integers or slices, not \(key.typeName)") }
        guard let at = Slices.position(number, count: list.items.count) else { throw Failure(.indexError, "list assignment index out of range") }
        list.items[at] = value
    }

    private func assign(_ base: Node, attribute: Node.Attribute, _ value: Value) throws(Failure) {
        if try rename(base, attribute.name, value) { return }
        let old = try evaluate(base)
        if let labelled = try labelled(old, attribute.name, value) {
            guard case .local = base.kind else { throw chained }
            return try replace(base, old, with: labelled)
        }
        guard case .frame(let frame) = old, frame.columns.position(of: .string(attribute.name)) != nil else {
            throw Failure(.unsupportedSyntax, "setting the attribute '\(attribute.name)' is not supported", helps: ["set a column with df['\(attribute.name)'] = …"])
        }
        try replace(base, old, with: .frame(assigned(frame, .string(attribute.name), value)))
    }

    /// `df.index.name = …`, `df.columns.names = …`; false for any other attribute.
    private func rename(_ base: Node, _ attribute: String, _ value: Value) throws(Failure) -> Bool {
        guard attribute == "name" || attribute == "names", case .property(let owner, let axis) = base.kind else { return false }
        let old = try evaluate(owner)
        func named(_ index: Index) throws(Failure) -> Index { try self.named(index, value) }
        switch (old, axis.name) {
        case (.frame(let frame), "index"): try replace(owner, old, with: .frame(frame.with(index: named(frame.index))))
        case (.frame(let frame), "columns"): try replace(owner, old, with: .frame(frame.with(columns: named(frame.columns))))
        case (.series(let series), "index"): try replace(owner, old, with: .series(Series(series.column, index: named(series.index), name: series.name)))
        default: return false
        }
        return true
    }

    /// `df.columns = labels`, `df.index = labels`, `series.index = labels`, `series.name = label`; nil for any other attribute.
    private func labelled(_ value: Value, _ attribute: String, _ labels: Value) throws(Failure) -> Value? {
        switch (value, attribute) {
        case (.frame, "columns"): try invoke("set_axis", on: value, [labels], keywords: [("axis", .int(1))])
        case (.frame, "index"), (.series, "index"): try invoke("set_axis", on: value, [labels])
        case (.series(let series), "name"): .series(Series(series.column, index: series.index, name: try hashable(labels)))
        default: nil
        }
    }

    /// Every variable that holds the old frame or series gets the new one, as if the object itself had changed.
    func replace(_ node: Node, _ old: Value, with new: Value) throws(Failure) {
        try checkNesting(new)
        switch node.kind {
        case .local:
            for slot in slots.indices where isSame(slots[slot], old) { slots[slot] = new }
            try replaceViewed(old, with: new)
        case .subscripted(let owner, let key): try replaceColumn(evaluate(key), of: owner, with: new)
        case .property(let owner, let attribute): try replaceColumn(.string(attribute.name), of: owner, with: new)
        case .column(let owner, _, let label): try replaceColumn(.text(label), of: owner, with: new)
        default: throw chained
        }
    }

    /// The frame that a variable holds gets the new column.
    private func replaceColumn(_ label: Value, of owner: Node, with new: Value) throws(Failure) {
        let frame = try evaluate(owner)
        guard case .frame(let whole) = frame, case .local = owner.kind, let column = new.series else { throw chained }
        try replace(owner, frame, with: .frame(assigned(whole, label, .series(column))))
    }

    private var chained: Failure {
        Failure(.unsupportedSyntax, "assigning to a part of a computed value is not supported", helps: ["use df.loc[rows, column] = value"])
    }

    private func isSame(_ slot: Value?, _ old: Value) -> Bool {
        switch (slot, old) {
        case (.frame(let a)?, .frame(let b)): a === b
        case (.series(let a)?, .series(let b)): a === b
        default: false
        }
    }

    /// `del x`, `del df['a']`
    func delete(_ target: Target) throws(Failure) {
        switch target {
        case .local(let slot): slots[slot] = nil
        case .tuple(let targets, _): for target in targets { try delete(target) }
        case .attribute(_, let attribute): throw Failure(.unsupportedSyntax, "deleting the attribute '\(attribute.name)' is not supported")
        case .subscripted(let base, let key): try delete(base, key)
        }
    }

    private func delete(_ base: Node, _ key: Node) throws(Failure) {
        let (old, key) = (try evaluate(base), try evaluate(key))
        switch old {
        case .dict(let dict):
            guard dict.remove(try hashable(key)) != nil else { throw Failure(.keyError, Interpreter.brief(key)) }
        case .list(let list):
            guard let number = key.integer, let at = Slices.position(number, count: list.items.count) else { throw Failure(.indexError, "list assignment index out of range") }
            list.items.remove(at: at)
        case .frame(let frame):
            guard let at = frame.columns.position(of: key) else { throw Failure(.keyError, Interpreter.brief(key)) }
            try replace(base, old, with: .frame(frame.select((0..<frame.columnCount).filter { $0 != at })))
        default: throw Failure(.typeError, "'\(old.typeName)' object does not support item deletion")
        }
    }

    /// Puts the result of an `inplace=True` call back where its receiver came from; the call itself is then None.
    func rebinding(_ receiver: Node, _ operation: Operation, _ old: Value, _ arguments: Arguments, _ result: Value) throws(Failure) -> Value {
        switch operation {
        case .frame(.insert), .frame(.update), .series(.update): break
        case .frame(.pop), .series(.pop):
            let keywords: [(String, Value)] = [("labels", try arguments.require("item")), ("axis", .int(operation == .frame(.pop) ? 1 : 0))]
            try put(invoke("drop", on: old, keywords: keywords), inPlaceOf: old, receiver)
            return result
        default: guard arguments["inplace"]?.integer == 1 else { return result }
        }
        if operation == .series(.sort_values), case .series(let series) = old, isColumn(receiver) || isViewed(series) {
            throw Failure(.valueError, "This Series is a view of some other array, to sort in-place you must create a copy")
        }
        try put(result, inPlaceOf: old, receiver)
        return .none
    }

    private func isColumn(_ node: Node) -> Bool {
        switch node.kind {
        case .column: true
        case .subscripted(let owner, let key): if case .local = owner.kind, case .constant(.text) = key.kind { true } else { false }
        default: false
        }
    }

    /// A variable or a column of its frame changes; what was computed on the way does not outlive the call.
    private func put(_ new: Value, inPlaceOf old: Value, _ node: Node) throws(Failure) {
        switch node.kind {
        case .local: try replace(node, old, with: new)
        case .column(let owner, _, _), .subscripted(let owner, _), .property(let owner, _):
            if case .property(_, let attribute) = owner.kind, ["loc", "iloc"].contains(attribute.name) { throw chained }
            guard case .local = owner.kind, old.series != nil else { return }
            try replace(node, old, with: new)
        default: break
        }
    }
}
