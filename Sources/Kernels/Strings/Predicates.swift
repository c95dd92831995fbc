import Values

/// `isalpha`, `isdigit` …: true only for texts with at least one code point, but for the three that say otherwise.
extension Text {
    public var isAlpha: Bool { isNotEmptyAndAll(ASCII.isAlpha, Unicode14.isAlpha) }
    public var isDecimal: Bool { isNotEmptyAndAll(ASCII.isDigit, Unicode14.isDecimal) }
    public var isDigit: Bool { isNotEmptyAndAll(ASCII.isDigit, Unicode14.isDigit) }
    public var isNumeric: Bool { isNotEmptyAndAll(ASCII.isDigit, Unicode14.isNumeric) }
    public var isAlnum: Bool { isNotEmptyAndAll({ ASCII.isAlpha($0) || ASCII.isDigit($0) }, Unicode14.isAlphanumeric) }
    public var isSpace: Bool { isNotEmptyAndAll(ASCII.isSpace, Unicode14.isSpace) }

    /// True for the empty text.
    public var isASCII: Bool { isPlain }

    /// True for the empty text.
    public var isPrintable: Bool { isEmpty || isNotEmptyAndAll({ $0 >= 32 && $0 != 127 }, Unicode14.isPrintable) }

    public var isIdentifier: Bool {
        withBytes { bytes in
            guard !bytes.isEmpty, Unicode14.isIdentifierStart(bytes.scalar(at: 0).scalar) else { return false }
            return bytes.allScalars { Unicode14.isIdentifierPart($0) }
        }
    }

    /// At least one capital, and no small or title-case letter.
    public var isUpper: Bool { hasOnly(Unicode14.isUpper) { Unicode14.isLower($0) || Unicode14.isTitle($0) } }

    /// At least one small letter, and no capital or title-case letter.
    public var isLower: Bool { hasOnly(Unicode14.isLower) { Unicode14.isUpper($0) || Unicode14.isTitle($0) } }

    /// Capitals only at the start of words, small letters only inside, and at least one of either.
    public var isTitle: Bool {
        withBytes { bytes in
            var inWord = false
            var seen = false
            let fits = bytes.allScalars { scalar in
                let small = Unicode14.isLower(scalar)
                let capital = !small && (Unicode14.isUpper(scalar) || Unicode14.isTitle(scalar))
                if small != inWord && (small || capital) { return false }
                inWord = small || capital
                seen = seen || inWord
                return true
            }
            return fits && seen
        }
    }

    private func hasOnly(_ wanted: (Unicode.Scalar) -> Bool, _ refused: (Unicode.Scalar) -> Bool) -> Bool {
        withBytes { bytes in
            var seen = false
            let fits = bytes.allScalars { scalar in
                if refused(scalar) { return false }
                seen = seen || wanted(scalar)
                return true
            }
            return fits && seen
        }
    }

    @inline(__always)
    private func isNotEmptyAndAll(_ byte: (UInt8) -> Bool, _ scalar: (Unicode.Scalar) -> Bool) -> Bool {
        withBytes { bytes in
            guard !bytes.isEmpty else { return false }
            return bytes.allScalars { $0.value < 128 ? byte(UInt8($0.value)) : scalar($0) }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    @inline(__always) func allScalars(_ fits: (Unicode.Scalar) -> Bool) -> Bool {
        var at = 0
        while at < count {
            let (scalar, next) = scalar(at: at)
            guard fits(scalar) else { return false }
            at = next
        }
        return true
    }
}
