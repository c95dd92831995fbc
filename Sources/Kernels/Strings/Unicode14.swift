/// The code point properties that CPython 3.11 knows: Unicode 14.
///
/// The standard library's tables are newer. A code point that came after version 14 counts as unassigned, and a case mapping to
/// such a code point as none; what changed for older code points is listed here. Compared with CPython over all code points.
enum Unicode14 {
    typealias Scalar = Unicode.Scalar

    /// Whether Unicode 14 has the code point.
    static func isAssigned(_ scalar: Scalar) -> Bool {
        guard let age = scalar.properties.age else { return false }
        return age.major <= 14
    }

    static func isAlpha(_ scalar: Scalar) -> Bool {
        if scalar.value < 128 { return ASCII.isAlpha(UInt8(scalar.value)) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return isAssigned(scalar)
        default: return false
        }
    }

    static func isDecimal(_ scalar: Scalar) -> Bool {
        scalar.properties.numericType == .decimal && isAssigned(scalar)
    }

    static func isDigit(_ scalar: Scalar) -> Bool {
        switch scalar.properties.numericType {
        case .decimal, .digit: isAssigned(scalar)
        case .numeric, nil: false
        @unknown default: false
        }
    }

    static func isNumeric(_ scalar: Scalar) -> Bool {
        scalar.properties.numericType != nil && !numericSince15.contains(scalar.value) && isAssigned(scalar)
    }

    /// Older ideographs and cuneiform signs that got a numeric value after version 14.
    private static let numericSince15: Set<UInt32> = [
        0x4E24, 0x4EAC, 0x4FE9, 0x5006, 0x62D0, 0x6D1E, 0x7695, 0x79ED, 0x920E, 0x94A9, 0x12038, 0x12039, 0x12079, 0x12226,
        0x1222B, 0x1230B, 0x1230D, 0x12399,
    ]

    static func isAlphanumeric(_ scalar: Scalar) -> Bool { isAlpha(scalar) || isNumeric(scalar) || isDigit(scalar) }

    /// Python's blanks: White_Space, and the four information separators U+001C to U+001F.
    @inline(__always) static func isSpace(_ scalar: Scalar) -> Bool {
        if scalar.value < 128 { return ASCII.isSpace(UInt8(scalar.value)) }
        return scalar.properties.isWhitespace
    }

    static func isUpper(_ scalar: Scalar) -> Bool {
        if scalar.value < 128 { return ASCII.isUpper(UInt8(scalar.value)) }
        return scalar.properties.isUppercase && isAssigned(scalar)
    }

    static func isLower(_ scalar: Scalar) -> Bool {
        if scalar.value < 128 { return ASCII.isLower(UInt8(scalar.value)) }
        switch scalar.value {
        case 0x295: return true
        case 0x10FC, 0xA7F2, 0xA7F3, 0xA7F4, 0xAB69: return false
        default: return scalar.properties.isLowercase && isAssigned(scalar)
        }
    }

    static func isTitle(_ scalar: Scalar) -> Bool { scalar.properties.generalCategory == .titlecaseLetter }

    static func isCased(_ scalar: Scalar) -> Bool { isUpper(scalar) || isLower(scalar) || isTitle(scalar) }

    static func isCaseIgnorable(_ scalar: Scalar) -> Bool { scalar.properties.isCaseIgnorable && isAssigned(scalar) }

    /// What `repr` shows as it is: everything but control, format, private, unassigned and separators other than the blank.
    static func isPrintable(_ scalar: Scalar) -> Bool {
        if scalar.value < 128 { return scalar.value >= 32 && scalar.value != 127 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator: return false
        default: return isAssigned(scalar)
        }
    }

    static func isIdentifierStart(_ scalar: Scalar) -> Bool {
        scalar == "_" || (scalar.properties.isXIDStart && isAssigned(scalar))
    }

    static func isIdentifierPart(_ scalar: Scalar) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D, 0x30FB, 0xFF65: false
        default: scalar.properties.isXIDContinue && isAssigned(scalar)
        }
    }

    // MARK: Case mappings (full, without the rule of the final sigma)

    static func lower(_ scalar: Scalar) -> String { mapped(scalar, scalar.properties.lowercaseMapping) }
    static func upper(_ scalar: Scalar) -> String { mapped(scalar, scalar.properties.uppercaseMapping) }
    static func title(_ scalar: Scalar) -> String { mapped(scalar, scalar.properties.titlecaseMapping) }

    private static func mapped(_ scalar: Scalar, _ mapping: String) -> String {
        let known = isAssigned(scalar) && mapping.unicodeScalars.allSatisfy(isAssigned)
        return known ? mapping : String(scalar)
    }

    /// Full case folding: the lower case of the upper case, but for Cherokee, which folds to capitals, and two letters.
    static func fold(_ scalar: Scalar) -> String {
        switch scalar.value {
        case 0x131: return String(scalar)
        case 0x1E9E: return "ss"
        case 0x13A0...0x13F5, 0x13F8...0x13FD, 0xAB70...0xABBF: return upper(scalar)
        default: return upper(scalar).unicodeScalars.map(lower).joined()
        }
    }
}

/// Byte classes below 128, without the `Character` and `String` machinery.
enum ASCII {
    @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
    @inline(__always) static func isLower(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
    @inline(__always) static func isAlpha(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte &- 9 < 5 || byte &- 28 < 4 }
    @inline(__always) static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
    @inline(__always) static func upper(_ byte: UInt8) -> UInt8 { isLower(byte) ? byte & 0xDF : byte }
}
