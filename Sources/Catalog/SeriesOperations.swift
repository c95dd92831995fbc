/// Operations of series.
public enum SeriesOperation: String, OperationName {
    case len

    public static let receiver = Receiver.series
    public var operation: Operation { .series(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
