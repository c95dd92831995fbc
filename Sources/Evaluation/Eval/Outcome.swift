import Diagnostics
import JSON
import RePanda

/// How one claim of an evaluation ended.
public enum Outcome: Sendable {
    case judged(Verdict)
    /// Found wrong or outside the subset before it ran.
    case refused(Diagnostic)
    /// Failed while it ran, met a limit, or its table could not be read.
    case failed(Diagnostic)
    /// The file of queries has none for the claim.
    case noQuery

    init(_ refusal: Refusal) {
        let error = refusal.first
        switch error.code.phase {
        case .syntax, .names, .types, .subset: self = .refused(error)
        case .running, .limits, .lowering, .tables, .fault: self = .failed(error)
        }
    }

    public var verdict: Verdict? { if case .judged(let verdict) = self { verdict } else { nil } }

    public var error: Diagnostic? {
        switch self {
        case .judged, .noQuery: nil
        case .refused(let error), .failed(let error): error
        }
    }
}

/// One claim with its outcome: what a line of predictions says.
struct Prediction: Sendable {
    /// The record's place in its file, from 0.
    let number: Int
    let id: JSONValue
    let label: Bool?
    let reported: Bool?
    let outcome: Outcome

    /// nil where there is no label to agree with.
    var isCorrect: Bool? { label.map { outcome.verdict == ($0 ? .entailed : .refuted) } }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("record")
        writer.int(number)
        writer.key("id")
        writer.value(id)
        writer.key("label")
        if let label { writer.bool(label) } else { writer.null() }
        writer.key("verdict")
        if let verdict = outcome.verdict { writer.string(verdict.rawValue) } else { writer.null() }
        writer.key("correct")
        if let isCorrect { writer.bool(isCorrect) } else { writer.null() }
        writer.key("error")
        if let error = outcome.error { writeDiagnostic(error, to: &writer) } else { writer.null() }
        writer.endObject()
        writer.endLine()
    }
}
