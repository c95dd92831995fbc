/// Operations of array.
public enum ArrayOperation: String, OperationName {
    case len

    public static let receiver = Receiver.array
    public var operation: Operation { .array(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
