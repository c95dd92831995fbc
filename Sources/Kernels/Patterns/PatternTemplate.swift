import Diagnostics
import Values

/// The replacement of `re.sub`: text, and references to groups as `\1`, `\g<1>` and `\g<name>`.
public struct PatternTemplate: Sendable {
    private enum Piece: Sendable {
        case text(Text)
        case group(Int)
    }

    private var pieces: [Piece] = []

    /// Text that stands for itself, backslashes too: what a function gave, or pandas' `regex=False`.
    public init(literal: Text) {
        pieces = [.text(literal)]
    }

    /// Reads a replacement as CPython 3.11's `parse_template` does.
    public init(_ source: Text, for pattern: Pattern) throws(Failure) {
        if !source.withBytes({ $0.contains(UInt8(ascii: "\\")) }) {
            pieces = [.text(source)]
            return
        }
        var reader = Reader(try PatternScanner(source), pattern)
        try reader.read()
        pieces = reader.pieces
    }

    func append(_ matcher: Matcher, _ text: Text, to out: inout TextBuilder) {
        for piece in pieces {
            switch piece {
            case .text(let literal): out.append(literal)
            case .group(let number): if let taken = matcher.group(number, of: text) { out.append(taken) }
            }
        }
    }

    /// The replacement for one match.
    public func expanded(_ match: Match) -> Text {
        Text.written { out in
            for piece in pieces {
                switch piece {
                case .text(let literal): out.append(literal)
                case .group(let number): if let taken = match.group(number) { out.append(taken) }
                }
            }
        }
    }

    private struct Reader {
        var scanner: PatternScanner
        let pattern: Pattern
        var pieces: [Piece] = []
        private var literal = String.UnicodeScalarView()

        init(_ scanner: PatternScanner, _ pattern: Pattern) {
            self.scanner = scanner
            self.pattern = pattern
        }

        mutating func read() throws(Failure) {
            while let token = try scanner.take() {
                if let letter = token.escaped { try escape(letter, token) } else { literal.append(token.first) }
            }
            flush()
        }

        private mutating func flush() {
            if !literal.isEmpty { pieces.append(.text(Text(String(literal)))) }
            literal = .init()
        }

        private mutating func escape(_ letter: Unicode.Scalar, _ token: PatternToken) throws(Failure) {
            if letter == "g" { return try named() }
            if letter == "0" {
                let digits = try scanner.take(atMost: 2, while: PatternClass.isOctal)
                return append((UInt32("0" + digits, radix: 8) ?? 0) & 0xFF)
            }
            if PatternClass.isDigit(letter) { return try numbered(letter) }
            if let control = PatternParser.control(letter) { return append(control) }
            if PatternClass.isLetter(letter) { throw scanner.failure("bad escape \(token.text)", back: token.length) }
            literal.append(contentsOf: token.text.unicodeScalars)
        }

        private mutating func append(_ value: UInt32) {
            if let scalar = Unicode.Scalar(value) { literal.append(scalar) }
        }

        /// Three octal digits are a code point; otherwise one or two digits are a group.
        private mutating func numbered(_ letter: Unicode.Scalar) throws(Failure) {
            var digits = String(letter)
            digits += try scanner.take(atMost: 1, while: PatternClass.isDigit)
            let octal = digits.utf8.count == 2 && digits.unicodeScalars.allSatisfy(PatternClass.isOctal)
            if octal, scanner.nextIs(PatternClass.isOctal) {
                digits += try scanner.take(atMost: 1, while: PatternClass.isOctal)
                let value = UInt32(digits, radix: 8) ?? 0
                guard value <= 0o377 else {
                    throw scanner.failure("octal escape value \\\(digits) outside of range 0-0o377", back: digits.utf8.count + 1)
                }
                return append(value)
            }
            try group(Int(digits) ?? 0, back: digits.utf8.count)
        }

        private mutating func named() throws(Failure) {
            guard try scanner.take("<") else { throw scanner.failure("missing <") }
            let name = try scanner.take(until: ">", what: "group name")
            let size = name.unicodeScalars.count
            if Text(name).isIdentifier {
                guard let number = pattern.number(ofGroup: name) else {
                    throw Failure(.indexError, "unknown group name \(PatternScanner.quoted(name))")
                }
                return try group(number, back: size + 1)
            }
            guard name.utf8.allSatisfy(ASCII.isDigit) else { throw scanner.badName(name, back: 1) }
            try group(Int(name) ?? .max, back: size + 1)
        }

        private mutating func group(_ number: Int, back: Int) throws(Failure) {
            guard number <= pattern.groupCount else { throw scanner.failure("invalid group reference \(number)", back: back) }
            flush()
            pieces.append(.group(number))
        }
    }
}
