/// A Python tuple, or the named tuple that `itertuples` gives.
public struct TupleValue: Sendable {
    public let items: [Value]
    /// The fields' names and the type's, for a named tuple; its fields are attributes.
    public let fields: TupleFields?

    @inlinable public init(_ items: [Value], fields: TupleFields? = nil) {
        self.items = items
        self.fields = fields
    }

    /// The field of that name, or nil.
    public func field(_ name: String) -> Value? {
        fields?.names.firstIndex(of: name).map { items[$0] }
    }
}

/// What the rows of one `itertuples` share.
public final class TupleFields: Sendable {
    public let typeName: String
    public let names: [String]

    public init(typeName: String, names: [String]) {
        self.typeName = typeName
        self.names = names
    }
}

extension TupleValue: RandomAccessCollection {
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { items.count }
    @inlinable public subscript(position: Int) -> Value { items[position] }
}
