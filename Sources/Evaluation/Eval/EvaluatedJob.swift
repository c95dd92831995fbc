import Diagnostics
import Files
import Interpreter
import JSON
import RePanda

/// Some claims in a row, judged: their counts, their lines of predictions, and what was wrong with records.
struct EvaluatedJob: Sendable {
    private(set) var tally = Tally()
    private(set) var complaints: [Diagnostic] = []
    let predictions: [UInt8]
    let progress: Double?

    init(_ job: [Evaluator.Numbered], tables: TableCache, settings: Evaluator.Settings) {
        var writer = JSONWriter()
        progress = job.last?.progress
        var tally = Tally()
        for numbered in job {
            do throws(Refusal) {
                let prediction = try EvaluatedJob.predict(numbered, tables, settings)
                tally.add(prediction)
                prediction.write(to: &writer)
            } catch {
                tally.unreadable += 1
                complaints += error.diagnostics.map { EvaluatedJob.placed($0, numbered) }
            }
        }
        self.tally = tally
        predictions = writer.bytes
    }

    /// - Throws: where the item is no claim.
    private static func predict(_ numbered: Evaluator.Numbered, _ tables: TableCache, _ settings: Evaluator.Settings) throws(Refusal) -> Prediction {
        switch numbered.item {
        case .line(let line): predict(try record(line), numbered.number, tables, settings)
        case .document(let document):
            predict(try ClaimRecord(document, at: JSONPointer([.index(numbered.number)])), numbered.number, tables, settings)
        case .record(let record): predict(record, numbered.number, tables, settings)
        case .unanswered(let id, let label): Prediction(number: numbered.number, id: id, label: label, reported: nil, outcome: .noQuery)
        case .unreadable(let diagnostic): throw Refusal([diagnostic])
        }
    }

    private static func record(_ line: JSONLine) throws(Refusal) -> ClaimRecord {
        let document: JSONValue
        do { document = try line.parse() } catch { throw Refusal([error]) }
        return try ClaimRecord(document)
    }

    private static func predict(_ record: ClaimRecord, _ number: Int, _ tables: TableCache, _ settings: Evaluator.Settings) -> Prediction {
        Prediction(number: number, id: record.id, label: record.label, reported: record.reported, outcome: outcome(record, tables, settings))
    }

    private static func outcome(_ record: ClaimRecord, _ tables: TableCache, _ settings: Evaluator.Settings) -> Outcome {
        let claim: Claim
        do { claim = try record.claim(tables: tables) } catch { return .failed(error) }
        do { return .judged(try claim.verdict(engine: settings.engine, budget: settings.budget)) } catch { return Outcome(error) }
    }

    /// A record in a file of many is found by its line or its number.
    private static func placed(_ diagnostic: Diagnostic, _ numbered: Evaluator.Numbered) -> Diagnostic {
        var placed = diagnostic
        if case .line(let line) = numbered.item { placed.notes.insert("in line \(line.number)", at: 0) } else { placed.notes.insert("in record \(numbered.number)", at: 0) }
        return placed
    }
}
