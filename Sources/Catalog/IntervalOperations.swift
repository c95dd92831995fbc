/// Properties of a pandas `Interval`.
public enum IntervalOperation: String, OperationName {
    case left, right, mid, length, closed

    public static let receiver = Receiver.interval
    public var operation: Operation { .interval(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.left, nil, .dynamic, "The lower end."),
        Entry(.right, nil, .dynamic, "The upper end."),
        Entry(.mid, nil, .float, "The middle."),
        Entry(.length, nil, .dynamic, "The distance between the ends."),
        Entry(.closed, nil, .text, "Which end belongs to it."),
    ]

    public static let outside: [String] = ["closed_left", "closed_right", "is_empty", "open_left", "open_right", "overlaps"]
}
