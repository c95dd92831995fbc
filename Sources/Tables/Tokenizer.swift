import Diagnostics
import Values

/// Finds rows and fields as pandas' C tokenizer does (`pandas/_libs/src/parser/tokenizer.c`, 2.2.3), in one pass.
///
/// A field is a slice of the file's own bytes wherever it can be. The rest is decoded in place, over its own raw form, which is
/// never shorter:
/// - a quoted field whose only peculiarity is doubled quotes goes through libcsv, which reads those exactly as pandas does;
/// - a field with backslash escapes, or with text after its closing quote, goes through `decodeAsPandas`: libcsv knows no
///   escapes, and swallows what follows `"a"b`.
///
/// Rows are not left to libcsv for three reasons: it trims blanks unless its space test is replaced, it takes an unterminated
/// quote at the end of the file for success, and it cannot say where in the file a field lies, so that every cell would be copied.
struct Tokenizer: ~Copyable {
    /// The file's bytes, or a piece of them, then one LF, so that a field's end is always found.
    let base: UnsafeMutablePointer<UInt8>
    let end: Int
    /// Where `base` lies in the file.
    private let origin: FilePlace
    /// Whether the file ends at `end`. A row that reaches the end of an earlier piece is not read.
    let isLast: Bool
    private let delimiter: UInt8
    private let quotes: Bool
    private let escapes: Bool
    /// A cell ends at its first NUL, because pandas' words are C strings.
    private let cutsAtNUL: Bool
    private let limits: Limits
    /// What each byte value is inside an unquoted field.
    private let classes: UnsafeMutablePointer<ByteClass.RawValue>
    private let quotedFields = QuotedFields()
    private(set) var position: Int
    /// Where the row that was read last begins.
    private(set) var rowStart = 0
    private var longest = 0
    /// The line of the first cell that was cut at a NUL.
    private(set) var firstCut: Int?
    /// Whether the file ends inside a quoted field or behind an escape, as far as this piece tells.
    private var endsInside = false

    enum ByteClass: UInt8 { case ordinary, delimiter, lineFeed, carriageReturn, escape }

    /// `base[end]` must be there and hold LF.
    ///
    /// - Parameters:
    ///   - start: where the first row begins; the byte before it, if any, ends the row before.
    ///   - origin: where `base` lies in the file.
    ///   - isLast: false where the file goes on behind `end`.
    init(
        base: UnsafeMutablePointer<UInt8>, start: Int = 0, end: Int, dialect: Dialect, cutsAtNUL: Bool, limits: Limits, origin: FilePlace = .start,
        isLast: Bool = true
    ) {
        self.base = base
        self.end = end
        self.origin = origin
        self.isLast = isLast
        self.cutsAtNUL = cutsAtNUL
        self.limits = limits
        delimiter = dialect.delimiter
        quotes = dialect.quotes
        escapes = dialect.escapes
        let hasBOM = start == 0 && end >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF
        position = hasBOM ? 3 : start
        classes = .allocate(capacity: 256)
        classes.initialize(repeating: ByteClass.ordinary.rawValue, count: 256)
        classes[Int(delimiter)] = ByteClass.delimiter.rawValue
        classes[0x0A] = ByteClass.lineFeed.rawValue
        classes[0x0D] = ByteClass.carriageReturn.rawValue
        if escapes { classes[0x5C] = ByteClass.escape.rawValue }
    }

    deinit { classes.deallocate() }

    private var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: end) }

    /// The line of the file (from 1) that the last row begins in.
    var rowLine: Int { line(at: rowStart) }

    /// The offset of the last row's beginning in the file.
    var rowOffset: Int { origin.offset + rowStart }

    private func line(at offset: Int) -> Int { origin.line(of: offset, in: bytes) }

    /// Reads the next row, appends at most `keeping` of its cells, and says how many fields it has; nil at the end of the file, or of
    /// its piece where the row may not be whole.
    mutating func nextRow(into cells: inout CellBuffer, keeping: Int) throws(Diagnostic) -> Int? {
        guard !isLast else { return try row(into: &cells, keeping: keeping) }
        do {
            let fields = try row(into: &cells, keeping: keeping)
            return position < end ? fields : nil
        } catch {
            guard endsInside else { throw error }
            return nil
        }
    }

    private mutating func row(into cells: inout CellBuffer, keeping: Int) throws(Diagnostic) -> Int? {
        guard try skipBlankLines() else { return nil }
        rowStart = position
        var at = position
        var fields = 0
        while true {
            let (cell, stop) = try field(at)
            if fields < keeping { cells.append(cell) }
            fields &+= 1
            // The byte at `end` is LF, so the row ends there at the latest.
            if base[stop] == delimiter {
                at = stop &+ 1
            } else {
                endRow(at: stop)
                break
            }
        }
        guard longest <= limits.cellBytes else { throw cellLimit() }
        return fields
    }

    private mutating func endRow(at stop: Int) {
        position = min(stop + 1, end)
        if base[stop] == 0x0D, position < end, base[position] == 0x0A { position += 1 }
    }

    /// Passes lines that are empty or blank; false at the end of the file.
    private mutating func skipBlankLines() throws(Diagnostic) -> Bool {
        while position < end {
            let byte = base[position]
            if byte == 0x0A || byte == 0x0D {
                endBlankLine(at: position)
            } else if byte == 0x20 || byte == 0x09 {
                guard try skipBlankLine() else { return position < end }
            } else {
                return true
            }
        }
        return false
    }

    /// Passes a line of blanks and tabs; false, and stays, where the line holds more than those.
    private mutating func skipBlankLine() throws(Diagnostic) -> Bool {
        var at = position
        while at < end, base[at] == 0x20 || base[at] == 0x09 { at += 1 }
        if at == end {
            position = end
            return true
        }
        guard base[at] == 0x0A || base[at] == 0x0D else {
            try checkBacktrack()
            return false
        }
        endBlankLine(at: at)
        return true
    }

    private mutating func endBlankLine(at stop: Int) {
        let isReturn = base[stop] == 0x0D
        position = stop + 1
        // pandas eats one byte after a blank line's CR where it is LF, and, by a slip of its own, where it is the delimiter.
        if isReturn, position < end, base[position] == 0x0A || base[position] == delimiter { position += 1 }
    }

    /// pandas goes back to the last LF when it finds that a line with leading blanks is no blank line. Behind a lone CR that
    /// makes it read earlier rows again, up to a hundred thousand times; nobody can want that answer.
    private func checkBacktrack() throws(Diagnostic) {
        guard position > 0, base[position - 1] == 0x0D || base[position - 1] == delimiter else { return }
        throw Diagnostic(
            .malformedTable, "line \(line(at: position)) begins with a blank after a lone carriage return",
            notes: ["pandas reads the rows before such a line more than once"],
            helps: ["end lines with a line feed"])
    }

    // MARK: - Fields

    /// The field that begins here, and the offset of the byte that ends it.
    @inline(__always) private mutating func field(_ start: Int) throws(Diagnostic) -> (TextColumn.Cell, Int) {
        if quotes, base[start] == 0x22, start < end { return try quotedField(start) }
        let stop = ordinaryEnd(start)
        if escapes, base[stop] == 0x5C { return try peculiarField(start) }
        return (cell(start, stop), stop)
    }

    /// The first byte that is not an ordinary one.
    @inline(__always) private func ordinaryEnd(_ start: Int) -> Int {
        var at = start
        while classes[Int(base[at])] == ByteClass.ordinary.rawValue { at &+= 1 }
        return at
    }

    @inline(__always) private mutating func cell(_ start: Int, _ stop: Int) -> TextColumn.Cell {
        if cutsAtNUL { return cutCell(start, stop) }
        longest = max(longest, stop &- start)
        return TextColumn.Cell(from: start, to: stop)
    }

    @inline(never) private mutating func cutCell(_ start: Int, _ stop: Int) -> TextColumn.Cell {
        var end = start
        while end < stop, base[end] != 0 { end += 1 }
        if end < stop, firstCut == nil { firstCut = line(at: end) }
        longest = max(longest, end - start)
        return TextColumn.Cell(from: start, to: end)
    }

    /// A field that begins with a quote.
    private mutating func quotedField(_ start: Int) throws(Diagnostic) -> (TextColumn.Cell, Int) {
        var at = start &+ 1
        var doubled = false
        while true {
            while base[at] != 0x22, !(escapes && base[at] == 0x5C), at < end { at &+= 1 }
            guard at < end else { throw unterminated(start) }
            if base[at] == 0x5C { return try peculiarField(start) }
            guard base[at &+ 1] == 0x22, at &+ 1 < end else { break }
            doubled = true
            at &+= 2
        }
        let stop = at &+ 1
        let following = ByteClass(rawValue: classes[Int(base[stop])])
        switch following {
        case .delimiter, .lineFeed, .carriageReturn:
            guard doubled else { return (cell(start &+ 1, at), stop) }
            let length = try quotedFields.decode(base + start, count: stop - start)
            return (cell(start, start + length), stop)
        case .ordinary, .escape, nil:
            return try peculiarField(start)
        }
    }

    /// A field that only pandas' own rules can read.
    @inline(never) private mutating func peculiarField(_ start: Int) throws(Diagnostic) -> (TextColumn.Cell, Int) {
        var decoder = FieldDecoder(base: base, end: end, delimiter: delimiter, quotes: quotes, escapes: escapes, start: start)
        switch decoder.run() {
        case .field(let count, let stop): return (cell(start, start + count), stop)
        case .unterminatedQuote: throw unterminated(start)
        case .danglingEscape:
            endsInside = true
            throw Diagnostic(
                .malformedTable, "line \(line(at: start)): the file ends after an escape character",
                notes: ["the field begins at byte \(origin.offset + start)"])
        }
    }

    // MARK: - Refusals

    private mutating func unterminated(_ start: Int) -> Diagnostic {
        endsInside = true
        return Diagnostic(
            .malformedTable, "line \(line(at: start)): the file ends inside a quoted field",
            notes: ["the field begins at byte \(origin.offset + start)"], helps: ["close the quote, or read the file in the dialect it was written in"])
    }

    private func cellLimit() -> Diagnostic {
        Diagnostic(
            .tableLimit, "line \(rowLine) has a cell of \(longest) bytes; the limit is \(limits.cellBytes)")
    }
}
