import Diagnostics
import JSON
import Values

extension Ballot {
    /// The ballot as an object: what was counted, and every sample with its rounds.
    ///
    ///     {"samples": 1, "counted": 1, "votes": 1, "agreement": 1.0, "undecided": false,
    ///      "drafts": [{"end": "accepted", "query": "…", "error": null, "doubts": [], "rounds": [{"query": "…", "edits": [], "errors": [], …}]}]}
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("samples")
        writer.int(samples.count)
        writer.key("counted")
        writer.int(counted)
        writer.key("votes")
        writer.int(votes)
        writer.key("agreement")
        if let agreement { writer.double(agreement) } else { writer.null() }
        if let confidence {
            writer.key("confidence")
            writer.double(confidence)
        }
        if confidence != nil { writeSpans(to: &writer) }
        writer.key("undecided")
        writer.bool(isUndecided)
        writer.key("drafts")
        writer.beginArray()
        for sample in samples { Ballot.write(sample, to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    /// How the parts of the sentence were read.
    private func writeSpans(to writer: inout JSONWriter) {
        writer.key("links")
        writer.beginArray()
        for span in spans {
            writer.beginObject()
            writer.key("start")
            writer.int(span.bytes.lowerBound)
            writer.key("end")
            writer.int(span.bytes.upperBound)
            writer.key("text")
            writer.string(span.said)
            writer.key("manner")
            writer.string(span.manner.rawValue)
            writer.key("column")
            writer.string(span.column)
            writer.key("cell")
            if let cell = span.cell { writer.string(cell) } else { writer.null() }
            writer.key("rows")
            writer.beginArray()
            for row in span.rows { writer.int(row) }
            writer.endArray()
            writer.endObject()
        }
        writer.endArray()
    }

    private static func write(_ sample: Sample, to writer: inout JSONWriter) {
        switch sample {
        case .success(let draft): draft.write(to: &writer)
        case .failure(let error): writeFailed(error, to: &writer)
        }
    }

    /// A sample that nobody answered.
    private static func writeFailed(_ error: Diagnostic, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("end")
        writer.string(Draft.End.unanswered.rawValue)
        writer.key("query")
        writer.null()
        writer.key("error")
        writeDiagnostic(error, to: &writer)
        writer.key("doubts")
        writer.beginArray()
        writer.endArray()
        writer.key("rounds")
        writer.beginArray()
        writer.endArray()
        writer.endObject()
    }
}

extension Draft {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("end")
        writer.string(end.rawValue)
        writer.key("query")
        if accepted == nil { writer.null() } else { writer.string(query) }
        writer.key("error")
        if let error { writeDiagnostic(error, source: Text(query), to: &writer) } else { writer.null() }
        writer.key("doubts")
        writer.beginArray()
        for doubt in accepted?.doubts ?? [] { writeDiagnostic(doubt, source: Text(query), to: &writer) }
        writer.endArray()
        writer.key("rounds")
        writer.beginArray()
        for round in rounds { round.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }
}

extension Draft.Round {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("query")
        writer.string(code)
        writer.key("edits")
        writer.beginArray()
        for edit in edits { writer.string(edit) }
        writer.endArray()
        writer.key("errors")
        writer.beginArray()
        for error in refusal where error.severity == .error { writeDiagnostic(error, source: Text(code), to: &writer) }
        writer.endArray()
        writer.key("doubts")
        writer.beginArray()
        for doubt in doubts { writeDiagnostic(doubt, source: Text(code), to: &writer) }
        writer.endArray()
        answer.write(to: &writer)
        writer.key("recorded")
        writer.bool(answer.isRecorded)
        writer.endObject()
    }
}
