import ArgumentParser
import Diagnostics
import Files
import Grammar
import HTTP
import Interpreter
import JSON
import Ranking
import RePanda
import Translation

/// Who turns sentences into queries, and how it is asked.
struct TranslatorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Who writes the query: search, the built-in translator; the address of a server of OpenAI's form; process:COMMAND; or replay:TRANSCRIPT. \
            (default: the variable REPANDA_TRANSLATOR, else search)
            """, valueName: "translator"))
    var translator: String?

    @Option(
        name: .customLong("then"),
        help: ArgumentHelp("Ask this translator, a model's server say, where the built-in one is not sure, and weigh what both say.", valueName: "translator"))
    var second: String?

    @Option(help: ArgumentHelp("What the built-in translator ranks by: a file that 'repanda train' wrote. (default: the ranker that comes with repanda)", valueName: "file"))
    var ranker: String?

    @Option(help: ArgumentHelp("The model's name at the server. (default: the server's choice)", valueName: "name"))
    var model: String?

    @Option(help: ArgumentHelp("The variable that holds the server's key.", valueName: "name"))
    var keyEnv = "REPANDA_API_KEY"

    @Option(help: ArgumentHelp("The words that a sentence is put with: repanda-2, repanda-1, tuned-1, or a file of your own.", valueName: "template"))
    var template = "repanda-2"

    @Flag(help: "Send the conversation as a ChatML text, to a server that knows no template of the model.")
    var chatml = false

    @Option(help: ArgumentHelp("How freely the model chooses its words; 0 is the likeliest each time. (default: 0; 0.7 with several samples)", valueName: "number"))
    var temperature: Double?

    @Option(help: ArgumentHelp("The most tokens of an answer.", valueName: "count"))
    var maxTokens = 512

    @Option(
        help: ArgumentHelp(
            "Hold the answer to the language and to the table's columns, as the server takes a grammar; vllm-guidance is vLLM with the backend guidance, auto asks the server.",
            valueName: "server"))
    var grammar = GrammarChoice.named(.off)

    @Option(help: ArgumentHelp("The most seconds of one answer.", valueName: "seconds"))
    var timeout = 300.0

    @Option(help: ArgumentHelp("How many requests are under way at a time.", valueName: "count"))
    var concurrency = 4

    @Option(help: ArgumentHelp("Record every exchange in this file, and ask nothing that it has an answer to.", valueName: "file"))
    var transcript: String?

    func validate() throws {
        guard second == nil || isSearch else { throw ValidationError("--then goes with --translator search") }
        guard second != TranslatorOptions.search else { throw ValidationError("--then names a model's server, a command or a recording") }
        if let temperature, !(0...5).contains(temperature) { throw ValidationError("--temperature must be from 0 to 5") }
        guard timeout > 0, timeout <= 86_400 else { throw ValidationError("--timeout must be more than 0 and at most 86400") }
        guard (1...256).contains(concurrency) else { throw ValidationError("--concurrency must be from 1 to 256") }
        try requirePositive(maxTokens, "--max-tokens")
    }

    /// The translator's name on the command line, else in the environment, else the built-in one's.
    var name: String { translator ?? Environment.variable("REPANDA_TRANSLATOR") ?? TranslatorOptions.search }

    static let search = "search"
    /// Whether no model is asked.
    var isSearch: Bool { name == TranslatorOptions.search }
}

extension TranslatorOptions {
    /// - Parameter runs: whether queries are run, or checked only; the built-in translator runs them anyhow.
    /// - Throws: where a file that an option names cannot be read.
    func sentenceTranslator(seed: UInt64, _ drafting: DraftOptions? = nil, budget: Budget = .standard, runs: Bool = true) throws(Diagnostic) -> any SentenceTranslator {
        guard isSearch else { return try drafter(seed: seed, drafting, budget: budget, runs: runs) }
        let search = SearchTranslator(try reader(budget: budget))
        guard let second else { return search }
        var options = self
        options.translator = second
        options.second = nil
        return SearchThenModel(search, then: try options.drafter(seed: seed, drafting, budget: budget, runs: true))
    }

    /// The built-in translator.
    ///
    /// - Throws: where the ranker's file cannot be read.
    func reader(budget: Budget) throws(Diagnostic) -> SentenceReader { SentenceReader(ranker: try readRanker(), budget: budget) }

    /// The ranker that comes with repanda is unpacked when a sentence first comes.
    private func readRanker() throws(Diagnostic) -> @Sendable () -> Ranker {
        guard let path = ranker else { return { .shipped } }
        let bytes = try readFile(path, limit: TranslatorOptions.mostRankerBytes)
        let ranker = try inFile(path) { () throws(Diagnostic) in try Ranker(json: JSONValue.parse(bytes)) }
        return { ranker.completed(by: .shipped) }
    }

    private static let mostRankerBytes = 64 << 20

    /// - Parameters:
    ///   - runs: whether queries are run, or checked only.
    ///   - repairs: whether edits that doubts suggest are made, also where the drafting options do not say so.
    /// - Throws: `invalidOption` where no model is named; where a file that an option names cannot be read.
    func drafter(seed: UInt64, _ drafting: DraftOptions? = nil, budget: Budget = .standard, runs: Bool = true, repairs: Bool = false) throws(Diagnostic) -> Drafter {
        Interrupt.install()
        var settings = Drafter.Settings()
        settings.model = model
        settings.isChatML = chatml
        settings.sampling = TranslationRequest.Sampling(
            temperature: temperature ?? ((drafting?.samples ?? 1) > 1 ? 0.7 : 0), seed: Int(truncatingIfNeeded: seed & 0x3FFF_FFFF), maximumTokens: maxTokens)
        if let drafting {
            settings.rounds = drafting.rounds
            settings.restarts = drafting.restart
            settings.thinksOver = drafting.doubts
        }
        settings.runs = runs
        settings.repairs = repairs || drafting?.repair == true
        settings.budget = budget
        let field = grammarField
        if let format = field.format { settings.grammar = { ExportedGrammar(format, for: $0.kind == .claim ? .claim : .question, on: $0.table.schema).text } }
        return Drafter(try recorded(asked(field)), template: try promptTemplate(), settings)
    }

    func promptTemplate() throws(Diagnostic) -> any PromptTemplate {
        if let builtIn = BuiltInTemplate(rawValue: template) { return try builtIn.template() }
        guard isFile(template) else {
            throw Diagnostic(
                .invalidTemplate, "there is no template '\(template)', built in or in a file",
                helps: ["built in: \(BuiltInTemplate.allCases.map(\.rawValue).joined(separator: ", "))"])
        }
        let bytes = try readFile(template, limit: TextTemplate.limit)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Diagnostic(.invalidEncoding, "'\(template)' is not UTF-8") }
        return try inFile(template) { () throws(Diagnostic) in try TextTemplate(text, name: template) }
    }

    private var grammarField: GrammarField {
        switch grammar {
        case .named(let field): field
        case .auto: endpoint.map { $0.grammarField } ?? .off
        }
    }

    /// nil where the translator is no server.
    private var endpoint: EndpointTranslator? {
        guard rest(of: name, after: "replay:") == nil, rest(of: name, after: "process:") == nil else { return nil }
        return EndpointTranslator(Endpoint(name), endpointSettings(.off))
    }

    private func recorded(_ translator: any Translator) throws(Diagnostic) -> any Translator {
        guard let transcript else { return translator }
        return RecordingTranslator(translator, to: try Transcript(appendingTo: transcript))
    }

    private func asked(_ field: GrammarField) throws(Diagnostic) -> any Translator {
        guard !isSearch else {
            throw Diagnostic(
                .invalidOption, "the built-in translator mends no queries",
                helps: ["start a model with: llama-server -m model.gguf --port 8080", "then give --translator http://127.0.0.1:8080, or set REPANDA_TRANSLATOR"])
        }
        if let path = rest(of: name, after: "replay:") { return try ReplayTranslator(path) }
        if let command = rest(of: name, after: "process:") { return ProcessTranslator(command, seconds: timeout, isCancelled: { Interrupt.signal != 0 }) }
        return EndpointTranslator(Endpoint(name), endpointSettings(field))
    }

    private func endpointSettings(_ field: GrammarField) -> EndpointTranslator.Settings {
        var settings = EndpointTranslator.Settings()
        settings.key = Environment.variable(keyEnv)
        settings.limits.total = timeout
        settings.grammarField = field
        settings.isCancelled = { Interrupt.signal != 0 }
        return settings
    }

    private func rest(of name: String, after prefix: String) -> String? { name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil }
}

/// How an answer is held to the language: as the named server takes a grammar, or as the server says itself.
enum GrammarChoice: ExpressibleByArgument {
    case named(GrammarField)
    case auto

    private static let autoName = "auto"

    init?(argument: String) {
        if argument == GrammarChoice.autoName {
            self = .auto
        } else {
            guard let field = GrammarField(rawValue: argument) else { return nil }
            self = .named(field)
        }
    }

    static var allValueStrings: [String] { GrammarField.allCases.map(\.rawValue) + [autoName] }

    var defaultValueDescription: String {
        switch self {
        case .named(let field): field.rawValue
        case .auto: GrammarChoice.autoName
        }
    }
}

extension GrammarField {
    /// nil where the server takes no grammar.
    fileprivate var format: ExportedGrammar.Format? {
        switch self {
        case .off: nil
        case .llamaCpp, .vLLM: .gbnf
        case .guidance: .lark
        }
    }
}
