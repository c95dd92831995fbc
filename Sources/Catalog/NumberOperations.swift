/// Operations of number.
public enum NumberOperation: String, OperationName {
    case len

    public static let receiver = Receiver.number
    public var operation: Operation { .number(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
