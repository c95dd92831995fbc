/// Methods of Python's `tuple`.
public enum TupleOperation: String, OperationName {
    case count
    case index

    public static let receiver = Receiver.tuple
    public var operation: Operation { .tuple(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.count, "value, /", .int, "How many items equal the value."),
        Entry(.index, "value, start=0, stop=9223372036854775807, /", .int, "The first position of an equal item."),
    ]

    public static let outside: [String] = [
    ]
}
