/// pandas' field rules one byte at a time, for the fields that neither a slice nor libcsv can give: escapes, and text after a
/// closing quote. It writes over what it has read, and never faster than it reads.
struct FieldDecoder {
    enum Outcome {
        /// The decoded bytes' count, from the field's start, and the offset of the byte that ends the field.
        case field(count: Int, stop: Int)
        case unterminatedQuote
        case danglingEscape
    }

    private enum State { case start, unquoted, quoted, afterQuote }

    let base: UnsafeMutablePointer<UInt8>
    let end: Int
    let delimiter: UInt8
    let quotes: Bool
    let escapes: Bool
    let start: Int

    private var read: Int
    private var written: Int
    private var state = State.start

    init(base: UnsafeMutablePointer<UInt8>, end: Int, delimiter: UInt8, quotes: Bool, escapes: Bool, start: Int) {
        self.base = base
        self.end = end
        self.delimiter = delimiter
        self.quotes = quotes
        self.escapes = escapes
        self.start = start
        read = start
        written = start
    }

    mutating func run() -> Outcome {
        while read < end {
            let byte = base[read]
            if escapes, byte == 0x5C, state != .afterQuote {
                guard takeEscaped() else { return state == .quoted ? .unterminatedQuote : .danglingEscape }
                continue
            }
            switch state {
            case .start:
                if quotes, byte == 0x22 {
                    state = .quoted
                    read += 1
                } else {
                    state = .unquoted
                }
            case .unquoted:
                if endsField(byte) { return finish() }
                take(byte)
            case .quoted:
                if byte == 0x22 {
                    state = .afterQuote
                    read += 1
                } else {
                    take(byte)
                }
            case .afterQuote:
                if byte == 0x22 {
                    take(byte)
                    state = .quoted
                } else if endsField(byte) {
                    return finish()
                } else {
                    take(byte)
                    state = .unquoted
                }
            }
        }
        return state == .quoted ? .unterminatedQuote : finish()
    }

    /// The byte after a backslash stands for itself; false at the end of the file.
    private mutating func takeEscaped() -> Bool {
        guard read + 1 < end else { return false }
        if state == .start { state = .unquoted }
        read += 1
        take(base[read])
        return true
    }

    private mutating func take(_ byte: UInt8) {
        base[written] = byte
        written += 1
        read += 1
    }

    private func endsField(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

    /// What is left of the raw form becomes NULs, so that no line end in it is counted twice.
    private func finish() -> Outcome {
        for at in written..<read { base[at] = 0 }
        return .field(count: written - start, stop: read)
    }
}
