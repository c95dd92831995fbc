/// Operations of standard.
public enum StandardOperation: String, OperationName {
    case len

    public static let receiver = Receiver.standard
    public var operation: Operation { .standard(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
