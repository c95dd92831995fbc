/// Operations of frame.
public enum FrameOperation: String, OperationName {
    case len, insert, update

    public static let receiver = Receiver.frame
    public var operation: Operation { .frame(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled."),
        Entry(.insert, "loc, column, value, allow_duplicates=False", .none, "Puts a column at a position."),
        Entry(.update, "other", .none, "Replaces cells by another frame's."),
    ]

    public static let outside: [String] = []
}
