/// Operations of dict.
public enum DictOperation: String, OperationName {
    case len

    public static let receiver = Receiver.dict
    public var operation: Operation { .dict(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
