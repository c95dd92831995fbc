/// Methods of a text column: `series.str`.
public enum StrOperation: String, OperationName {
    case capitalize
    case casefold
    case cat
    case center
    case contains
    case count
    case endswith
    case extract
    case extractall
    case find
    case findall
    case fullmatch
    case get
    case getDummies = "get_dummies"
    case index
    case isalnum
    case isalpha
    case isdecimal
    case isdigit
    case islower
    case isnumeric
    case isspace
    case istitle
    case isupper
    case join
    case len
    case ljust
    case lower
    case lstrip
    case match
    case pad
    case partition
    case removeprefix
    case removesuffix
    case `repeat`
    case replace
    case rfind
    case rindex
    case rjust
    case rpartition
    case rsplit
    case rstrip
    case slice
    case sliceReplace = "slice_replace"
    case split
    case startswith
    case strip
    case swapcase
    case title
    case translate
    case upper
    case zfill

    public static let receiver = Receiver.str
    public var operation: Operation { .str(self) }

    public static let entries: [Entry<Self>] = [
        Entry(.capitalize, "", .seriesOfText, nulls: .propagate, "The first character of each text in title case, the rest in lower case."),
        Entry(.casefold, "", .seriesOfText, nulls: .propagate, "Each text for comparisons that ignore case."),
        Entry(.cat, "others=None, sep=None, na_rep=None, join='left'", .dynamic, nulls: .skip, "All texts put together, or each with its neighbours in other columns."),
        Entry(.center, "width, fillchar=' '", .seriesOfText, nulls: .propagate, "Each text in the middle of a wider one."),
        Entry(.contains, "pat, case=True, flags=0, na=None, regex=True", .seriesOfBool, nulls: .propagate, "Whether a pattern occurs in each text."),
        Entry(.count, "pat, flags=0", .seriesOfInt, nulls: .propagate, "How often a pattern occurs in each text."),
        Entry(.endswith, "pat, na=None", .seriesOfBool, nulls: .propagate, "Whether each text ends with a part, or with one of a tuple of parts."),
        Entry(.extract, "pat, flags=0, expand=True", .dynamic, nulls: .propagate, "The groups of a pattern's first match in each text."),
        Entry(.extractall, "pat, flags=0", .frame, nulls: .skip, "The groups of all matches, a row each."),
        Entry(.find, "sub, start=0, end=None", .seriesOfInt, nulls: .propagate, "The first place of a part in each text, or -1."),
        Entry(.findall, "pat, flags=0", .series, nulls: .propagate, "The list of all matches in each text."),
        Entry(.fullmatch, "pat, case=True, flags=0, na=None", .seriesOfBool, nulls: .propagate, "Whether a pattern matches all of each text."),
        Entry(.get, "i", .series, nulls: .propagate, "One item of each text, list, tuple or dict."),
        Entry(.getDummies, "sep='|'", .frame, nulls: .skip, "One column of flags for each part between separators."),
        Entry(.index, "sub, start=0, end=None", .seriesOfInt, nulls: .propagate, "The first place of a part in each text; it must be in all."),
        Entry(.isalnum, "", .seriesOfBool, nulls: .propagate, "Whether all characters of each text are letters or digits."),
        Entry(.isalpha, "", .seriesOfBool, nulls: .propagate, "Whether all characters of each text are letters."),
        Entry(.isdecimal, "", .seriesOfBool, nulls: .propagate, "Whether all characters of each text are decimal digits."),
        Entry(.isdigit, "", .seriesOfBool, nulls: .propagate, "Whether all characters of each text are digits."),
        Entry(.islower, "", .seriesOfBool, nulls: .propagate, "Whether all letters of each text are small."),
        Entry(.isnumeric, "", .seriesOfBool, nulls: .propagate, "Whether all characters of each text are numeric."),
        Entry(.isspace, "", .seriesOfBool, nulls: .propagate, "Whether all characters of each text are blanks."),
        Entry(.istitle, "", .seriesOfBool, nulls: .propagate, "Whether words of each text start with capitals."),
        Entry(.isupper, "", .seriesOfBool, nulls: .propagate, "Whether all letters of each text are capitals."),
        Entry(.join, "sep", .seriesOfText, nulls: .propagate, "The items of each list put together."),
        Entry(.len, "", .seriesOfInt, nulls: .propagate, "The length of each text, list, tuple or dict."),
        Entry(.ljust, "width, fillchar=' '", .seriesOfText, nulls: .propagate, "Each text at the left of a wider one."),
        Entry(.lower, "", .seriesOfText, nulls: .propagate, "Each text in small letters."),
        Entry(.lstrip, "to_strip=None", .seriesOfText, nulls: .propagate, "Each text without blanks at the left."),
        Entry(.match, "pat, case=True, flags=0, na=None", .seriesOfBool, nulls: .propagate, "Whether a pattern matches the start of each text."),
        Entry(.pad, "width, side='left', fillchar=' '", .seriesOfText, nulls: .propagate, "Each text filled up to a width."),
        Entry(.partition, "sep=' ', expand=True", .dynamic, nulls: .propagate, "Each text before, at and after the first separator."),
        Entry(.removeprefix, "prefix", .seriesOfText, nulls: .propagate, "Each text without a prefix."),
        Entry(.removesuffix, "suffix", .seriesOfText, nulls: .propagate, "Each text without a suffix."),
        Entry(.repeat, "repeats", .seriesOfText, nulls: .propagate, "Each text several times over."),
        Entry(.replace, "pat, repl, n=-1, case=None, flags=0, regex=False", .seriesOfText, nulls: .propagate, "Each text with a part, or what matches a pattern, replaced."),
        Entry(.rfind, "sub, start=0, end=None", .seriesOfInt, nulls: .propagate, "The last place of a part in each text, or -1."),
        Entry(.rindex, "sub, start=0, end=None", .seriesOfInt, nulls: .propagate, "The last place of a part in each text; it must be in all."),
        Entry(.rjust, "width, fillchar=' '", .seriesOfText, nulls: .propagate, "Each text at the right of a wider one."),
        Entry(.rpartition, "sep=' ', expand=True", .dynamic, nulls: .propagate, "Each text before, at and after the last separator."),
        Entry(.rsplit, "pat=None, *, n=-1, expand=False", .dynamic, nulls: .propagate, "The parts of each text, counted from the right."),
        Entry(.rstrip, "to_strip=None", .seriesOfText, nulls: .propagate, "Each text without blanks at the right."),
        Entry(.slice, "start=None, stop=None, step=None", .series, nulls: .propagate, "A slice of each text or list."),
        Entry(.sliceReplace, "start=None, stop=None, repl=None", .seriesOfText, nulls: .propagate, "Each text with a slice replaced."),
        Entry(.split, "pat=None, *, n=-1, expand=False, regex=None", .dynamic, nulls: .propagate, "The parts of each text between separators."),
        Entry(.startswith, "pat, na=None", .seriesOfBool, nulls: .propagate, "Whether each text starts with a part, or with one of a tuple of parts."),
        Entry(.strip, "to_strip=None", .seriesOfText, nulls: .propagate, "Each text without blanks at both ends."),
        Entry(.swapcase, "", .seriesOfText, nulls: .propagate, "Small letters for capitals and capitals for small letters."),
        Entry(.title, "", .seriesOfText, nulls: .propagate, "Each text's words with capitals."),
        Entry(.translate, "table", .seriesOfText, nulls: .propagate, "Characters of each text replaced by a table."),
        Entry(.upper, "", .seriesOfText, nulls: .propagate, "Each text in capitals."),
        Entry(.zfill, "width", .seriesOfText, nulls: .propagate, "Zeros in front of each text up to a width."),
    ]

    public static let outside: [String] = [
        "decode", "encode", "normalize", "wrap",
    ]
}
