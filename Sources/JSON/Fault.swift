import Diagnostics
import Values

/// What the parser stumbles over. Small, because it is carried through every frame of the descent; the words,
/// the line and the JSON pointer are worked out once, when the fault leaves the module.
struct Fault: Error {
    enum Kind: Sendable {
        case encoding
        case endOfInput
        case expectedValue
        case expectedKey
        case expectedColon
        case expectedCommaOrBrace
        case expectedCommaOrBracket
        case trailingText
        case controlCharacter
        case invalidEscape
        case loneSurrogate
        case invalidNumber
        case numberRange
        case duplicateKey
        case depth
        case size
    }

    let kind: Kind
    /// Bytes from the start of the text parsed.
    let offset: Int

    init(_ kind: Kind, _ offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension Fault.Kind {
    var code: Code {
        switch self {
        case .duplicateKey: .duplicateKey
        case .depth: .depthLimit
        case .size: .inputLimit
        case .encoding, .endOfInput, .expectedValue, .expectedKey, .expectedColon, .expectedCommaOrBrace, .expectedCommaOrBracket,
            .trailingText, .controlCharacter, .invalidEscape, .loneSurrogate, .invalidNumber, .numberRange:
            .invalidJSON
        }
    }

    var words: String {
        switch self {
        case .encoding: "the text is not valid UTF-8"
        case .endOfInput: "the text ends inside a JSON value"
        case .expectedValue: "expected a JSON value"
        case .expectedKey: "expected a key in double quotes"
        case .expectedColon: "expected ':' after the key"
        case .expectedCommaOrBrace: "expected ',' or '}'"
        case .expectedCommaOrBracket: "expected ',' or ']'"
        case .trailingText: "unexpected text after the JSON value"
        case .controlCharacter: "a control character inside a string must be escaped"
        case .invalidEscape: "invalid escape in a string"
        case .loneSurrogate: "half of a surrogate pair is not a character"
        case .invalidNumber: "invalid number"
        case .numberRange: "the number does not fit into 64 bits"
        case .duplicateKey: "the key appears twice in one object"
        case .depth: "arrays and objects are nested too deeply"
        case .size: "the JSON text is too long"
        }
    }
}

/// Where a parsed piece lies in the file it comes from.
struct Origin: Sendable {
    /// Bytes before the piece.
    var offset = 0
    /// The line of the piece's first byte, from 1.
    var line = 1
    /// Bytes of that line before the piece.
    var column = 0
    /// The piece is this element of the file's one array.
    var element: Int?
}

extension Fault {
    /// The fault in words, with its place in the file. A duplicate key's pointer names the key itself.
    func diagnostic(in bytes: UnsafeBufferPointer<UInt8>, origin: Origin) -> Diagnostic {
        let before = bytes.prefix(max(0, min(offset, bytes.count)))
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 }
        let line = origin.line + before.count { $0 == newline }
        let inLine = before[(lineStart ?? 0)...].count { $0 & 0xC0 != 0x80 }
        let column = 1 + inLine + (lineStart == nil ? origin.column : 0)
        let pointer = PointerFinder(bytes, upTo: before.count, including: kind == .duplicateKey).find(origin.element)
        let at = origin.offset + offset
        let place = "line \(line), column \(column), byte \(at)" + (pointer.steps.isEmpty ? "" : ", at \(pointer)")
        return Diagnostic(kind.code, "\(kind.words) (\(place))", at: Span(at, at + 1), notes: pointer.steps.isEmpty ? [] : ["JSON pointer: \(pointer)"])
    }
}

let newline = UInt8(ascii: "\n")
