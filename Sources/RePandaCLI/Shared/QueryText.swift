import ArgumentParser
import Diagnostics
import Files
import enum Syntax.SyntaxLimits

/// The query of a command line: an argument, or standard input where it is absent or `-`.
struct QueryText: ParsableArguments {
    @Argument(help: ArgumentHelp("The query; '-' or nothing reads it from standard input.", valueName: "query"))
    var query: String?

    /// - Throws: `invalidEncoding` where standard input is not UTF-8; `inputLimit`; `unreadableFile`.
    func read() throws(Diagnostic) -> String {
        if let query, query != "-" { return query }
        // One byte more than the parser takes, so that the parser is who refuses.
        let bytes = try readFile("-", limit: SyntaxLimits.bytes + 1)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(.invalidEncoding, "the query on standard input is not UTF-8")
        }
        return text
    }
}
