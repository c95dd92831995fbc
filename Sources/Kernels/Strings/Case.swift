import Values

/// `lower`, `upper`, `title`, `capitalize`, `swapcase`, `casefold`: each writes into a builder, for columns, or gives a text.
extension Text {
    public func lower() -> Text { changed(byte: ASCII.lower) { $0.lower(into: &$1) } }
    public func upper() -> Text { changed(byte: ASCII.upper) { $0.upper(into: &$1) } }
    public func casefold() -> Text { changed(byte: ASCII.lower) { $0.casefold(into: &$1) } }
    public func title() -> Text { Text.written(bytes: Int(count)) { title(into: &$0) } }
    public func capitalize() -> Text { Text.written(bytes: Int(count)) { capitalize(into: &$0) } }
    public func swapcase() -> Text { Text.written(bytes: Int(count)) { swapcase(into: &$0) } }

    public func lower(into out: inout TextBuilder) {
        withBytes { bytes in
            if bytes.isASCII { return bytes.append(to: &out, mapping: ASCII.lower) }
            bytes.forEachScalar { scalar, at in bytes.appendLower(scalar, at: at, to: &out) }
        }
    }

    public func upper(into out: inout TextBuilder) {
        withBytes { bytes in
            if bytes.isASCII { return bytes.append(to: &out, mapping: ASCII.upper) }
            bytes.forEachScalar { scalar, _ in out.append(Unicode14.upper(scalar)) }
        }
    }

    public func casefold(into out: inout TextBuilder) {
        withBytes { bytes in
            if bytes.isASCII { return bytes.append(to: &out, mapping: ASCII.lower) }
            bytes.forEachScalar { scalar, _ in out.append(Unicode14.fold(scalar)) }
        }
    }

    /// A letter after a cased one is small, any other letter a title capital.
    public func title(into out: inout TextBuilder) {
        withBytes { bytes in
            var inWord = false
            bytes.forEachScalar { scalar, at in
                if inWord { bytes.appendLower(scalar, at: at, to: &out) } else { out.appendTitle(scalar) }
                inWord = Unicode14.isCased(scalar)
            }
        }
    }

    /// The first code point in title case, the rest in lower case.
    public func capitalize(into out: inout TextBuilder) {
        withBytes { bytes in
            bytes.forEachScalar { scalar, at in
                if at == 0 { out.appendTitle(scalar) } else { bytes.appendLower(scalar, at: at, to: &out) }
            }
        }
    }

    public func swapcase(into out: inout TextBuilder) {
        withBytes { bytes in
            bytes.forEachScalar { scalar, at in
                if Unicode14.isUpper(scalar) {
                    bytes.appendLower(scalar, at: at, to: &out)
                } else if Unicode14.isLower(scalar) {
                    out.append(Unicode14.upper(scalar))
                } else {
                    out.append(scalar)
                }
            }
        }
    }

    /// The text itself where no byte changes, else what `write` gives.
    private func changed(byte: (UInt8) -> UInt8, _ write: (Text, inout TextBuilder) -> Void) -> Text {
        let same = withBytes { bytes in bytes.allSatisfy { $0 < 128 && byte($0) == $0 } }
        return same ? self : Text.written(bytes: Int(count)) { write(self, &$0) }
    }
}

extension TextBuilder {
    fileprivate mutating func appendTitle(_ scalar: Unicode.Scalar) {
        if scalar.value < 128 { append(byte: ASCII.upper(UInt8(scalar.value))) } else { append(Unicode14.title(scalar)) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func append(to out: inout TextBuilder, mapping: (UInt8) -> UInt8) {
        for byte in self { out.append(byte: mapping(byte)) }
    }

    /// Every code point with the byte it starts at.
    @inline(__always) func forEachScalar(_ body: (Unicode.Scalar, Int) -> Void) {
        var at = 0
        while at < count {
            let (scalar, next) = scalar(at: at)
            body(scalar, at)
            at = next
        }
    }

    /// The lower case of the code point at a position; a capital sigma at the end of a word becomes a final one.
    fileprivate func appendLower(_ scalar: Unicode.Scalar, at: Int, to out: inout TextBuilder) {
        if scalar.value < 128 { return out.append(byte: ASCII.lower(UInt8(scalar.value))) }
        if scalar.value == 0x3A3 { return out.append(isFinalSigma(at: at) ? "\u{3C2}" as Unicode.Scalar : "\u{3C3}") }
        out.append(Unicode14.lower(scalar))
    }

    /// Unicode's Final_Sigma: after a cased letter and not before one, case-ignorable code points aside.
    private func isFinalSigma(at position: Int) -> Bool {
        var before = position
        var casedBefore = false
        while before > 0 {
            let (scalar, start) = scalar(before: before)
            before = start
            if Unicode14.isCaseIgnorable(scalar) { continue }
            casedBefore = Unicode14.isCased(scalar)
            break
        }
        guard casedBefore else { return false }
        var after = position + 2
        while after < count {
            let (scalar, next) = scalar(at: after)
            after = next
            if Unicode14.isCaseIgnorable(scalar) { continue }
            return !Unicode14.isCased(scalar)
        }
        return true
    }
}
