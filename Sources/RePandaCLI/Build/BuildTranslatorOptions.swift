import ArgumentParser
import Building
import Correcting
import Diagnostics
import Interpreter
import Translation

/// Who mends candidate queries that the checker cannot.
struct BuildTranslatorOptions: ParsableArguments {
    @OptionGroup(title: "Correction by a model")
    var translator: TranslatorOptions

    @Option(help: ArgumentHelp("How often a query is mended.", valueName: "count"))
    var rounds = 4

    @Flag(help: "Make the edits that a doubtful query's warnings suggest in what the model writes, where they leave fewer doubts; each is told.")
    var repair = false

    func validate() throws {
        guard (0...16).contains(rounds) else { throw ValidationError("--rounds must be from 0 to 16") }
    }

    /// Only the option asks: a variable of the environment must not change what a build makes.
    ///
    /// - Throws: where a file that an option names cannot be read.
    func corrector(seed: UInt64, budget: Budget) throws(Diagnostic) -> TranslatorCorrector? {
        guard translator.translator != nil else { return nil }
        return TranslatorCorrector(try translator.drafter(seed: seed, budget: budget, repairs: repair))
    }
}
