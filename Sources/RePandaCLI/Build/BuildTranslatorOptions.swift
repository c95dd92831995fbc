import ArgumentParser
import Building
import Correcting
import Diagnostics
import Interpreter
import Translation

/// Who writes candidates where there are none, or mends those that the checker cannot.
struct BuildTranslatorOptions: ParsableArguments {
    @OptionGroup(title: "Candidates by the built-in translator, corrections by a model")
    var translator: TranslatorOptions

    @Option(help: ArgumentHelp("How often a query is mended.", valueName: "count"))
    var rounds = 4

    @Flag(help: "Make the edits that a doubtful query's warnings suggest in what the model writes, where they leave fewer doubts; each is told.")
    var repair = false

    func validate() throws {
        guard (0...16).contains(rounds) else { throw ValidationError("--rounds must be from 0 to 16") }
        guard translator.second == nil else { throw ValidationError("--then does not go with a build") }
    }

    /// Only the option asks: a variable of the environment must not change what a build makes.
    private var isAsked: Bool { translator.translator != nil }
    /// Without files of candidates the built-in translator proposes them, unless a model is to.
    private func proposes(_ queries: [String]) -> Bool { isAsked ? translator.isSearch : queries.isEmpty }

    /// - Throws: where neither files nor the built-in translator have candidates.
    func validate(queries: [String]) throws {
        guard !queries.contains("-") else { throw ValidationError("--queries takes files") }
        guard !queries.isEmpty || proposes(queries) else { throw ValidationError("a model mends queries that there are: give files of them with --queries") }
    }

    /// The model that mends; nil where none is asked.
    ///
    /// - Throws: where a file that an option names cannot be read.
    func corrector(seed: UInt64, budget: Budget) throws(Diagnostic) -> TranslatorCorrector? {
        guard isAsked, !translator.isSearch else { return nil }
        return TranslatorCorrector(try translator.drafter(seed: seed, budget: budget, repairs: repair))
    }

    /// Who writes candidates for sentences without any; nil where nobody does.
    ///
    /// - Throws: where a file that an option names cannot be read.
    func proposer(_ queries: [String], budget: Budget) throws(Diagnostic) -> (any Proposer)? {
        proposes(queries) ? SearchProposer(try translator.reader(budget: budget)) : nil
    }
}
