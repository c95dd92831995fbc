import ArgumentParser
import Diagnostics
import HTTP
import Translation

/// Who turns sentences into queries, and how it is asked.
struct TranslatorOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who writes the query: the address of a server of OpenAI's form, or replay:FILE. (default: the variable REPANDA_TRANSLATOR)",
            valueName: "translator"))
    var translator: String?

    @Option(help: ArgumentHelp("The model's name at the server. (default: the server's choice)", valueName: "name"))
    var model: String?

    @Option(help: ArgumentHelp("The variable that holds the server's key.", valueName: "name"))
    var keyEnv = "REPANDA_API_KEY"

    @Option(help: ArgumentHelp("The words that the sentence is put with: tuned-1.", valueName: "name"))
    var template = TemplateName.tuned1

    @Flag(help: "Send the conversation as a ChatML text, to a server that knows no template of the model.")
    var chatml = false

    @Option(help: ArgumentHelp("How freely the model chooses its words; 0 is the likeliest each time.", valueName: "number"))
    var temperature = 0.0

    @Option(help: ArgumentHelp("The most tokens of an answer.", valueName: "count"))
    var maxTokens = 512

    @Option(help: ArgumentHelp("The most seconds of one answer.", valueName: "seconds"))
    var timeout = 300.0

    @Option(help: ArgumentHelp("Record every exchange in this file, and ask nothing that it has an answer to.", valueName: "file"))
    var transcript: String?

    func validate() throws {
        guard temperature >= 0, temperature <= 5 else { throw ValidationError("--temperature must be from 0 to 5") }
        guard timeout > 0, timeout <= 86_400 else { throw ValidationError("--timeout must be more than 0 and at most 86400") }
        try requirePositive(maxTokens, "--max-tokens")
    }

    /// - Throws: `invalidOption` where no translator is named; where the transcript cannot be read.
    func drafter(seed: UInt64) throws(Diagnostic) -> Drafter {
        var settings = Drafter.Settings()
        settings.model = model
        settings.isChatML = chatml
        settings.sampling = TranslationRequest.Sampling(temperature: temperature, seed: Int(truncatingIfNeeded: seed & UInt64(Int32.max)), maximumTokens: maxTokens)
        return Drafter(try recorded(asked()), template: template.template, settings)
    }

    private func recorded(_ translator: any Translator) throws(Diagnostic) -> any Translator {
        guard let transcript else { return translator }
        return RecordingTranslator(translator, to: try Transcript(appendingTo: transcript))
    }

    private func asked() throws(Diagnostic) -> any Translator {
        guard let name = translator ?? Environment.variable("REPANDA_TRANSLATOR") else {
            throw Diagnostic(
                .invalidOption, "nobody is named who could write the query",
                helps: ["give --translator http://127.0.0.1:8080, or set REPANDA_TRANSLATOR", "start a server with: llama-server -m model.gguf --port 8080"])
        }
        if name.hasPrefix("replay:") { return try ReplayTranslator(String(name.dropFirst("replay:".count))) }
        var settings = EndpointTranslator.Settings()
        settings.key = Environment.variable(keyEnv)
        settings.limits.total = timeout
        return EndpointTranslator(Endpoint(name), settings)
    }
}

/// The built-in templates.
enum TemplateName: String, CaseIterable, ExpressibleByArgument {
    case tuned1 = "tuned-1"

    var template: any PromptTemplate {
        switch self {
        case .tuned1: TunedTemplate()
        }
    }
}
