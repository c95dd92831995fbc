/// Operations of list.
public enum ListOperation: String, OperationName {
    case len

    public static let receiver = Receiver.list
    public var operation: Operation { .list(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
