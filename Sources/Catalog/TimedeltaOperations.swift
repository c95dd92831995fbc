/// Operations of timedelta.
public enum TimedeltaOperation: String, OperationName {
    case len

    public static let receiver = Receiver.timedelta
    public var operation: Operation { .timedelta(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
