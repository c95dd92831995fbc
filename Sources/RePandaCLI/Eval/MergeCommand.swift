import ArgumentParser
import Diagnostics
import Evaluation

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make the report of an evaluation from its shards.",
        discussion: """
            FILES are those that 'repanda eval --shard' wrote, all of them, in any order: the report is, to the byte, that of one run over all \
            records. One file of predictions without shards makes its report too.

            Examples:

              repanda eval claims.jsonl --shard 1/2 --predictions 1.jsonl
              repanda eval claims.jsonl --shard 2/2 --predictions 2.jsonl
              repanda merge 1.jsonl 2.jsonl --html report.html
            """)

    @Argument(help: "The files of predictions.")
    var files: [String]

    @OptionGroup(title: "Report")
    var report: ReportOptions

    func run() throws {
        do throws(Diagnostic) {
            var shards: [PredictionFile] = []
            for file in files { shards.append(try PredictionFile(file)) }
            let reports = try ReportOutput(report, explains: shards.contains(where: \.hasEvidence))
            let merged = try Report(shards, mostListed: report.mostListed)
            for prediction in shards.predictions { reports.pages?.add(prediction, of: merged.run) }
            try reports.write(merged)
        } catch {
            throw Complaints(json: false).refuse(error, status: .badInput)
        }
    }
}
