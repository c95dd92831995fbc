import Catalog
import Plan
import Values

extension StaticType {
    /// What operations can be asked of the type; nil where only the data can tell, or nothing can.
    var receiver: Receiver? {
        switch self {
        case .series: .series
        case .frame: .frame
        case .groupBy: .groupBy
        case .index: .index
        case .array: .array
        case .text: .text
        case .list: .list
        case .tuple: .tuple
        case .set: .set
        case .dict: .dict
        case .bool, .int, .float: .number
        case .timestamp: .timestamp
        case .timedelta: .timedelta
        case .date: .date
        case .accessor(.str, _): .str
        case .accessor(.dt, _): .dt
        case .dynamic, .none, .function, .type, .slice, .accessor, .module: nil
        }
    }

    var isFrame: Bool { if case .frame = self { true } else { false } }

    /// Compared elementwise for sure.
    var isTabular: Bool {
        switch self {
        case .series, .frame: true
        case .dynamic, .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .groupBy, .index, .array, .list, .tuple, .set, .dict,
            .function, .type, .slice, .accessor, .module:
            false
        }
    }

    /// How a message names it.
    var label: String {
        switch self {
        case .dynamic: "a value"
        case .none: "None"
        case .bool: "bool"
        case .int: "int"
        case .float: "float"
        case .text: "text"
        case .timestamp: "Timestamp"
        case .timedelta: "Timedelta"
        case .date: "date"
        case .series(let element): "Series of \(element.label)"
        case .frame: "DataFrame"
        case .groupBy: "GroupBy"
        case .index: "Index"
        case .array: "array"
        case .list: "list"
        case .tuple: "tuple"
        case .set: "set"
        case .dict: "dict"
        case .function: "function"
        case .type: "type"
        case .slice: "slice"
        case .accessor(let kind, _): ".\(kind.rawValue)"
        case .module(let module): "module \(module.rawValue)"
        }
    }
}

extension StaticType.Element {
    var label: String {
        switch self {
        case .bool: "bool"
        case .int: "int"
        case .float: "float"
        case .text: "text"
        case .timestamp: "datetime"
        case .timedelta: "timedelta"
        case .object: "objects"
        case .unknown: "values"
        }
    }
}

extension Checker {
    /// The type that the catalogue's rule gives for an operation on a receiver.
    func resultType(_ operation: Catalog.Operation, on type: StaticType) -> StaticType {
        switch operation.facts.result {
        case .dynamic: .dynamic
        case .same: type
        case .element: element(of: type).scalar
        case .none: .none
        case .bool: .bool
        case .int: .int
        case .float: .float
        case .text: .text
        case .timestamp: .timestamp
        case .timedelta: .timedelta
        case .number: number(element(of: type))
        case .seriesOfBool: .series(.bool)
        case .seriesOfInt: .series(.int)
        case .seriesOfFloat: .series(.float)
        case .seriesOfText: .series(.object)
        case .seriesOfTimestamp: .series(.timestamp)
        case .seriesOfTimedelta: .series(.timedelta)
        case .series: .series(.unknown)
        case .frame: .frame(.unknown)
        case .index: .index(.unknown)
        case .list: .list(.dynamic)
        case .tuple: .tuple([])
        case .dict: .dict(.dynamic, .dynamic)
        case .set: .set(.dynamic)
        case .array: .array(.unknown)
        case .groupBy: .groupBy(frame(of: type))
        }
    }

    private func number(_ element: StaticType.Element) -> StaticType {
        switch element {
        case .int, .bool: .int
        case .float: .float
        case .text, .timestamp, .timedelta, .object, .unknown: .dynamic
        }
    }

    private func element(of type: StaticType) -> StaticType.Element {
        switch type {
        case .series(let element), .index(let element), .array(let element): element
        case .accessor(_, let inner): element(of: inner)
        case .dynamic, .none, .bool, .int, .float, .text, .timestamp, .timedelta, .date, .frame, .groupBy, .list, .tuple, .set, .dict, .function,
            .type, .slice, .module:
            .unknown
        }
    }

    private func frame(of type: StaticType) -> FrameType {
        if case .frame(let frame) = type { frame } else { .unknown }
    }

    func methodType(_ operation: Catalog.Operation, _ owner: Node, _ arguments: Node.Arguments) -> StaticType {
        resultType(operation, on: owner.type)
    }

    func functionType(_ operation: Catalog.Operation, _ arguments: Node.Arguments) -> StaticType {
        resultType(operation, on: arguments.positional.first?.type ?? .dynamic)
    }
}
