import Diagnostics
import Glibc
import Grammar
import Syntax

/// A path counted from the top of the repository.
func repositoryPath(_ path: String, from file: String = #filePath) -> String {
    file.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/" + path
}

/// The text of a file, its path counted from the top of the repository.
func repositoryFile(_ path: String, from file: String = #filePath) -> String {
    guard let handle = fopen(repositoryPath(path, from: file), "r") else { return "" }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let got = fread(&buffer, 1, buffer.count, handle), got > 0 { bytes += buffer[..<got] }
    return String(decoding: bytes, as: UTF8.self)
}

func grammar() throws -> FormalGrammar { try FormalGrammar(ebnf: repositoryFile("Grammar/repanda.ebnf")) }

/// The queries that the parser's own tests accept.
func acceptedQueries() -> [String] {
    repositoryFile("Tests/SyntaxTests/Fixtures/accepted.txt").split(separator: "\n---\n").map(String.init)
}

/// What the parser refuses although the grammar allows it: the numbered conditions of Grammar/README.md.
func isCondition(_ result: ParseResult, _ text: String) -> Bool {
    guard let first = result.diagnostics.first else { return false }
    let messages = ["duplicate argument", "keyword argument repeated", "'break' outside a loop", "'continue' outside a loop", "':=' cannot"]
    return first.code == .depthLimit || messages.contains { first.message.hasPrefix($0) } || isInFormatted(first, text)
}

/// Whether the complaint is about the inside of an f-string.
private func isInFormatted(_ diagnostic: Diagnostic, _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let span = diagnostic.span else { return false }
    return Lexer.tokens(ofQuery: bytes).tokens.contains { token in
        guard token.kind == .string, token.span.start <= span.start, span.end <= token.span.end else { return false }
        return bytes[token.span.start..<token.span.end].prefix { $0 != 39 && $0 != 34 }.contains { $0 | 32 == UInt8(ascii: "f") }
    }
}
