import Diagnostics
import Values

/// One code point of a pattern, or a backslash and the code point behind it.
struct PatternToken: Equatable {
    var first: Unicode.Scalar
    var escaped: Unicode.Scalar?

    var length: Int { escaped == nil ? 1 : 2 }

    /// The code point where nothing escapes it.
    var plain: Unicode.Scalar? { escaped == nil ? first : nil }

    var text: String { String(first) + (escaped.map { String($0) } ?? "") }
}

/// Reads a pattern or a replacement token by token; a backslash and what follows it are one (CPython's `Tokenizer`).
///
/// Positions in errors count code points from the start of the pattern, as Python's do.
struct PatternScanner {
    let source: [Unicode.Scalar]
    private var index = 0
    private(set) var next: PatternToken?

    init(_ text: Text) throws(Failure) {
        source = text.scalars
        try advance()
    }

    /// Where the next token starts.
    var position: Int { index - (next?.length ?? 0) }

    private mutating func advance() throws(Failure) {
        guard index < source.count else {
            next = nil
            return
        }
        var token = PatternToken(first: source[index])
        if token.first == "\\" {
            index += 1
            guard index < source.count else { throw failure("bad escape (end of pattern)", at: source.count - 1) }
            token.escaped = source[index]
        }
        index += 1
        next = token
    }

    mutating func take() throws(Failure) -> PatternToken? {
        let token = next
        try advance()
        return token
    }

    /// Takes the next token where it is this code point, unescaped.
    mutating func take(_ wanted: Unicode.Scalar) throws(Failure) -> Bool {
        guard nextIs(wanted) else { return false }
        try advance()
        return true
    }

    func nextIs(_ wanted: Unicode.Scalar) -> Bool { next?.plain == wanted }

    func nextIs(_ wanted: (Unicode.Scalar) -> Bool) -> Bool { next?.plain.map(wanted) ?? false }

    /// Up to `limit` code points that fit.
    mutating func take(atMost limit: Int, while fits: (Unicode.Scalar) -> Bool) throws(Failure) -> String {
        var taken = String.UnicodeScalarView()
        while taken.count < limit, let scalar = next?.plain, fits(scalar) {
            taken.append(scalar)
            try advance()
        }
        return String(taken)
    }

    /// Everything up to the terminator, which is taken too.
    mutating func take(until terminator: Unicode.Scalar, what: String) throws(Failure) -> String {
        var taken = ""
        while true {
            guard let token = try take() else {
                if taken.isEmpty { throw failure("missing \(what)") }
                throw failure("missing \(terminator), unterminated name", back: taken.unicodeScalars.count)
            }
            if token.plain == terminator {
                if taken.isEmpty { throw failure("missing \(what)", back: 1) }
                return taken
            }
            taken += token.text
        }
    }

    /// Goes back to a position that a token started at.
    mutating func seek(_ position: Int) throws(Failure) {
        index = position
        try advance()
    }

    /// Python's `re.error`, at so many code points before the next token.
    func failure(_ message: String, back: Int = 0) -> Failure { failure(message, at: position - back) }

    /// Python's words: with line and column where the pattern has several lines.
    func failure(_ message: String, at position: Int) -> Failure {
        var place = "at position \(position)"
        if source.contains("\n") {
            let before = source.prefix(max(position, 0))
            let line = before.count { $0 == "\n" } + 1
            let column = position - (before.lastIndex(of: "\n") ?? -1)
            place += " (line \(line), column \(column))"
        }
        return Failure(.invalidPattern, "\(message) \(place)")
    }

    /// Refuses a group name that is no Python identifier.
    func checkName(_ name: String, back: Int) throws(Failure) {
        guard !Text(name).isIdentifier else { return }
        throw badName(name, back: back)
    }

    func badName(_ name: String, back: Int) -> Failure {
        failure("bad character in group name \(PatternScanner.quoted(name))", back: name.unicodeScalars.count + back)
    }

    static func quoted(_ name: String) -> String {
        Text.written { PythonText.append(quoted: Text(name), to: &$0) }.string
    }
}

/// The classes of code points that Python's pattern syntax knows.
enum PatternClass {
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 48 < 10 }
    static func isOctal(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 48 < 8 }
    static func isHex(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || (scalar.value | 0x20) &- 97 < 6 }
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 128 && (scalar.value | 0x20) &- 97 < 26 }
    /// What verbose patterns skip.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 32 || scalar.value &- 9 < 5 }
}
