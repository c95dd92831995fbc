import ArgumentParser
import Building
import Datasets

/// A clone of WikiTableQuestions, and which of its files makes which split.
struct QuestionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A clone of WikiTableQuestions.", valueName: "folder"))
    var wtq: String

    @Option(
        help: ArgumentHelp(
            "Which file of questions makes a split, as in train=training; may be given again.",
            discussion: "Without it: train=random-split-1-train, validation=random-split-1-dev, test=pristine-unseen-tables, as far as they are there.",
            valueName: "split=file"))
    var split: [String] = []

    var folder: QuestionFolder { QuestionFolder(wtq) }

    var splits: QuestionSplits { split.isEmpty ? .standard : QuestionSplits(files) }

    private var files: [String: String] {
        Dictionary(split.compactMap(QuestionOptions.pair), uniquingKeysWith: { _, last in last })
    }

    private static func pair(_ text: String) -> (String, String)? {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let (split, file) = (String(text[..<equals]), String(text[text.index(after: equals)...]))
        return QuestionSplits.names.contains(split) && !file.isEmpty && !file.contains("/") ? (split, file) : nil
    }

    func validate() throws {
        for text in split where QuestionOptions.pair(text) == nil {
            throw ValidationError("--split must be SPLIT=FILE with a split train, validation or test, as in train=training, not '\(text)'")
        }
        guard files.count == split.count else { throw ValidationError("--split names a split twice") }
    }
}
