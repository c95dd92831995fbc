import Diagnostics
import Kernels
import SQLite
import Values

extension ScalarFunction {
    /// Python's regular expressions. The pattern comes first, as `x regexp pattern` passes it.
    static let patterns: [ScalarFunction] = [
        ScalarFunction("regexp", 2) { arguments throws(Failure) in try test(arguments) },
        ScalarFunction("iregexp", 2) { arguments throws(Failure) in try test(arguments, flags: .ignoreCase) },
        ScalarFunction("regexp_match", 2) { arguments throws(Failure) in try test(arguments, .match) },
        ScalarFunction("regexp_fullmatch", 2) { arguments throws(Failure) in try test(arguments, .fullmatch) },
        ScalarFunction("regexp_count", 2) { arguments throws(Failure) in
            guard let text = arguments[1].text else { return .null }
            return .integer(try matcher(arguments[0]).count(in: text))
        },
        ScalarFunction("regexp_extract", 3) { arguments throws(Failure) in try group(arguments, isStrict: false) },
        ScalarFunction("regexp_extract_strict", 3) { arguments throws(Failure) in try group(arguments, isStrict: true) },
        ScalarFunction("regexp_replace", 3) { arguments throws(Failure) in try replaced(arguments) },
    ]

    private static func matcher(_ source: Datum, _ mode: Pattern.Mode = .search, flags: Pattern.Flags = []) throws(Failure) -> Matcher {
        try Pattern.compile(source.text ?? .empty, flags: flags).matcher(mode)
    }

    private static func test(_ arguments: FunctionArguments, _ mode: Pattern.Mode = .search, flags: Pattern.Flags = []) throws(Failure) -> Datum {
        guard let text = arguments[1].text else { return .null }
        return .integer(try matcher(arguments[0], mode, flags: flags).contains(text) ? 1 : 0)
    }

    /// What a group took of the first match.
    private static func group(_ arguments: FunctionArguments, isStrict: Bool) throws(Failure) -> Datum {
        guard let text = arguments[1].text else { return .null }
        let matcher = try matcher(arguments[0])
        guard try matcher.find(text) else { return .null }
        if let found = matcher.group(arguments[2].integer ?? 1, of: text) { return .text(found) }
        guard !isStrict else { throw Failure(.typeNotLowered, "a group that took no part in a match gives None, which is not lowered to SQL") }
        return .null
    }

    private static func replaced(_ arguments: FunctionArguments) throws(Failure) -> Datum {
        guard let text = arguments[0].text, let source = arguments[1].text, let replacement = arguments[2].text else { return .null }
        let pattern = try Pattern.compile(source)
        return .text(try pattern.sub(PatternTemplate(replacement, for: pattern), in: text))
    }
}
