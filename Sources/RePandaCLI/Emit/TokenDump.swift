import Diagnostics
import Display
import RePanda
import Syntax

/// One line a token: its byte range, its kind, its text.
///
/// - Throws: what the lexer has against the text.
func dumpTokens(_ source: String) throws(Refusal) -> String {
    let bytes = Array(source.utf8)
    let (tokens, diagnostics) = Lexer.tokenize(bytes)
    guard diagnostics.isEmpty else { throw Refusal(diagnostics) }
    var table = TextTable(["bytes", "kind", "text"], alignments: [.left, .left, .left], maximumWidth: 100)
    for token in tokens {
        let text = String(decoding: bytes[token.span.start..<token.span.end], as: UTF8.self)
        table.append(["\(token.span.start)..<\(token.span.end)", kindName(token.kind), text])
    }
    return table.render()
}

private func kindName(_ kind: Token.Kind) -> String {
    switch kind {
    case .name: "name"
    case .keyword: "keyword"
    case .number: "number"
    case .string: "string"
    case .symbol: "symbol"
    case .newline: "newline"
    case .indent: "indent"
    case .dedent: "dedent"
    case .quotedName: "quoted name"
    case .end: "end"
    }
}
