import Datasets
import Diagnostics

/// A question of a split, with its place in the split's file.
struct SplitQuestion: Sendable {
    /// `train`, `validation` or `test`.
    let split: String
    /// The place in the file, from 0.
    let number: Int
    let question: Question
    /// What the tagged files say of the answer; nil where the clone has none.
    let tagged: TaggedAnswer?
}

/// A table of WikiTableQuestions with the questions about it: one job of a build.
struct QuestionTable: Sendable {
    let table: String
    let questions: [SplitQuestion]
}

/// Which file of questions makes which split.
public struct QuestionSplits: Sendable {
    /// The splits of Hugging Face's copy: the first random split of the training questions, and the questions over unseen tables.
    public static let standard = QuestionSplits(
        files: ["train": "random-split-1-train", "validation": "random-split-1-dev", "test": "pristine-unseen-tables"], isStandard: true)

    public static let names = ["train", "validation", "test"]

    let files: [String: String]
    private let isStandard: Bool

    private init(files: [String: String], isStandard: Bool) {
        self.files = files
        self.isStandard = isStandard
    }

    /// - Parameter files: a file of the clone's `data` folder, without `.tsv`, by the name of the split that it makes.
    public init(_ files: [String: String]) { self.init(files: files, isStandard: false) }

    /// The questions of all splits, in the files' order.
    ///
    /// - Throws: where a file that was asked for by name is missing; where the clone has none of the standard ones; what reading throws.
    func read(_ folder: QuestionFolder) throws(Diagnostic) -> [SplitQuestion] {
        let present = Set(folder.splits)
        var all: [SplitQuestion] = []
        for split in QuestionSplits.names {
            guard let file = files[split], !isStandard || present.contains(file) else { continue }
            let tagged = try folder.tagged(file)
            for (number, question) in try folder.questions(file).enumerated() {
                all.append(SplitQuestion(split: split, number: number, question: question, tagged: tagged?[question.id]))
            }
        }
        guard !all.isEmpty else {
            throw Diagnostic(.malformedDataset, "'\(folder.path)' has no questions", notes: ["looked for \(files.values.sorted().map { "data/\($0).tsv" }.joined(separator: ", "))"])
        }
        return all
    }

    /// The files that are there, below the clone's folder: the sources of a build.
    func sources(_ folder: QuestionFolder) -> [String] {
        let present = Set(folder.splits)
        return QuestionSplits.names.compactMap { files[$0] }.filter(present.contains).map(folder.file)
    }
}

extension QuestionTable {
    /// Questions by their table, the tables in the order of their first question.
    static func grouped(_ questions: [SplitQuestion]) -> [QuestionTable] {
        var order: [String] = []
        var groups: [String: [SplitQuestion]] = [:]
        for question in questions {
            if groups[question.question.table] == nil { order.append(question.question.table) }
            groups[question.question.table, default: []].append(question)
        }
        return order.map { QuestionTable(table: $0, questions: groups[$0] ?? []) }
    }
}
