import ArgumentParser
import Diagnostics
import Evaluation
import Files
import Ranking
import RePanda
import Threads
import Training

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learn from labelled claims what sentences mean, and write a ranker for the built-in translator.",
        discussion: """
            No queries are needed: that a claim is true says that something which comes to True is what it means. Claims are records with "statement", "label" \
            and "table", one JSON object a line, or a split of TabFact's official layout. One table in five is held out to see how well it goes; the ranker \
            itself is then fitted to all of them. The same claims and seed give the same file, to the byte.

            Examples:

              repanda train claims.jsonl --tables tables --output mine.ranker

              repanda train --tabfact Table-Fact-Checking --split train --output mine.ranker

              repanda verify table.csv 'the largest crowd is above 15000' --ranker mine.ranker
            """)

    @Argument(help: "A file of labelled claims; '-' is standard input.")
    var records: String?

    @Option(help: ArgumentHelp("A clone of TabFact, instead of a file.", valueName: "folder"))
    var tabfact: String?

    @Option(help: ArgumentHelp("The split of the clone.", valueName: "name"))
    var split = "train"

    @Option(help: ArgumentHelp("The folder that the records' table paths are relative to. (default: the folder of the file)", valueName: "folder"))
    var tables: String?

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Draw so many claims. (default: all)", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("How often every claim is seen.", valueName: "count"))
    var epochs = NetworkTrainer.Settings().epochs

    @Option(help: ArgumentHelp("How many networks decide together.", valueName: "count"))
    var networks = RankerTrainer.Settings().networks

    @Option(help: ArgumentHelp("What the claims are, to be told by the file.", valueName: "text"))
    var source: String?

    @OptionGroup
    var chance: SeedOption

    @OptionGroup
    var jobs: JobOptions

    @OptionGroup(title: "Table limits")
    var limits: TableLimitOptions

    func validate() throws {
        guard (records == nil) != (tabfact == nil) else { throw ValidationError("give a file of claims, or --tabfact") }
        guard (1...100).contains(epochs) else { throw ValidationError("--epochs must be from 1 to 100") }
        guard (1...16).contains(networks) else { throw ValidationError("--networks must be from 1 to 16") }
        if let limit { try requirePositive(limit, "--limit") }
    }

    func run() throws {
        do throws(Diagnostic) {
            let file = try AtomicFile(output)
            let set = try learningSet()
            guard set.claims.count >= RankerTrainer.fewest else {
                throw Diagnostic(.missingKey, "\(counted(set.claims.count, "labelled claim")) with a table that can be read: at least \(RankerTrainer.fewest) are needed")
            }
            let (model, report) = train(set)
            file.write(Ranker(source: source ?? lastName(tabfact ?? records ?? "-"), claims: model, questions: nil).json)
            try file.commit()
            StandardStreams.text(TrainingText(report, passedOver: set.passedOver).lines.map { $0 + "\n" }.joined())
        } catch {
            Progress.clear()
            throw Complaints(json: false).refuse(error, status: .badInput)
        }
    }

    private func learningSet() throws(Diagnostic) -> LearningSet {
        let draw = Draw(limit: limit, seed: chance.seed)
        let open = if let tabfact { try OpenSplit(tabfact: tabfact, split: split, draw: draw) } else { try OpenSplit(records: records ?? "-", draw: draw) }
        let root = tabfact.map(TabFactSplit.tables) ?? tables ?? folder(of: records ?? "-")
        let progress = Progress("claims read")
        defer { progress.finish() }
        return LearningSet(open, tables: TableCache(folder: TableFolder(root), limits: limits.limits), threads: jobs.count) { progress.show($0, count: $1) }
    }

    private func train(_ set: LearningSet) -> (RankerModel, TrainingReport) {
        let progress = Progress("of the learning done")
        defer { progress.finish() }
        var settings = RankerTrainer.Settings()
        settings.network.epochs = epochs
        settings.networks = networks
        settings.seed = chance.seed
        settings.threads = jobs.count
        settings.progress = { progress.show($0) }
        return RankerTrainer(settings).train(set.claims)
    }

    private func lastName(_ path: String) -> String { path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path }
}
