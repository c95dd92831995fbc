/// Operations of date.
public enum DateOperation: String, OperationName {
    case len

    public static let receiver = Receiver.date
    public var operation: Operation { .date(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
