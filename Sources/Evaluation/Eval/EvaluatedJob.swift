import Diagnostics
import Files
import JSON
import RePanda

/// Some claims in a row, judged: what came of each, and what was wrong with records.
struct EvaluatedJob: Sendable {
    private(set) var predictions: [Prediction] = []
    private(set) var complaints: [Diagnostic] = []
    /// Records that are no claims.
    private(set) var unreadable = 0
    let progress: Double?

    init(_ job: [Evaluator.Numbered], tables: TableCache, settings: Evaluator.Settings) {
        progress = job.last?.progress
        let indexes = IndexCache()
        for numbered in job {
            do throws(Refusal) {
                predictions.append(try EvaluatedJob.predict(numbered, tables, settings, indexes))
            } catch {
                unreadable += 1
                complaints += error.diagnostics.map { EvaluatedJob.placed($0, numbered) }
            }
        }
    }

    /// - Throws: where the item is no claim.
    private static func predict(
        _ numbered: Evaluator.Numbered, _ tables: TableCache, _ settings: Evaluator.Settings, _ indexes: IndexCache
    ) throws(Refusal) -> Prediction {
        switch numbered.item {
        case .line(let line): predict(try subject(line), [], numbered.number, tables, settings, indexes)
        case .document(let document): predict(try Subject(document, at: JSONPointer([.index(numbered.number)])), [], numbered.number, tables, settings, indexes)
        case .record(let subject, let subsets): predict(subject, subsets, numbered.number, tables, settings, indexes)
        case .unanswered(let kind, let text, let label, let subsets): unanswered(kind, text, label, subsets, numbered.number, settings)
        case .untranslated(let subject, let error, let subsets): without(Outcome(error), subject, subsets, numbered.number)
        case .undecided(let subject, let subsets): without(.undecided, subject, subsets, numbered.number)
        case .unreadable(let diagnostic): throw Refusal([diagnostic])
        }
    }

    private static func subject(_ line: JSONLine) throws(Refusal) -> Subject {
        let document: JSONValue
        do { document = try line.parse() } catch { throw Refusal([error]) }
        return try Subject(document)
    }

    private static func predict(
        _ subject: Subject, _ subsets: [Subset], _ number: Int, _ tables: TableCache, _ settings: Evaluator.Settings, _ indexes: IndexCache
    ) -> Prediction {
        let trial = Trial(subject, tables: tables, settings, indexes)
        var prediction = Prediction(
            kind: subject.kind, number: number, id: subject.id, label: subject.label, reported: subject.reported, subsets: subsets, outcome: trial.outcome,
            families: trial.families, isConstant: trial.isConstant, microseconds: trial.microseconds)
        prediction.evidence = trial.evidence
        prediction.doubts = trial.doubts
        prediction.doubtCodes = trial.doubtCodes
        prediction.finding = trial.finding
        if settings.exhibits.has(prediction) { prediction.exhibit = trial.exhibit }
        return prediction
    }

    private static func unanswered(
        _ kind: Prediction.Kind, _ text: String, _ label: Bool?, _ subsets: [Subset], _ number: Int, _ settings: Evaluator.Settings
    ) -> Prediction {
        var prediction = Prediction(
            kind: kind, number: number, id: .null, label: label, reported: nil, subsets: subsets, outcome: .noQuery, families: [], isConstant: false, microseconds: nil)
        if settings.exhibits.has(prediction) {
            prediction.exhibit = Exhibit(statement: text, caption: nil, query: nil, answer: nil, value: nil, diagnostic: nil, table: nil)
        }
        return prediction
    }

    /// A claim or question without a query to run.
    private static func without(_ outcome: Outcome, _ subject: Subject, _ subsets: [Subset], _ number: Int) -> Prediction {
        Prediction(
            kind: subject.kind, number: number, id: subject.id, label: subject.label, reported: nil, subsets: subsets, outcome: outcome, families: [],
            isConstant: false, microseconds: nil)
    }

    /// A record in a file of many is found by its line or its number.
    private static func placed(_ diagnostic: Diagnostic, _ numbered: Evaluator.Numbered) -> Diagnostic {
        var placed = diagnostic
        if case .line(let line) = numbered.item { placed.notes.insert("in line \(line.number)", at: 0) } else { placed.notes.insert("in record \(numbered.number)", at: 0) }
        return placed
    }
}
