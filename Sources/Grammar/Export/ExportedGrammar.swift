import Tables
import Values

/// The language as a grammar for constrained decoding: every sentence of it is a query that the parser accepts.
///
///     ExportedGrammar(.gbnf, for: .claim, on: table.schema).text     // what llama.cpp takes as "grammar"
///
/// With a table, a query names its columns and no others, and compares texts with texts and numbers with numbers. `Grammar/EXPORT.md` says what
/// the profiles cover. No rule is left-recursive, and no repetition of digits is without end.
public struct ExportedGrammar: Sendable {
    /// How the grammar is written.
    public enum Format: String, CaseIterable, Sendable {
        /// llama.cpp's; vLLM takes it too, where xgrammar is its backend.
        case gbnf
        /// Lark's, as llguidance reads it: each terminal is one character.
        case lark
        /// The W3C's, as `Grammar/repanda.ebnf`.
        case ebnf
    }

    /// What the query is for.
    public enum Goal: String, CaseIterable, Sendable {
        /// A verdict: the query gives true or false.
        case claim
        /// An answer: any value.
        case question
    }

    /// The grammar in its format.
    public let text: String
    /// Columns that the grammar cannot name, since there are too many or their names are too long.
    public let omitted: [String]

    /// The grammar of queries over any table.
    public init(_ format: Format, for goal: Goal) {
        self.init(format, GeneralGrammar(goal).rules, omitted: [])
    }

    /// The grammar of queries over one table.
    public init(_ format: Format, for goal: Goal, on schema: Schema) {
        let columns = ColumnRules(schema)
        self.init(format, TableGrammar(goal, columns).rules, omitted: columns.omitted)
    }

    private init(_ format: Format, _ rules: [FormalGrammar.Rule], omitted: [String]) {
        text = GrammarWriter(format).text(rules)
        self.omitted = omitted
    }
}
