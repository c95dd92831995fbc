import Diagnostics
import Files

/// A clone of WikiTableQuestions (github.com/ppasupat/WikiTableQuestions) in its official layout:
///
///     csv/                        the tables
///     data/SPLIT.tsv              questions: id, utterance, context (the table), targetValue (the answer)
///     tagged/data/SPLIT.tagged    the same with canonical answers: targetCanon, targetCanonType
public struct QuestionFolder: Sendable {
    private static let columns = ["id", "utterance", "context", "targetValue"]

    public let path: String

    public init(_ path: String) { self.path = path }

    /// The splits that the clone has.
    public var splits: [String] {
        guard let names = try? names(in: path + "/data") else { return [] }
        return names.filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }
    }

    public func file(_ split: String) -> String { "data/\(split).tsv" }
    public func taggedFile(_ split: String) -> String { "tagged/data/\(split).tagged" }

    /// The questions of a split, in the file's order.
    ///
    /// - Throws: where the file cannot be read; `malformedDataset` for the first line of another form.
    public func questions(_ split: String) throws(Diagnostic) -> [Question] {
        let file = try questionFile(split)
        guard let fault = file.faults.first else { return file.questions }
        throw Diagnostic(.malformedDataset, fault.message, notes: ["in \(path)/\(self.file(split))"], helps: ["'repanda lint' lists every such line"])
    }

    func questionFile(_ split: String) throws(Diagnostic) -> QuestionFile {
        let path = path + "/" + file(split)
        return try inFile(path) { () throws(Diagnostic) in
            let file = try TabSeparated(path: path)
            guard Array(file.header.prefix(4)) == QuestionFolder.columns else {
                throw Diagnostic(.malformedDataset, "the header is not \(QuestionFolder.columns.joined(separator: ", "))")
            }
            return QuestionFile(file)
        }
    }

    /// The canonical answers of a split by the question's id; nil where the clone has no tagged file for it.
    ///
    /// - Throws: where the file is there but has no such columns.
    public func tagged(_ split: String) throws(Diagnostic) -> [String: TaggedAnswer]? {
        let path = path + "/" + taggedFile(split)
        guard isFile(path) else { return nil }
        return try TaggedAnswer.all(path)
    }
}
