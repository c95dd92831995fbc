import Catalog
import Diagnostics
import Plan
import SQL
import Values

extension Lowerer {
    /// `receiver.name` that is not called.
    func property(_ attribute: Node.Attribute, of term: Term) throws(Failure) -> Term {
        if let kind = AccessorKind(rawValue: attribute.name), let accessor = try accessor(kind, of: term) { return accessor }
        if case .module(let module) = term, let operation = module.receiver?.operation(named: attribute.name) { return .operation(operation) }
        if let operation = term.receiver?.operation(named: attribute.name) {
            guard operation.facts.isProperty else { throw refuse("a method as a value") }
            return try perform(operation, on: term, Arguments(operation: operation, lowerer: self))
        }
        if let member = try member(attribute.name, of: term) { return member }
        throw refuse("'.\(attribute.name)' of \(term.description)")
    }

    private func member(_ name: String, of term: Term) throws(Failure) -> Term? {
        switch term {
        case .frame(let frame) where !frame.positions(of: .text(name)).isEmpty: return try column(frame, .text(name))
        case .record(let record) where record.labels.contains(.text(name)): return try subscripted(term, by: .cell(.text(Text(name))))
        case .groups: return try subscripted(term, by: .cell(.text(Text(name))))
        default: return nil
        }
    }

    private func accessor(_ kind: AccessorKind, of term: Term) throws(Failure) -> Term? {
        switch (kind, term) {
        case (.loc, .series), (.iloc, .series), (.at, .series), (.iat, .series), (.loc, .frame), (.iloc, .frame), (.at, .frame), (.iat, .frame):
            return .accessor(kind, term)
        case (.str, .series(let series)):
            guard series.cell.type.kind != .bool || series.cell.type.isNumpy else { throw refuse("'.str' of a column of objects") }
            guard series.cell.type.kind == .text || series.cell.type.kind == .list else {
                throw reached(Failure(.attributeError, "can only use .str accessor with string values"))
            }
            return .accessor(kind, term)
        case (.dt, .series(let series)) where series.cell.type.kind == .timestamp: return .accessor(kind, term)
        case (.str, .items(let items)) where items.kind == .index && items.cell.type.kind == .text: return .accessor(kind, term)
        default: return nil
        }
    }

    /// `receiver.name(…)`
    func method(_ receiver: Term, _ attribute: Node.Attribute, _ arguments: Node.Arguments) throws(Failure) -> Term {
        guard let operation = receiver.receiver?.operation(named: attribute.name), !operation.facts.isProperty else {
            throw refuse("'.\(attribute.name)()' of \(receiver.description)")
        }
        return try perform(operation, on: receiver, self.arguments(arguments, for: operation))
    }

    /// A builtin or a module's function.
    func function(_ operation: Operation, _ arguments: Node.Arguments) throws(Failure) -> Term {
        try perform(operation, on: .none, self.arguments(arguments, for: operation))
    }

    func perform(_ operation: Operation, on receiver: Term, _ arguments: Arguments) throws(Failure) -> Term {
        switch (operation, receiver) {
        case (.series(let name), .series(let series)):
            try arguments.requireRowAxis()
            return try seriesRules.lower(name, series, arguments)
        case (.frame(let name), .frame(let frame)): return try frameRules.lower(name, frame, arguments)
        case (.groupBy(let name), .groups(let groups)): return try groupByRules.lower(name, groups, arguments)
        case (.index(let name), .items(let items)): return try indexRules.lower(name, items, arguments)
        case (.array(let name), .items(let items)): return try arrayRules.lower(name, items, arguments)
        case (.list(let name), .items(let items)): return try listRules.lower(name, items, arguments)
        case (.str(let name), .accessor(.str, .series(let series))):
            guard series.cell.type.kind != .bool || series.cell.type.isNumpy else { throw refuse("'.str' of a column of objects") }
            guard series.cell.type.kind == .text || name == .get || name == .len else { throw refuse("'\(name.rawValue)' of lists") }
            return try strRules.lower(name, series, arguments)
        case (.dt(let name), .accessor(.dt, .series(let series))): return try dtRules.lower(name, series, arguments)
        case (.timestamp(let name), .cell(let cell)): return try timestampRules.lower(name, cell, arguments)
        case (.text(let name), .cell(let cell)): return try textRules.lower(name, cell, arguments)
        case (.number(let name), .cell(let cell)): return try numberRules.lower(name, cell, arguments)
        case (.builtin(let name), _): return try builtinRules.lower(name, (), arguments)
        case (.pandas(let name), _): return try pandasRules.lower(name, (), arguments)
        default: throw refuse("'\(operation.name)' of \(operation.receiver.label)")
        }
    }
}

extension Term {
    /// What operations can be asked of it.
    var receiver: Receiver? {
        switch self {
        case .series: .series
        case .frame: .frame
        case .groups: .groupBy
        case .items(let items): items.receiver
        case .record: .series
        case .display(.list, _): .list
        case .display(.tuple, _): .tuple
        case .display(.set, _): .set
        case .display(.index, _): .index
        case .cell(let cell): cell.receiver
        case .accessor(.str, _): .str
        case .accessor(.dt, _): .dt
        case .module(let module): module.receiver
        case .none, .choice, .slice, .accessor, .operation, .lambda, .type: nil
        }
    }
}

extension ItemsTerm {
    var receiver: Receiver? {
        switch kind {
        case .list: .list
        case .array: .array
        case .set: .set
        case .index: .index
        case .iterator: nil
        }
    }
}

extension Cell {
    var receiver: Receiver {
        switch type.kind {
        case .text: .text
        case .bool, .int, .float: .number
        case .timestamp: .timestamp
        case .timedelta: .timedelta
        case .list: .list
        }
    }
}

extension Module {
    var receiver: Receiver? {
        switch self {
        case .pandas: .pandas
        case .numpy: .numpy
        case .math, .re, .datetime, .types: nil
        }
    }
}
