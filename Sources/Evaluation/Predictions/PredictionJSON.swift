import Catalog
import Diagnostics
import JSON
import Probing
import RePanda

extension Prediction {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("record")
        writer.int(number)
        writer.key("id")
        writer.value(id)
        writer.key("kind")
        writer.string(kind.rawValue)
        writer.key("label")
        writer.optional(label)
        writer.key("verdict")
        writer.optional(outcome.verdict?.rawValue)
        if case .undecided = outcome {
            writer.key("undecided")
            writer.bool(true)
        }
        writer.key("answered")
        writer.bool(outcome.isAnswered)
        writer.key("correct")
        writer.optional(isCorrect)
        writer.key("error")
        if let error = outcome.error { writeDiagnostic(error, to: &writer) } else { writer.null() }
        writeFacts(&writer)
        writer.endObject()
        writer.endLine()
    }

    private func writeFacts(_ writer: inout JSONWriter) {
        writer.key("pandas_eval")
        writer.optional(reported)
        writer.key("families")
        writer.strings(families.map(\.rawValue))
        writer.key("subsets")
        writer.strings(subsets.map(\.rawValue))
        writer.key("constant")
        writer.bool(isConstant)
        if let microseconds {
            writer.key("microseconds")
            writer.int(microseconds)
        }
        writeReasons(&writer)
        if let exhibit {
            writer.key("exhibit")
            exhibit.write(to: &writer)
        }
    }

    /// What was asked for beside the outcome.
    private func writeReasons(_ writer: inout JSONWriter) {
        if let evidence {
            writer.key("evidence")
            evidence.write(to: &writer)
            writer.key("doubts")
            writer.strings(doubts)
        }
        if let doubtCodes {
            writer.key("doubt_codes")
            writer.strings(doubtCodes.map(\.number))
        }
        if let finding {
            writer.key("probe")
            finding.write(to: &writer)
        }
    }

    /// Reads what `write` wrote.
    ///
    /// - Throws: where the object is no prediction.
    init(_ object: JSONObject) throws(Diagnostic) {
        number = try object.int("record")
        id = object["id"] ?? .null
        let kind = try Prediction.name(object.text("kind").string) as Kind
        self.kind = kind
        label = try object.optionalBool("label")
        reported = try object.optionalBool("pandas_eval")
        subsets = try Prediction.names(object.array("subsets"))
        families = try Prediction.names(object.array("families"))
        isConstant = try object.bool("constant")
        microseconds = try object.optionalInt("microseconds")
        let evidence = try object.optionalObject("evidence")
        self.evidence = try evidence.map { (object) throws(Diagnostic) in try Evidence(object) }
        doubts = try Excerpt.texts(object.optionalArray("doubts") ?? [])
        let codes = try object.optionalArray("doubt_codes")
        doubtCodes = try codes.map { (codes) throws(Diagnostic) in try Prediction.names(codes) }
        let finding = try object.optionalObject("probe")
        self.finding = try finding.map { (object) throws(Diagnostic) in try Probe.Finding(object) }
        let exhibit = try object.optionalObject("exhibit")
        self.exhibit = try exhibit.map { (object) throws(Diagnostic) in try Exhibit(object) }
        outcome = try Prediction.outcome(object, kind)
    }

    private static func outcome(_ object: JSONObject, _ kind: Kind) throws(Diagnostic) -> Outcome {
        if let error = try object.optionalObject("error") {
            let code = try name(error.text("code").string) as Code
            return Outcome(Diagnostic(code, try error.text("message").string))
        }
        if try object.optionalBool("undecided") ?? false { return .undecided }
        if let verdict = try object.optionalText("verdict") { return .judged(try name(verdict.string)) }
        guard kind == .question, let isCorrect = try object.optionalBool("correct"), try object.bool("answered") else { return .noQuery }
        return .answered(isCorrect: isCorrect)
    }

    private static func names<Name: RawRepresentable<String>>(_ values: [JSONValue]) throws(Diagnostic) -> [Name] {
        var names: [Name] = []
        for value in values { names.append(try name(value.requireText().string)) }
        return names
    }

    private static func name<Name: RawRepresentable<String>>(_ text: String) throws(Diagnostic) -> Name {
        guard let name = Name(rawValue: text) else { throw Diagnostic(.wrongKeyType, "'\(text)' is no name that a line of predictions has") }
        return name
    }
}

extension Exhibit {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("statement")
        writer.string(statement)
        writer.key("caption")
        writer.optional(caption)
        writer.key("query")
        writer.optional(query)
        if let answer {
            writer.key("answer")
            writer.strings(answer)
        }
        writer.key("value")
        writer.optional(value)
        writer.key("diagnostic")
        writer.optional(diagnostic)
        writer.key("table")
        if let table { table.write(to: &writer) } else { writer.null() }
        writer.endObject()
    }

    init(_ object: JSONObject) throws(Diagnostic) {
        statement = try object.text("statement").string
        caption = try object.optionalText("caption")?.string
        query = try object.optionalText("query")?.string
        let answer = try object.optionalArray("answer")
        self.answer = try answer.map { (items) throws(Diagnostic) in try Excerpt.texts(items) }
        value = try object.optionalText("value")?.string
        diagnostic = try object.optionalText("diagnostic")?.string
        let table = try object.optionalObject("table")
        self.table = try table.map { (object) throws(Diagnostic) in try Excerpt(object) }
    }
}

extension JSONWriter {
    mutating func optional(_ value: Bool?) { if let value { bool(value) } else { null() } }
    mutating func optional(_ value: String?) { if let value { string(value) } else { null() } }

    mutating func ints(_ values: [Int]) {
        beginArray()
        for value in values { int(value) }
        endArray()
    }

    mutating func strings(_ values: [String]) {
        beginArray()
        for value in values { string(value) }
        endArray()
    }
}
