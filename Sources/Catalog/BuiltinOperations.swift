/// Operations of builtin.
public enum BuiltinOperation: String, OperationName {
    case len

    public static let receiver = Receiver.builtin
    public var operation: Operation { .builtin(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
