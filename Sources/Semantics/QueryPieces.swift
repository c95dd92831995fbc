import Plan
import Syntax

/// A part of a query string as ordinary code, with what pandas' evaluator knows of it.
struct QueryPiece {
    /// What pandas tells operands apart by.
    enum Kind { case unknown, object, datetime, list, text, scalar, other }

    let expression: Expression
    let kind: Kind
    /// Whether pandas has the value while it reads on, so that a method can be asked of it; nil where only the data tell.
    let isTerm: Bool?

    init(_ expression: Expression, _ kind: Kind, isTerm: Bool? = true) {
        self.expression = expression
        self.kind = kind
        self.isTerm = isTerm
    }

    var isConstant: Bool {
        switch kind {
        case .list, .text, .scalar: true
        case .unknown, .object, .datetime, .other: false
        }
    }

    /// Whether the value is known after `self symbol other`: objects and dates are compared at once, the rest at the end.
    func isKnown(beside other: QueryPiece) -> Bool? {
        if kind == .object || other.kind == .object || kind == .datetime || other.kind == .datetime { return true }
        return kind == .unknown || other.kind == .unknown ? nil : false
    }
}

extension QueryPiece.Kind {
    init(_ element: StaticType.Element) {
        switch element {
        case .text, .object: self = .object
        case .timestamp: self = .datetime
        case .unknown: self = .unknown
        case .bool, .int, .float, .timedelta: self = .other
        }
    }

    init(_ type: StaticType) {
        switch type {
        case .series(let element), .index(let element), .array(let element): self = Self(element)
        case .list: self = .list
        case .text: self = .text
        case .none, .bool, .int, .float: self = .scalar
        case .dynamic: self = .unknown
        case .timestamp, .timedelta, .date, .frame, .groupBy, .tuple, .set, .dict, .function, .type, .slice, .accessor, .module: self = .other
        }
    }
}
