/// Operations of numpy.
public enum NumpyOperation: String, OperationName {
    case len

    public static let receiver = Receiver.numpy
    public var operation: Operation { .numpy(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.len, "", .int, "Placeholder row until the room is filled.")
    ]

    public static let outside: [String] = []
}
