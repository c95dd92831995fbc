/// One thing said about an input: what, where, and the way out.
public struct Diagnostic: Hashable, Sendable, Error {
    public enum Severity: String, Sendable { case error, warning, note }

    /// What a correction loop should do next.
    public enum Hint: String, Sendable { case revise, rephrase, abandon }

    /// A change to the query text that would answer the complaint.
    public struct Suggestion: Hashable, Sendable {
        public var message: String
        public var span: Span
        public var replacement: String
        /// Whether nothing else can have been meant, so that a corrector may make the change unasked.
        public var isCertain: Bool

        public init(_ message: String, span: Span, replacement: String, isCertain: Bool = false) {
            self.message = message
            self.span = span
            self.replacement = replacement
            self.isCertain = isCertain
        }
    }

    public var code: Code
    public var severity: Severity
    /// Lower case, true on its own, without a final stop.
    public var message: String
    public var span: Span?
    public var notes: [String]
    public var helps: [String]
    public var suggestions: [Suggestion]

    public init(
        _ code: Code, _ message: String, at span: Span? = nil, severity: Severity = .error,
        notes: [String] = [], helps: [String] = [], suggestions: [Suggestion] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
        self.notes = notes
        self.helps = helps
        self.suggestions = suggestions
    }

    public static func warning(_ code: Code, _ message: String, at span: Span? = nil, helps: [String] = []) -> Diagnostic {
        Diagnostic(code, message, at: span, severity: .warning, helps: helps)
    }

    public var hint: Hint {
        switch code.phase {
        case .syntax, .names, .types, .running: .revise
        case .subset, .lowering: .rephrase
        case .translator, .limits, .tables, .fault: .abandon
        }
    }
}

/// What a kernel throws: a code and words, without a place. The evaluator adds the place.
public struct Failure: Error, Hashable, Sendable {
    public var code: Code
    public var message: String
    public var span: Span?
    public var helps: [String]

    public init(_ code: Code, _ message: String, at span: Span? = nil, helps: [String] = []) {
        self.code = code
        self.message = message
        self.span = span
        self.helps = helps
    }

    public var diagnostic: Diagnostic { Diagnostic(code, message, at: span, helps: helps) }
}
