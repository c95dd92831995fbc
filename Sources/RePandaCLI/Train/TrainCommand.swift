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
        abstract: "Learn from labelled claims and answered questions what sentences mean, and write a ranker for the built-in translator.",
        discussion: """
            No queries are needed: that a claim is true says that something which comes to True is what it means, and an answer says that something which comes \
            to it does. Claims are records with "statement", "label" and "table", questions with "question", "answer" and "table", one JSON object a line; or \
            splits of TabFact's and WikiTableQuestions' official layouts. One table in five is held out to see how well it goes; the ranker itself is then \
            fitted to all of them. The same sentences and seed give the same file, to the byte. What is learned of claims alone leaves questions to the \
            ranker that comes with repanda, and the other way round.

            Examples:

              repanda train claims.jsonl --tables tables --output mine.ranker

              repanda train --tabfact Table-Fact-Checking --wtq WikiTableQuestions --output mine.ranker

              repanda verify table.csv 'the largest crowd is above 15000' --ranker mine.ranker
            """)

    @Argument(help: "A file of labelled claims and answered questions; '-' is standard input.")
    var records: String?

    @Option(help: ArgumentHelp("A clone of TabFact.", valueName: "folder"))
    var tabfact: String?

    @Option(help: ArgumentHelp("The split of the clone of TabFact.", valueName: "name"))
    var split = "train"

    @Option(help: ArgumentHelp("A clone of WikiTableQuestions.", valueName: "folder"))
    var wtq: String?

    @Option(help: ArgumentHelp("The split of the clone of WikiTableQuestions.", valueName: "name"))
    var wtqSplit = "training"

    @Option(help: ArgumentHelp("The folder that the records' table paths are relative to. (default: the folder of the file)", valueName: "folder"))
    var tables: String?

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Draw so many of each source. (default: all)", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("How often every sentence is seen. (default: \(Course.claims.network.epochs), questions \(Course.questions.network.epochs))", valueName: "count"))
    var epochs: Int?

    @Option(help: ArgumentHelp("How many networks decide together. (default: \(Course.claims.networks), questions \(Course.questions.networks))", valueName: "count"))
    var networks: Int?

    @Option(help: ArgumentHelp("What the sentences are, to be told by the file.", valueName: "text"))
    var source: String?

    @OptionGroup
    var chance: SeedOption

    @OptionGroup
    var jobs: JobOptions

    @OptionGroup(title: "Table limits")
    var limits: TableLimitOptions

    func validate() throws {
        guard records != nil || tabfact != nil || wtq != nil else { throw ValidationError("give a file of claims or questions, --tabfact or --wtq") }
        if let epochs, !(1...100).contains(epochs) { throw ValidationError("--epochs must be from 1 to 100") }
        if let networks, !(1...16).contains(networks) { throw ValidationError("--networks must be from 1 to 16") }
        if let limit { try requirePositive(limit, "--limit") }
    }

    func run() throws {
        do throws(Diagnostic) {
            let file = try AtomicFile(output)
            let sources = try sources()
            let (claims, questions) = (learn(.claims, .claim, sources), learn(.questions, .question, sources))
            guard claims != nil || questions != nil else {
                throw Diagnostic(.missingKey, "fewer than \(RankerTrainer.fewest) labelled claims or answered questions with a table that can be read: more are needed")
            }
            file.write(Ranker(source: source ?? names, claims: claims?.model, questions: questions?.model).json)
            try file.commit()
            StandardStreams.text(([claims, questions].compactMap { $0?.lines }.flatMap(\.self)).map { $0 + "\n" }.joined())
        } catch {
            Progress.clear()
            throw Complaints(json: false).refuse(error, status: .badInput)
        }
    }

    private struct Learned {
        let model: RankerModel
        let lines: [String]
    }

    /// Sentences and where their tables are.
    private struct Source {
        let split: OpenSplit
        let tables: TableCache
    }

    private func sources() throws(Diagnostic) -> [Source] {
        let draw = Draw(limit: limit, seed: chance.seed)
        var sources: [Source] = []
        if let records { sources.append(source(try OpenSplit(records: records, draw: draw), tables ?? folder(of: records))) }
        if let tabfact { sources.append(source(try OpenSplit(tabfact: tabfact, split: split, draw: draw), TabFactSplit.tables(tabfact))) }
        if let wtq { sources.append(source(try OpenSplit(wtq: wtq, split: wtqSplit, draw: draw), wtq)) }
        return sources
    }

    private func source(_ split: OpenSplit, _ tables: String) -> Source { Source(split: split, tables: TableCache(folder: TableFolder(tables), limits: limits.limits)) }

    /// nil where there are too few sentences of the kind.
    private func learn(_ course: Course, _ kind: Prediction.Kind, _ sources: [Source]) -> Learned? {
        var (lessons, passedOver): ([Lesson], Int) = ([], 0)
        for source in sources {
            let progress = Progress("\(kind.rawValue)s read")
            let set = LearningSet(source.split, kind, tables: source.tables, threads: jobs.count) { progress.show($0, count: $1) }
            progress.finish()
            lessons += set.lessons
            passedOver += set.passedOver
        }
        guard lessons.count >= RankerTrainer.fewest else { return nil }
        let (model, report) = train(course, lessons)
        return Learned(model: model, lines: TrainingText(report, passedOver: passedOver, noun: kind.rawValue).lines)
    }

    private func train(_ course: Course, _ lessons: [Lesson]) -> (RankerModel, TrainingReport) {
        let progress = Progress("of the learning done")
        defer { progress.finish() }
        var course = course
        course.network.epochs = epochs ?? course.network.epochs
        course.networks = networks ?? course.networks
        var settings = RankerTrainer.Settings()
        settings.seed = chance.seed
        settings.threads = jobs.count
        settings.progress = { progress.show($0) }
        return RankerTrainer(course, settings).train(lessons)
    }

    /// What was learned from, where nobody has said so.
    private var names: String { [records, tabfact, wtq].compactMap { $0.map(lastName) }.joined(separator: ", ") }

    private func lastName(_ path: String) -> String { path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path }
}
