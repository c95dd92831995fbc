import Diagnostics
import Values

/// How values are printed; the defaults are those of pandas in a plain Python process whose output is 80 columns wide.
public struct DisplayOptions: Sendable {
    /// Columns of the output; frames that are wider lose columns in their middle.
    public let width: Int
    /// A series or frame of more rows shows `edgeRows` at either end.
    public let maximumRows: Int
    public let edgeRows: Int
    /// Bytes of text after which printing gives up.
    public var limit: Int
    /// Containers inside one another.
    public var depth: Int
    /// Whether the text is shown; where a query goes on with it, a set of several items has none, since Python leaves their order open.
    public var isForPeople = true

    public init(width: Int = 80, maximumRows: Int = 60, edgeRows: Int = 5, limit: Int = 16 << 20, depth: Int = 64) {
        self.width = max(width, 1)
        // Two rows are the least that can be cut; the ends never overlap.
        self.maximumRows = max(maximumRows, 2)
        self.edgeRows = max(1, min(edgeRows, self.maximumRows / 2))
        self.limit = limit
        self.depth = depth
    }

    public static let standard = DisplayOptions()

    /// `str(value)` inside a query.
    public static let read = {
        var options = DisplayOptions()
        options.isForPeople = false
        return options
    }()
}

/// The text that Python's `print(value)` writes, without the last newline.
///
///     try display(.list([.int(1), .string("a")]))     // [1, 'a']
///
/// Throws `outputLimit` or `depthLimit`. Text from cells is given as it is: pass it through `visible` for a terminal.
public func display(_ value: Value, options: DisplayOptions = .standard) throws(Failure) -> String {
    var printer = Printer(options)
    return try printer.str(value)
}

/// What is shared while one value is printed: the options, and how much may still be written.
struct Printer {
    let options: DisplayOptions
    private var remaining: Int
    /// The containers being printed, so that one inside itself ends.
    private var open: [ObjectIdentifier?] = []

    init(_ options: DisplayOptions) {
        self.options = options
        remaining = options.limit
    }

    /// Takes note of text about to be written.
    mutating func charge(_ bytes: Int) throws(Failure) {
        remaining -= bytes
        guard remaining >= 0 else {
            throw Failure(.outputLimit, "the value's text is longer than the limit of \(options.limit) bytes")
        }
    }

    mutating func charged(_ text: String) throws(Failure) -> String {
        try charge(text.utf8.count + 1)
        return text
    }

    /// False where the container is already being printed: Python then writes `[...]`.
    mutating func enter(_ container: AnyObject?) throws(Failure) -> Bool {
        let id = container.map(ObjectIdentifier.init)
        if let id, open.contains(id) { return false }
        try push(id)
        return true
    }

    /// One level deeper, for values that cannot hold themselves but can hold a list that does.
    mutating func nested(_ body: (inout Printer) throws(Failure) -> String) throws(Failure) -> String {
        try push(nil)
        defer { leave() }
        return try body(&self)
    }

    private mutating func push(_ id: ObjectIdentifier?) throws(Failure) {
        guard open.count < options.depth else { throw Failure(.depthLimit, "values are nested more than \(options.depth) deep") }
        open.append(id)
    }

    mutating func leave() { open.removeLast() }
}
