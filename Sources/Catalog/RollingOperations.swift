/// Operations of rolling.
public enum RollingOperation: String, OperationName {
    case len

    public static let receiver = Receiver.rolling
    public var operation: Operation { .rolling(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
