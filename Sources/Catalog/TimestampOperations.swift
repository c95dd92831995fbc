/// Operations of timestamp.
public enum TimestampOperation: String, OperationName {
    case len

    public static let receiver = Receiver.timestamp
    public var operation: Operation { .timestamp(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
