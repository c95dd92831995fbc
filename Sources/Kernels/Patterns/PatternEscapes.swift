import Diagnostics
import Values

/// What a backslash and the code points behind it stand for, outside and inside a character set.
enum PatternEscape {
    case literal(UInt32)
    case category(PatternCategory)
    case at(PatternAnchor)
    case backReference(Int)
}

extension PatternParser {
    /// An escape outside a set (CPython's `_escape`).
    mutating func escape(_ token: PatternToken) throws(Failure) -> PatternEscape {
        let letter = token.escaped ?? "\\"
        if let anchor = PatternParser.anchor(letter) { return .at(anchor) }
        if let category = PatternParser.category(letter) { return .category(category) }
        if let control = PatternParser.control(letter) { return .literal(control) }
        if letter == "0" {
            let digits = try scanner.take(atMost: 2, while: PatternClass.isOctal)
            return .literal(UInt32("0" + digits, radix: 8) ?? 0)
        }
        if PatternClass.isDigit(letter) { return try octalOrReference(letter) }
        return .literal(try common(letter))
    }

    /// An escape inside a set (CPython's `_class_escape`).
    mutating func setEscape(_ token: PatternToken) throws(Failure) -> PatternEscape {
        let letter = token.escaped ?? "\\"
        if let category = PatternParser.category(letter) { return .category(category) }
        if let control = PatternParser.control(letter) { return .literal(control) }
        if PatternClass.isOctal(letter) {
            let digits = String(letter) + (try scanner.take(atMost: 2, while: PatternClass.isOctal))
            return .literal(try octal(digits))
        }
        if PatternClass.isDigit(letter) { throw badEscape("\\\(letter)") }
        return .literal(try common(letter))
    }

    /// Three octal digits are a code point; otherwise one or two digits are the number of a group.
    private mutating func octalOrReference(_ letter: Unicode.Scalar) throws(Failure) -> PatternEscape {
        var digits = String(letter)
        if scanner.nextIs(PatternClass.isDigit) {
            digits += try scanner.take(atMost: 1, while: PatternClass.isDigit)
            if digits.unicodeScalars.allSatisfy(PatternClass.isOctal), scanner.nextIs(PatternClass.isOctal) {
                digits += try scanner.take(atMost: 1, while: PatternClass.isOctal)
                return .literal(try octal(digits))
            }
        }
        let number = Int(digits) ?? 0
        guard number < groupWidths.count else {
            throw scanner.failure("invalid group reference \(number)", back: digits.utf8.count)
        }
        try checkClosed(number, back: digits.utf8.count + 1)
        try checkLookbehind(number)
        return .backReference(number)
    }

    private func octal(_ digits: String) throws(Failure) -> UInt32 {
        let value = UInt32(digits, radix: 8) ?? 0
        guard value <= 0o377 else {
            throw scanner.failure("octal escape value \\\(digits) outside of range 0-0o377", back: digits.utf8.count + 1)
        }
        return value
    }

    /// The escapes that mean the same everywhere.
    private mutating func common(_ letter: Unicode.Scalar) throws(Failure) -> UInt32 {
        switch letter {
        case "x": return try hex("x", digits: 2)
        case "u": return try hex("u", digits: 4)
        case "U": return try hex("U", digits: 8)
        case "N": throw Failure(.unsupportedSyntax, "a character by its name (\\N{…}) is not supported in a pattern")
        default:
            if PatternClass.isLetter(letter) { throw badEscape("\\\(letter)") }
            return letter.value
        }
    }

    private mutating func hex(_ letter: String, digits: Int) throws(Failure) -> UInt32 {
        let found = try scanner.take(atMost: digits, while: PatternClass.isHex)
        guard found.utf8.count == digits, let value = UInt32(found, radix: 16) else {
            throw scanner.failure("incomplete escape \\\(letter)\(found)", back: found.utf8.count + 2)
        }
        guard value < 0x110000 else { throw badEscape("\\\(letter)\(found)") }
        return value
    }

    private func badEscape(_ escape: String) -> Failure {
        scanner.failure("bad escape \(escape)", back: escape.unicodeScalars.count)
    }

    private static func anchor(_ letter: Unicode.Scalar) -> PatternAnchor? {
        switch letter {
        case "A": .textStart
        case "Z": .textEnd
        case "b": .boundary
        case "B": .notBoundary
        default: nil
        }
    }

    private static func category(_ letter: Unicode.Scalar) -> PatternCategory? {
        switch letter {
        case "d": .digit
        case "D": .notDigit
        case "s": .space
        case "S": .notSpace
        case "w": .word
        case "W": .notWord
        default: nil
        }
    }

    static func control(_ letter: Unicode.Scalar) -> UInt32? {
        switch letter {
        case "a": 7
        case "b": 8
        case "t": 9
        case "n": 10
        case "v": 11
        case "f": 12
        case "r": 13
        case "\\": 92
        default: nil
        }
    }
}
