/// Operations of index.
public enum IndexOperation: String, OperationName {
    case len

    public static let receiver = Receiver.index
    public var operation: Operation { .index(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
