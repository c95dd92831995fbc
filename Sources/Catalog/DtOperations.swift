/// Operations of dt.
public enum DtOperation: String, OperationName {
    case len

    public static let receiver = Receiver.dt
    public var operation: Operation { .dt(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
