import Catalog
import Diagnostics
import Grammar
import RePanda
import Syntax
import Testing

/// Exported grammars: what they have, what they refuse, and that every sentence of theirs is a query.
@Suite struct ExportTests {
    static let season = "home team,crowd,points,date,sold out\nnorth,20000,3,1 may,True\nsouth,,4,2 may,False\neast,9000.5,5,3 may,True\n"

    /// Headers that would break a grammar, a string or a reader's head.
    static let nasty = [
        "o'neil", "say \"x\"", "both ' and \"", "back\\slash", "end\\", "two\nlines", "tab\there", "# comment", "🏟️ crowd", "été", "日本", "]['", "a|b ::= c", "{x}", "(y)?*+",
        "\u{202E}rtl", "nul\u{1}", "%s", "df", "class", "sum", String(repeating: "long ", count: 40),
    ]

    private func table(_ csv: String = season) throws -> Table { try Table(csv: csv) }

    private func nastyTable() throws -> Table {
        let header = ExportTests.nasty.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        let rows = (0..<3).map { row in ExportTests.nasty.indices.map { $0 % 2 == 0 ? "\(row + $0)" : "cell \(row)" }.joined(separator: ",") }
        return try Table(csv: ([header.joined(separator: ",")] + rows).joined(separator: "\n") + "\n")
    }

    private func recognizer(_ goal: ExportedGrammar.Goal, _ table: Table?) throws -> TextRecognizer {
        try TextRecognizer(GBNFReader.grammar(text(.gbnf, goal, table)), "root")
    }

    private func text(_ format: ExportedGrammar.Format, _ goal: ExportedGrammar.Goal, _ table: Table?) -> String {
        table.map { ExportedGrammar(format, for: goal, on: $0.schema) }?.text ?? ExportedGrammar(format, for: goal).text
    }

    // MARK: What is in it

    @Test(arguments: [
        "len(df[df['crowd'] > 10000]) == 2", "len(df[(df['home team'] == 'north') & (df['crowd'] >= 9000)]) > 0", "df['crowd'].max() == 20000",
        "df.loc[df['crowd'].idxmax(), 'home team'] == 'north'", "df[df[\"home team\"] == \"north\"][\"crowd\"].iloc[0] > df['points'].mean()",
        "not df[df['home team'].str.contains('nor')].empty", "(df['crowd'] > 5).all() and df['points'].sum() / 3 == 4.0", "df.iloc[0]['points'] + df.points.iloc[1] == 7",
        "df['date'].str.extract(r'(\\d+)', expand=False).astype(int).max() == 3", "df[df['sold out']].shape[0] == 2", "(df['home team'].value_counts() == 1).all()",
        "pd.to_datetime(df['date']).dt.year.min() > 1900", "'north' in df['home team'].values", "df.groupby('home team')['crowd'].sum().idxmax() == 'north'",
        "not(df.iloc[1]['date'] == 'x') and len(df['home team'].unique())==3", "sum(df['points'] > 3) == 2", "df.sort_values('crowd', ascending=False).iloc[0]['home team'] == 'north'",
    ]) func hasWhatModelsWrite(_ query: String) throws {
        #expect(try recognizer(.claim, table()).failure(query) == nil, "\(query)")
        #expect(try recognizer(.claim, nil).failure(query) == nil, "\(query)")
        #expect(try recognizer(.question, nil).failure(query) == nil, "\(query)")
    }

    /// A missing column, a text against a number, a made-up method, and what is no verdict.
    @Test(arguments: [
        "df['crowds'].max() == 3", "df['crowd'] == 3", "df['crowd'].max() == 'north'", "len(df[df['home team'] == 3]) == 1", "df['home team'].sum() == 3", "df['crowd'].str.lower().any()",
        "df['crowd'].maximum() == 3", "df['crowd'].max()", "df[df['crowd'] > 'x'].empty", "df['home team'] > df['crowd']", "df.to_csv('x')", "df.crowds.max() == 3", "len(df['crowd'] == 007) == 1",
        "df['home team'].iloc[0] == df['crowd'].iloc[0]", "open('x')", "__import__('os')", "df['crowd'].max() == 3;df", "df['crowd'].max() == 3\n",
    ]) func refuses(_ query: String) throws { #expect(try recognizer(.claim, table()).failure(query) != nil, "\(query)") }

    /// Without a table: names that neither the catalogue nor Python has.
    @Test(arguments: ["df.to_csv('x') == 1", "df['a'].maximum() == 3", "open('x') == 1", "df.sum().foo() > 1", "lambda == 3", "df['a'].max()", "df['a'].eval(1) == __x"])
    func refusesWithoutATable(_ query: String) throws { #expect(try recognizer(.claim, nil).failure(query) != nil, "\(query)") }

    @Test(arguments: ["df['crowd'].max()", "df[df['points'] > 3]['home team'].tolist()", "len(df) - 1", "df['crowd'] > 3", "df.groupby('home team').size()", "df.iloc[0]", "len(df) > 3"])
    func questionsHaveAnyValue(_ query: String) throws {
        #expect(try recognizer(.question, table()).failure(query) == nil)
        #expect(try recognizer(.question, nil).failure(query) == nil)
    }

    // MARK: Every sentence is a query

    @Test(arguments: ExportedGrammar.Goal.allCases, [1, 2] as [UInt64]) func sentencesParse(_ goal: ExportedGrammar.Goal, _ seed: UInt64) throws {
        var generator = try SentenceGenerator(GBNFReader.grammar(text(.gbnf, goal, nil)), seed: seed, spaced: false)
        for _ in 0..<300 {
            let sentence = generator.sentence(of: "root", size: 60)
            let result = Parser.parse(Array(sentence.utf8))
            #expect(result.script != nil || isCondition(result, sentence), "\(sentence)\n\(result.diagnostics)")
        }
    }

    /// With a table they are checked, too: no column is missing, no text meets a number, no operation is asked of what does not have it.
    @Test(arguments: ExportedGrammar.Goal.allCases, [3, 4, 5] as [UInt64]) func sentencesOfATableAreChecked(_ goal: ExportedGrammar.Goal, _ seed: UInt64) throws {
        for table in try [table(), nastyTable(), table("a\nx\n"), table("n\n1\n")] {
            var generator = try SentenceGenerator(GBNFReader.grammar(text(.gbnf, goal, table)), seed: seed, spaced: false)
            for _ in 0..<120 { expectQuery(generator.sentence(of: "root", size: 30), on: table) }
        }
    }

    private func expectQuery(_ sentence: String, on table: Table) {
        do {
            let query = try Query(sentence, on: table, warns: true)
            #expect(!query.warnings.contains { $0.code == .textComparedWithNumber }, "\(sentence)")
        } catch {
            Issue.record("\(sentence)\n\(error.diagnostics.map(\.message))")
        }
    }

    // MARK: Form

    /// No rule begins with itself, however many rules later: a decoder would never come to an end.
    @Test(arguments: ExportedGrammar.Goal.allCases) func noRuleIsLeftRecursive(_ goal: ExportedGrammar.Goal) throws {
        for table in try [nil, table(), nastyTable()] { #expect(LeftCorners(try GBNFReader.grammar(text(.gbnf, goal, table))).recursive == []) }
    }

    /// A decoder has few ways to follow, however deep conditions are nested; only open parentheses multiply them.
    @Test(arguments: [
        ("len(df[(df['home team'] == 'north') & (df['crowd'] == df['crowd'].max())]) == 1", 100), ("df[df['crowd'] > df[df['points'] > df[df['crowd'] > 3]['points'].min()]['crowd'].max()].empty", 100),
        ("(df['crowd'] > 3).any() and (df['points'] > 3).all()", 150), ("df.loc[df['crowd'].idxmax(), 'home team'] == 'north'", 150), ("((df['crowd'] > 3).any())", 500),
    ]) func waysAreFew(_ query: String, _ limit: Int) throws {
        for table in try [table(), nastyTable()] {
            let ways = DecoderWays(try GBNFReader.grammar(text(.gbnf, .claim, table)))
            if let most = ways.most(query) { #expect(most < limit, "\(most)") } else { #expect(table.schema.columns.count > 10) }
        }
        #expect(try DecoderWays(GBNFReader.grammar(text(.gbnf, .claim, nil))).most(query) ?? 1000 < 400)
    }

    /// The W3C's notation says the same as llama.cpp's.
    @Test func formatsAgree() throws {
        for table in try [nil, table(), nastyTable()] {
            let gbnf = try GBNFReader.grammar(text(.gbnf, .claim, table)), ebnf = try FormalGrammar(ebnf: text(.ebnf, .claim, table))
            #expect(gbnf.rules.count == ebnf.rules.count)
            for (one, other) in zip(gbnf.rules, ebnf.rules) { #expect(Outline.text(one.pattern) == Outline.text(other.pattern), "\(one.name)") }
        }
    }

    /// llguidance's lexer takes the longest lexeme and never goes back: terminals of one character leave it no choice.
    @Test func larkTerminalsAreOneCharacter() throws {
        let terminal = (/"(?:\\x[0-9a-f]{2}|\\.|[^\\"])"|\/\[(?:\\.|[^\\\]])+\]\//).matchingSemantics(.unicodeScalar)
        for table in try [nil, table(), nastyTable()] {
            let rest = text(.lark, .question, table).replacing(terminal, with: "").unicodeScalars
            #expect(!rest.contains("\"") && !rest.contains("/"))
        }
    }

    /// Lark: names in lower case, each rule once, and no empty text.
    @Test func larkIsWellFormed() throws {
        for table in try [nil, table(), nastyTable()] {
            let lines = text(.lark, .question, table).split(separator: "\n")
            let names = lines.compactMap { try? /[a-z][a-z0-9_]*: ./.prefixMatch(in: $0) }.map { String($0.output.dropLast(3)) }
            #expect(names.count == lines.count && Set(names).count == names.count)
            #expect(lines.first == "start: root" && !lines.contains { $0.contains(" \"\"") || $0.contains("(\"\"") })
        }
    }

    @Test func everyMethodIsInTheCatalogue() throws {
        let names = Set(Receiver.allCases.flatMap(\.names))
        let places: Set<Substring> = ["str", "dt", "loc", "iloc", "at", "iat"]
        let matches = TableProfile.text.matches(of: /\.([a-z_]+)/)
        #expect(matches.count > 100)
        for match in matches { #expect(names.contains(String(match.1)) || places.contains(match.1), "\(match.1)") }
    }

    /// Every header can be named in both kinds of quotes, and names that column.
    @Test func nastyHeadersAreNamed() throws {
        let table = try nastyTable()
        let grammar = try GBNFReader.grammar(text(.gbnf, .question, table))
        var named: [String] = []
        for kind in ["number", "text"] {
            for literal in Outline.all(try #require(grammar.pattern("\(kind)-column"))) {
                let value = try Query("df[\(literal)].name", on: table).run().value
                named.append("\(value)")
            }
        }
        #expect(named.count == 2 * ExportTests.nasty.count)
        #expect(Set(named).count == ExportTests.nasty.count)
    }

    @Test func whatIsTooMuchIsLeftOut() throws {
        let wide = try table((0..<300).map { "c\($0)" }.joined(separator: ",") + "\n" + (0..<300).map(String.init).joined(separator: ",") + "\n")
        #expect(ExportedGrammar(.gbnf, for: .claim, on: wide.schema).omitted == (256..<300).map { "c\($0)" })
        let long = try table(String(repeating: "x", count: 257) + ",b\n1,2\n")
        #expect(ExportedGrammar(.gbnf, for: .claim, on: long.schema).omitted.map(\.count) == [257])
    }
}

/// A pattern as a text, or the texts of a pattern without rules.
private enum Outline {
    static func all(_ pattern: Pattern) -> [String] {
        switch pattern {
        case .text(let text): [text]
        case .sequence(let parts): parts.reduce([""]) { heads, part in heads.flatMap { head in all(part).map { head + $0 } } }
        case .choice(let options): options.flatMap(all)
        case .optional(let part): [""] + all(part)
        case .rule, .oneOf, .any, .some: []
        }
    }

    /// Choices of one and sequences of one taken apart, texts put together.
    static func text(_ pattern: Pattern) -> String {
        switch pattern {
        case .text(let text): text
        case .rule(let name): "<\(name.replacing("-", with: "_"))>"
        case .oneOf(let characters): "[\(characters.isNegated)\(characters.ranges)]"
        case .sequence(let parts): parts.map { Outline.text($0) }.joined()
        case .choice(let options): "(" + options.map { Outline.text($0) }.joined(separator: " | ") + ")"
        case .optional(let part): "{" + text(part) + "}?"
        case .any(let part): "{" + text(part) + "}*"
        case .some(let part): "{" + text(part) + "}+"
        }
    }
}

/// Which rules a rule may begin with.
private struct LeftCorners {
    private var nullable: Set<String> = []
    private var corners: [String: Set<String>] = [:]

    /// Rules that may begin with themselves.
    var recursive: [String] { corners.keys.filter { reached(from: $0).contains($0) }.sorted() }

    init(_ grammar: FormalGrammar) {
        var isGrowing = true
        while isGrowing {
            let empty = grammar.rules.filter { isNullable($0.pattern) }.map(\.name)
            isGrowing = !nullable.isSuperset(of: empty)
            nullable.formUnion(empty)
        }
        for rule in grammar.rules { corners[rule.name] = first(rule.pattern) }
    }

    private func reached(from name: String) -> Set<String> {
        var found: Set<String> = []
        var open = Array(corners[name] ?? [])
        while let next = open.popLast() {
            if found.insert(next).inserted { open += corners[next] ?? [] }
        }
        return found
    }

    private func isNullable(_ pattern: Pattern) -> Bool {
        switch pattern {
        case .text(let text): text.isEmpty
        case .oneOf: false
        case .rule(let name): nullable.contains(name)
        case .sequence(let parts): parts.allSatisfy(isNullable)
        case .choice(let options): options.contains(where: isNullable)
        case .optional, .any: true
        case .some(let part): isNullable(part)
        }
    }

    private func first(_ pattern: Pattern) -> Set<String> {
        switch pattern {
        case .text, .oneOf: return []
        case .rule(let name): return [name]
        case .choice(let options): return options.reduce(into: []) { $0.formUnion(first($1)) }
        case .optional(let part), .any(let part), .some(let part): return first(part)
        case .sequence(let parts):
            var found: Set<String> = []
            for part in parts {
                found.formUnion(first(part))
                guard isNullable(part) else { break }
            }
            return found
        }
    }
}
