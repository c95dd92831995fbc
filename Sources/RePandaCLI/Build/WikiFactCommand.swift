import ArgumentParser
import Building
import Datasets
import Diagnostics

struct WikiFactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wikifact",
        abstract: "Questions of WikiTableQuestions and their answers become claims, true and false.",
        discussion: """
            A question becomes a statement: true with its right answer, false with a plausible other value of the same column and type. Two variants \
            are written: original/ has every statement with its right answer; balanced/ as many true statements as false ones, each question at most \
            once, --size of each in every split. Questions that no rule words well are left out and counted.

            Examples:

              repanda build wikifact --wtq WikiTableQuestions --output wikifact

              repanda build wikifact --wtq WikiTableQuestions --split test=pristine-seen-tables --size 300 --seed 7 --output wikifact
            """)

    @OptionGroup
    var questions: QuestionOptions

    @Option(help: ArgumentHelp("The most claims of each label in a split of the balanced variant. (default: all)", valueName: "count"))
    var size: Int?

    @OptionGroup
    var options: BuildOptions

    func validate() throws {
        if let size { try requirePositive(size, "--size") }
    }

    func run() throws {
        try Builder(options).run { (observer) throws(Diagnostic) in
            try WikiFact(questions.folder, splits: questions.splits, size: size, settings: settings, observer: observer).build(options.place)
        }
    }

    private var settings: BuildSettings {
        var settings = BuildSettings()
        settings.threads = options.jobs.count
        settings.seed = options.seed
        return settings
    }
}
