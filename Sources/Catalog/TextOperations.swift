/// Operations of text.
public enum TextOperation: String, OperationName {
    case len

    public static let receiver = Receiver.text
    public var operation: Operation { .text(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
