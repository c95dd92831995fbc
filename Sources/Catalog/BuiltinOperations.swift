/// Python's builtin functions; the types among them (`int`, `str` …) are values of their own.
public enum BuiltinOperation: String, OperationName {
    case abs
    case all
    case `any`
    case enumerate
    case filter
    case isinstance
    case len
    case map
    case max
    case min
    case print
    case reversed
    case round
    case sorted
    case sum
    case type
    case zip

    public static let receiver = Receiver.builtin
    public var operation: Operation { .builtin(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.abs, "number, /", .dynamic, nulls: .propagate, "The magnitude of a number, or of every cell of a column."),
        Entry(.all, "iterable, /", .bool, "Whether every item is true."),
        Entry(.any, "iterable, /", .bool, "Whether some item is true."),
        Entry(.enumerate, "iterable, start=0", .dynamic, "Pairs of a counter and an item."),
        Entry(.filter, "function, iterable, /", .dynamic, "The items that the function holds for; None keeps those that are true."),
        Entry(.isinstance, "object, classinfo, /", .bool, "Whether a value is of a type, or of one of a tuple of types."),
        Entry(.len, "object, /", .int, nulls: .count, "How many items, characters or rows."),
        Entry(.map, "function, /, *iterables", .dynamic, "The function's results over the items."),
        Entry(.max, "*values, key=None, default=None", .dynamic, "The largest item, compared one by one as Python does."),
        Entry(.min, "*values, key=None, default=None", .dynamic, "The smallest item, compared one by one as Python does."),
        Entry(.print, "*values, sep=' ', end=None, file!, flush=False", .none, "Nothing: its value is None."),
        Entry(.reversed, "sequence, /", .dynamic, "The items from the last to the first."),
        Entry(.round, "number, ndigits=None", .dynamic, nulls: .propagate, "A number rounded half to even, or a column with every cell rounded."),
        Entry(.sorted, "iterable, /, *, key=None, reverse=False", .list, "A list of the items in order."),
        Entry(.sum, "iterable, /, start=0", .dynamic, "The items added up from the left."),
        Entry(.type, "object, /", .dynamic, "The type of a value."),
        Entry(.zip, "*iterables, strict=False", .dynamic, "Tuples of the items at one position, as long as the shortest."),
    ]

    public static let outside: [String] = [
    ]
}
