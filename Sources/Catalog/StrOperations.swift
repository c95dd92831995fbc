/// Operations of str.
public enum StrOperation: String, OperationName {
    case len

    public static let receiver = Receiver.str
    public var operation: Operation { .str(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
