/// Methods of Python's `str`.
public enum TextOperation: String, OperationName {
    case capitalize
    case casefold
    case center
    case count
    case endswith
    case expandtabs
    case find
    case index
    case isalnum
    case isalpha
    case isascii
    case isdecimal
    case isdigit
    case isidentifier
    case islower
    case isnumeric
    case isprintable
    case isspace
    case istitle
    case isupper
    case join
    case ljust
    case lower
    case lstrip
    case maketrans
    case partition
    case removeprefix
    case removesuffix
    case replace
    case rfind
    case rindex
    case rjust
    case rpartition
    case rsplit
    case rstrip
    case split
    case splitlines
    case startswith
    case strip
    case swapcase
    case title
    case translate
    case upper
    case zfill

    public static let receiver = Receiver.text
    public var operation: Operation { .text(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.capitalize, "", .text, "The first character in title case, the rest in lower case."),
        Entry(.casefold, "", .text, "The text for comparisons that ignore case."),
        Entry(.center, "width, fillchar=' ', /", .text, "The text in the middle of a wider one."),
        Entry(.count, "sub, start=None, end=None, /", .int, "How often a part occurs without overlap."),
        Entry(.endswith, "suffix, start=None, end=None, /", .bool, "Whether it ends with a part, or with one of a tuple of parts."),
        Entry(.expandtabs, "tabsize=8", .text, "Tabs as blanks."),
        Entry(.find, "sub, start=None, end=None, /", .int, "The first place of a part, or -1."),
        Entry(.index, "sub, start=None, end=None, /", .int, "The first place of a part, which must be there."),
        Entry(.isalnum, "", .bool, "Whether all characters are letters or digits."),
        Entry(.isalpha, "", .bool, "Whether all characters are letters."),
        Entry(.isascii, "", .bool, "Whether all characters are ASCII."),
        Entry(.isdecimal, "", .bool, "Whether all characters are decimal digits."),
        Entry(.isdigit, "", .bool, "Whether all characters are digits."),
        Entry(.isidentifier, "", .bool, "Whether it could be a name."),
        Entry(.islower, "", .bool, "Whether all letters are small."),
        Entry(.isnumeric, "", .bool, "Whether all characters are numeric."),
        Entry(.isprintable, "", .bool, "Whether all characters can be printed."),
        Entry(.isspace, "", .bool, "Whether all characters are blanks."),
        Entry(.istitle, "", .bool, "Whether words start with capitals."),
        Entry(.isupper, "", .bool, "Whether all letters are capitals."),
        Entry(.join, "iterable, /", .text, "Texts put together with this one between them."),
        Entry(.ljust, "width, fillchar=' ', /", .text, "The text at the left of a wider one."),
        Entry(.lower, "", .text, "The text in small letters."),
        Entry(.lstrip, "chars=None, /", .text, "The text without blanks at the left."),
        Entry(.maketrans, "x, y=None, z=None, /", .dict, "A table for `translate`."),
        Entry(.partition, "sep, /", .tuple, "What is before the first separator, the separator, what is after it."),
        Entry(.removeprefix, "prefix, /", .text, "The text without a prefix."),
        Entry(.removesuffix, "suffix, /", .text, "The text without a suffix."),
        Entry(.replace, "old, new, count=-1, /", .text, "The text with one part replaced by another."),
        Entry(.rfind, "sub, start=None, end=None, /", .int, "The last place of a part, or -1."),
        Entry(.rindex, "sub, start=None, end=None, /", .int, "The last place of a part, which must be there."),
        Entry(.rjust, "width, fillchar=' ', /", .text, "The text at the right of a wider one."),
        Entry(.rpartition, "sep, /", .tuple, "What is before the last separator, the separator, what is after it."),
        Entry(.rsplit, "sep=None, maxsplit=-1", .list, "The parts between separators, counted from the right."),
        Entry(.rstrip, "chars=None, /", .text, "The text without blanks at the right."),
        Entry(.split, "sep=None, maxsplit=-1", .list, "The parts between separators, or between blanks."),
        Entry(.splitlines, "keepends=False", .list, "The lines."),
        Entry(.startswith, "prefix, start=None, end=None, /", .bool, "Whether it starts with a part, or with one of a tuple of parts."),
        Entry(.strip, "chars=None, /", .text, "The text without blanks at both ends."),
        Entry(.swapcase, "", .text, "Small letters for capitals and capitals for small letters."),
        Entry(.title, "", .text, "Words with capitals."),
        Entry(.translate, "table, /", .text, "Characters replaced by a table."),
        Entry(.upper, "", .text, "The text in capitals."),
        Entry(.zfill, "width, /", .text, "Zeros in front up to a width."),
    ]

    public static let outside: [String] = [
        "encode", "format", "format_map",
    ]
}
