/// Methods of Python's `dict`.
public enum DictOperation: String, OperationName {
    case clear
    case copy
    case fromkeys
    case get
    case items
    case keys
    case pop
    case popitem
    case setdefault
    case update
    case values

    public static let receiver = Receiver.dict
    public var operation: Operation { .dict(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.clear, "", .none, "Takes all pairs out."),
        Entry(.copy, "", .dict, "A dict of the same pairs."),
        Entry(.fromkeys, "iterable, value=None, /", .dict, "A dict of keys that share one value."),
        Entry(.get, "key, default=None, /", .dynamic, "The value under a key, or the default."),
        Entry(.items, "", .dynamic, "The pairs of key and value."),
        Entry(.keys, "", .dynamic, "The keys."),
        Entry(.pop, "key, default=None, /", .dynamic, "Takes a key out and gives its value."),
        Entry(.popitem, "", .tuple, "Takes the last pair out."),
        Entry(.setdefault, "key, default=None, /", .dynamic, "The value under a key, put there if it is absent."),
        Entry(.update, "other=None, /, **pairs", .none, "Puts another's pairs in."),
        Entry(.values, "", .dynamic, "The values."),
    ]

    public static let outside: [String] = [
    ]
}
