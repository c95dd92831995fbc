import Diagnostics

/// Tokens as lines: byte range, kind, and the text where it has any.
///
///     0..2     name     df
///     2..3     symbol   .
///     3..8     name     crowd
public enum TokenDump {
    /// - Returns: a line for each token; what the lexer cannot read is left out.
    public static func text(_ bytes: [UInt8]) -> String {
        Lexer.tokenize(bytes).tokens.map { line($0, bytes) }.joined()
    }

    private static func line(_ token: Token, _ bytes: [UInt8]) -> String {
        let place = "\(token.span.start)..\(token.span.end)"
        guard shows(token.kind) else { return "\(padded(place, 9))\(name(token.kind))\n" }
        let text = String(decoding: bytes[token.span.start..<token.span.end], as: UTF8.self)
        let oneLine = text.map { $0.isNewline ? "\\n" : String($0) }.joined()
        return "\(padded(place, 9))\(padded(name(token.kind), 9))\(oneLine)\n"
    }

    private static func shows(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .name, .keyword, .number, .string, .symbol, .quotedName: true
        case .newline, .indent, .dedent, .end: false
        }
    }

    private static func name(_ kind: Token.Kind) -> String {
        switch kind {
        case .name: "name"
        case .keyword: "keyword"
        case .number: "number"
        case .string: "string"
        case .symbol: "symbol"
        case .newline: "newline"
        case .indent: "indent"
        case .dedent: "dedent"
        case .quotedName: "name"
        case .end: "end"
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.utf8.count))
    }
}
