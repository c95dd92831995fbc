/// Operations of set.
public enum SetOperation: String, OperationName {
    case len

    public static let receiver = Receiver.set
    public var operation: Operation { .set(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
