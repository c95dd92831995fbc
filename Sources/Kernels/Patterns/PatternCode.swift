import CPCRE2
import Diagnostics

/// One compiled program of PCRE2; never changed after it was made, so that threads can share it.
final class PatternCode: @unchecked Sendable {
    let pointer: OpaquePointer

    /// PCRE2_NO_UTF_CHECK: our texts are valid UTF-8 by construction, and the patterns are written from code points.
    init(_ source: [UInt8], plain: Bool, mode: Pattern.Mode, jit: Bool) throws(Failure) {
        var options = PCRE2_DOTALL | PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C
        if !plain { options |= PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK }
        switch mode {
        case .search: break
        case .match: options |= PCRE2_ANCHORED
        case .fullmatch: options |= PCRE2_ANCHORED | PCRE2_ENDANCHORED
        }
        var code: Int32 = 0
        var offset = 0
        let compiled = PatternCode.context.withPointer { context in
            pcre2_compile_8(source, source.count, options, &code, &offset, context)
        }
        guard let compiled else { throw PatternCode.failure(code) }
        pointer = compiled
        if jit { _ = pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE) }
    }

    deinit { pcre2_code_free_8(pointer) }

    /// Python accepted the pattern, so what PCRE2 refuses is a bound or a feature of its own.
    private static func failure(_ code: Int32) -> Failure {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
        let words = length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(code)"
        let isLimit = code == PCRE2_ERROR_PATTERN_TOO_LARGE || code == PCRE2_ERROR_PATTERN_TOO_COMPLICATED
        return Failure(isLimit ? .patternLimit : .unsupportedSyntax, "the pattern is not supported: \(words)")
    }

    private static let context = CompileContext()

    /// The newline rule and the nesting bound, read by every compilation and never changed.
    private final class CompileContext: @unchecked Sendable {
        private let pointer: OpaquePointer?

        init() {
            pointer = pcre2_compile_context_create_8(nil)
            guard let pointer else { return }
            pcre2_set_newline_8(pointer, UInt32(PCRE2_NEWLINE_LF))
            // Our own parser bounds the nesting; each of its levels is at most three of PCRE2's.
            pcre2_set_parens_nest_limit_8(pointer, UInt32(4 * PatternParser.depthLimit))
        }

        func withPointer<R>(_ body: (OpaquePointer?) -> R) -> R { body(pointer) }
    }
}
