/// Methods of Python's `list`.
public enum ListOperation: String, OperationName {
    case append
    case clear
    case copy
    case count
    case extend
    case index
    case insert
    case pop
    case remove
    case reverse
    case sort

    public static let receiver = Receiver.list
    public var operation: Operation { .list(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.append, "object, /", .none, "Adds an item at the end."),
        Entry(.clear, "", .none, "Takes all items out."),
        Entry(.copy, "", .list, "A list of the same items."),
        Entry(.count, "value, /", .int, "How many items equal the value."),
        Entry(.extend, "iterable, /", .none, "Adds the items of another iterable at the end."),
        Entry(.index, "value, start=0, stop=9223372036854775807, /", .int, "The first position of an equal item."),
        Entry(.insert, "index, object, /", .none, "Puts an item before a position."),
        Entry(.pop, "index=-1, /", .dynamic, "Takes an item out and gives it."),
        Entry(.remove, "value, /", .none, "Takes the first equal item out."),
        Entry(.reverse, "", .none, "Turns the list round."),
        Entry(.sort, "*, key=None, reverse=False", .none, "Puts the items in order."),
    ]

    public static let outside: [String] = [
    ]
}
