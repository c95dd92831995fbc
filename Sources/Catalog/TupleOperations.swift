/// Operations of tuple.
public enum TupleOperation: String, OperationName {
    case len

    public static let receiver = Receiver.tuple
    public var operation: Operation { .tuple(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
