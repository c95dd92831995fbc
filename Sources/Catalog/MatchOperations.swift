/// Methods of a match of `re`.
public enum MatchOperation: String, OperationName {
    case group, groups, groupdict, start, end, span, string

    public static let receiver = Receiver.match
    public var operation: Operation { .match(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.group, "*group", .dynamic, "What the match, or a group of it, took."),
        Entry(.groups, "default=None", .tuple, "What each group took."),
        Entry(.groupdict, "default=None", .dict, "What each named group took."),
        Entry(.start, "group=0, /", .int, "Where it starts."),
        Entry(.end, "group=0, /", .int, "Where it ends."),
        Entry(.span, "group=0, /", .tuple, "Where it starts and ends."),
        Entry(.string, nil, .text, "The text that was searched."),
    ]

    public static let outside: [String] = ["endpos", "expand", "lastgroup", "lastindex", "pos", "re", "regs"]
}
