/// Operations of groupBy.
public enum GroupByOperation: String, OperationName {
    case len

    public static let receiver = Receiver.groupBy
    public var operation: Operation { .groupBy(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
