import Diagnostics
import Files
import Tables
import Values

extension Lint {
    mutating func lintQuestions(_ folder: QuestionFolder, _ progress: (Double) -> Void) {
        let tables = lintTables(folder, progress)
        for split in folder.splits { lint(split, folder, tables) }
    }

    /// - Returns: the tables that are there, as questions name them.
    private mutating func lintTables(_ folder: QuestionFolder, _ progress: (Double) -> Void) -> Set<String> {
        let files: [String]
        do {
            files = try tableFiles(folder)
        } catch {
            add(unreadable: "csv", error)
            return []
        }
        for (at, file) in files.enumerated() {
            lintTable(folder.path + "/" + file, file, .wtq)
            progress(Double(at + 1) / Double(files.count))
        }
        counts.append(("tables", files.count))
        return Set(files)
    }

    /// The files `csv/NUMBER-csv/*.csv`; the clone has the same tables in other forms beside them.
    private func tableFiles(_ folder: QuestionFolder) throws(Diagnostic) -> [String] {
        var files: [String] = []
        for group in try names(in: folder.path + "/csv") where isFolder("\(folder.path)/csv/\(group)") {
            files += try names(in: "\(folder.path)/csv/\(group)").filter { $0.hasSuffix(".csv") }.map { "csv/\(group)/\($0)" }
        }
        return files
    }

    private mutating func lint(_ split: String, _ folder: QuestionFolder, _ tables: Set<String>) {
        let name = folder.file(split)
        do {
            let file = try folder.questionFile(split)
            counts.append((name, file.questions.count))
            findings += file.faults.map { $0.finding(in: name) }
            lint(file.questions, name, tables)
            if let tagged = try folder.tagged(split) { lint(file.questions, tagged, folder.taggedFile(split)) }
        } catch {
            add(unreadable: name, error)
        }
    }

    private mutating func lint(_ questions: [Question], _ file: String, _ tables: Set<String>) {
        var ids: Set<String> = []
        var asked: Set<[String]> = []
        for question in questions {
            if !tables.contains(question.table) { add(.questionWithoutTable, question.table, "\(file): \(question.id)") }
            if question.answers.allSatisfy(\.isEmpty) { add(.questionWithoutAnswer, file, question.id) }
            if !ids.insert(question.id).inserted { add(.duplicateID, file, question.id) }
            if !asked.insert([question.table, question.utterance]).inserted {
                add(.duplicateQuestion, question.table, "\(file): \(question.id), \(quoted(Text(question.utterance), limit: 80))")
            }
        }
    }

    private mutating func lint(_ questions: [Question], _ tagged: [String: TaggedAnswer], _ file: String) {
        for question in questions {
            guard let answer = tagged[question.id] else {
                add(.untaggedQuestion, file, question.id)
                continue
            }
            if answer.answers != question.answers { add(.taggedAnswerDiffers, file, question.id) }
        }
    }
}
