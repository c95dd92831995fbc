/// Methods of a compiled pattern of `re`.
public enum PatternOperation: String, OperationName {
    case search, match, fullmatch, findall, finditer, sub, split, pattern

    public static let receiver = Receiver.pattern
    public var operation: Operation { .pattern(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.search, "string", .dynamic, "The first match, or None."),
        Entry(.match, "string", .dynamic, "The match at the start, or None."),
        Entry(.fullmatch, "string", .dynamic, "The match of the whole text, or None."),
        Entry(.findall, "string", .list, "The texts of all matches, or of their groups."),
        Entry(.finditer, "string", .dynamic, "All matches."),
        Entry(.sub, "repl, string, count=0", .text, "The text with its matches replaced."),
        Entry(.split, "string, maxsplit=0", .list, "The pieces between matches."),
        Entry(.pattern, nil, .text, "The pattern's text."),
    ]

    public static let outside: [String] = ["flags", "groupindex", "groups", "scanner", "subn"]
}
