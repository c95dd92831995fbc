/// Operations of frame.
public enum FrameOperation: String, OperationName {
    case len

    public static let receiver = Receiver.frame
    public var operation: Operation { .frame(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
