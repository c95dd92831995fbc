/// Operations of pandas.
public enum PandasOperation: String, OperationName {
    case len

    public static let receiver = Receiver.pandas
    public var operation: Operation { .pandas(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
