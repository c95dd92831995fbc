/// Methods of Python's `set`.
public enum SetOperation: String, OperationName {
    case add
    case clear
    case copy
    case difference
    case differenceUpdate = "difference_update"
    case discard
    case intersection
    case intersectionUpdate = "intersection_update"
    case isdisjoint
    case issubset
    case issuperset
    case remove
    case symmetricDifference = "symmetric_difference"
    case symmetricDifferenceUpdate = "symmetric_difference_update"
    case union
    case update

    public static let receiver = Receiver.set
    public var operation: Operation { .set(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.add, "object, /", .none, "Adds an item."),
        Entry(.clear, "", .none, "Takes all items out."),
        Entry(.copy, "", .set, "A set of the same items."),
        Entry(.difference, "*others", .set, "The items that no other holds."),
        Entry(.differenceUpdate, "*others", .none, "Takes the others' items out."),
        Entry(.discard, "object, /", .none, "Takes an item out if it is there."),
        Entry(.intersection, "*others", .set, "The items that all hold."),
        Entry(.intersectionUpdate, "*others", .none, "Keeps the items that all hold."),
        Entry(.isdisjoint, "other, /", .bool, "Whether no item is in both."),
        Entry(.issubset, "other, /", .bool, "Whether the other holds every item."),
        Entry(.issuperset, "other, /", .bool, "Whether it holds every item of the other."),
        Entry(.remove, "object, /", .none, "Takes an item out; it must be there."),
        Entry(.symmetricDifference, "other, /", .set, "The items that exactly one holds."),
        Entry(.symmetricDifferenceUpdate, "other, /", .none, "Keeps the items that exactly one holds."),
        Entry(.union, "*others", .set, "The items that any holds."),
        Entry(.update, "*others", .none, "Adds the others' items."),
    ]

    public static let outside: [String] = [
        "pop",
    ]
}
