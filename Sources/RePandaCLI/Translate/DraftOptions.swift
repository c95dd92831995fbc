import ArgumentParser
import Diagnostics
import Translation

/// How far a translator's queries are mended, and how many are asked for.
struct DraftOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How often a refused query goes back with what was wrong.", valueName: "count"))
    var rounds = 4

    @Flag(help: "Begin anew, with another seed and some freedom, where a refused query comes again; without it that ends the rounds.")
    var restart = false

    @Flag(help: "Send a query back once that runs but is doubtful (a text that no cell holds, a cell of the claim that is not used), to be written again or better.")
    var doubts = false

    @Flag(help: "Make the edits that a query's doubts suggest (the nearest cell, the column that has the text), where they leave fewer doubts; each is told.")
    var repair = false

    @Option(help: ArgumentHelp("Have so many queries written, and let them vote.", valueName: "count"))
    var samples = 1

    @Option(help: ArgumentHelp("Decide nothing (UNDECIDED) where less than this share of the votes agrees, or the chance of being right is lower; 0 always decides.", valueName: "share"))
    var abstainBelow: Double?

    func validate() throws {
        guard (0...16).contains(rounds) else { throw ValidationError("--rounds must be from 0 to 16") }
        guard (1...100).contains(samples) else { throw ValidationError("--samples must be from 1 to 100") }
        if let abstainBelow, !(0...1).contains(abstainBelow) { throw ValidationError("--abstain-below must be from 0 to 1") }
    }

    /// Has a sentence drafted as the options say.
    func poll(_ drafter: any SentenceTranslator, _ sentence: Sentence, concurrency: Int) throws(Diagnostic) -> Ballot {
        try drafter.poll(sentence, samples: samples, abstainBelow: abstainBelow, concurrency: concurrency)
    }
}
